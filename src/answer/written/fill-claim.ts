import { messages } from '../../messages.js'
import { qualifierAfter } from '../../report/ledger/qualifiers.js'
import { unitAt } from '../../report/ledger/units.js'
import { wordAt } from '../../report/ledger/words.js'
import { wordsOf } from '../../text/tokens.js'
import { foldWidth } from '../../text/width.js'
import type { AnswerClaim } from '../finding.js'
import { explains, leadOf } from '../state-figure.js'
import type { Meaning } from './check-claim.js'
import type { Material, OfferedNumber } from './material.js'
import type { WrittenClaim } from './model-reply.js'
import { toComparedForm } from './reply-words.js'

/** A claim with its numbers filled in, or why it cannot be (one Chinese sentence, for the model and for staff). */
export type Filled = { ok: true; claim: AnswerClaim } | { ok: false; fault: string }

const words = messages.written.faults

const WHOLE = /^\s*\{([DE])(\d+)\}[。.]?\s*$/
const ID = /\{([FN]\d+)\}/g

/** The claim of the draft or the statement that a claim takes over as it is; null where it has words of its own. */
export function takenOver({ text }: WrittenClaim, { evidence, draft }: Material): AnswerClaim | 'unknown' | null {
  const [, letter, number] = WHOLE.exec(text) ?? []
  if (letter === 'D') return draft.get(`D${number}`) ?? 'unknown'
  if (letter !== 'E') return null
  const offered = evidence.get(`E${number}`)
  // The cells of a row make no sentence.
  if (!offered || offered.text.includes('\t')) return 'unknown'
  const words = offered.text.replace(/[,，;；。、:：]+$/, '')
  return { text: words, sources: [offered.source], figures: offered.source.figures }
}

/** Puts digits, units, qualifiers and the time in place of a claim's ids. What it says has been checked before. */
export function fillClaim({ text, evidence }: WrittenClaim, material: Material, meaning: Meaning): Filled {
  const used = [...text.matchAll(ID)].map(([, id]) => material.numbers.get(id!)!)
  let filled = ''
  let at = 0
  for (const [i, match] of [...text.matchAll(ID)].entries()) {
    const piece = text.slice(at, match.index)
    const joined = join(`${filled}${piece}`, used[i]!, text.slice(match.index + match[0].length))
    if (joined === null) return { ok: false, fault: words.changedNumber(match[1]!) }
    filled = joined.text
    at = match.index + match[0].length + joined.skip
  }
  filled = `${filled}${text.slice(at)}`.trim().replace(/[,，;；。、:：]+$/, '')
  const figures = used.flatMap(({ figure }) => figure ?? [])
  const leads = new Set(figures.map((figure) => leadOf(figure, filled)))
  if (leads.size > 1) return { ok: false, fault: words.mixedTimes }
  const unnamed = used.filter(({ figure }) => figure && !isNamed(figure.indicator, text, meaning))
  const [first] = unnamed
  if (first?.figure && figures.length > 1)
    return { ok: false, fault: words.needsSubject(first.id, first.figure.indicator) }
  const subject = first?.figure ? `${first.figure.indicator}:` : ''
  const sources = evidence.map((id) => material.evidence.get(id)!.source)
  return { ok: true, claim: { text: `${[...leads][0] ?? ''}${subject}${filled}`, sources, figures } }
}

function isNamed(indicator: string, text: string, { namesOf }: Meaning): boolean {
  const said = toComparedForm(text)
  return explains(said, toComparedForm(indicator)) || namesOf(indicator).some((name) => said.includes(name))
}

/** What was written twice, by the model and by the report (增长{F1} for 增长8%左右, {F1}% for 8%), is written once. */
function join(before: string, number: OfferedNumber, after: string): { text: string; skip: number } | null {
  const { said, figure } = number
  const left = before.slice(0, before.length - overlapOf(before, said))
  if (!figure) return { text: left + said, skip: 0 }
  const folded = foldWidth(after)
  const skip = repeatedBehind(said, figure.unit, folded)
  if (turnsRound(left, said) || changesBehind(folded.slice(skip), number)) return null
  return { text: left + said, skip }
}

const DIGIT = /[\d零〇一二三四五六七八九十百千万亿两]/

/** Length of the words in front of the number that the model has written already. */
function overlapOf(before: string, said: string): number {
  const first = foldWidth(said).search(DIGIT)
  for (let length = first; length > 0; length--) if (before.endsWith(said.slice(0, length))) return length
  return 0
}

/** 下降{F1} where the report says 增长8%. */
function turnsRound(left: string, said: string): boolean {
  const turn = (text: string, place: 'start' | 'end') => wordAt('rise', place, text) || wordAt('fall', place, text)
  return turn(left, 'end').length > 1 && turn(said, 'start') !== ''
}

/** Characters behind an id that only repeat the end of what it stands for: its unit, a qualifier. */
function repeatedBehind(said: string, unit: string, after: string): number {
  const qualifier = qualifierAfter(after, 0)
  if (qualifier !== '' && said.endsWith(qualifier)) return qualifier.length
  return unit !== '' && said.includes(unit) && after.startsWith(unit) ? unit.length : 0
}

/** Whether the words behind an id make its number another: a qualifier or a unit that do not follow it in the report. */
function changesBehind(after: string, { id, own }: OfferedNumber): boolean {
  if (qualifierAfter(after, 0) !== '') return true
  const unit = unitAt(after, 0)
  // 项 of 项目 is none.
  if (unit && /^\p{Script=Han}/u.test(unit.text) && !wordsOf(after)[0]?.endsWith(unit.text)) return false
  return unit !== null && !own.includes(`{${id}}${unit.text.toLowerCase()}`)
}
