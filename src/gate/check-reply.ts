import { foldWidth } from '../text/width.js'
import { bindClaim } from './bind-claim.js'
import { type Computed, verifyComputed } from './check-computation.js'
import { verdictOf } from './check-text.js'
import type { GateContext } from './create-gate.js'
import { type Claim, type ClaimedSentence, readClaims } from './read-draft.js'
import { gateMessages } from './reasons.js'
import { type Ground, groundOf, ownWords } from './reply-ground.js'
import type { CheckResult, Verdict } from './verdict.js'

/** A reply as far as the gate must know it. */
export interface CheckedReply {
  /** A number of the question may be repeated where the reply says so: 您问的9%. */
  question?: string
  answer: string
  text: string
  citations: readonly CheckedCitation[]
  figures: readonly CheckedFigure[]
}

export interface CheckedCitation {
  n: number
  reportId: string
  section: readonly string[]
  /** The report's text from `start` to `end`. */
  sentence: string
  start: number
  end: number
}

export interface CheckedFigure {
  text: string
  value: number | null
  unit: string
  computed: { expression: string; citations: readonly number[] } | null
}

/** Everything that a number of a reply may stand on. */
export interface ReplyScene {
  ground: Ground[]
  computed: Computed[]
  question: string
  /** Numbers and full dates that stand in the sources. */
  known: ReadonlySet<string>
  dates: ReadonlySet<string>
  gate: GateContext
}

/**
 * Judges every number of a reply. It must stand in a sentence that the reply cites (those marked in its own sentence, else
 * any), with the same indicator, year and qualifiers; or be computed from such; or be repeated from the question.
 */
export function checkReply(reply: CheckedReply, gate: GateContext): CheckResult {
  const ground = groundOf(reply, gate)
  const computed = verifyComputed(reply.figures, ground)
  const scene: ReplyScene = {
    ground,
    computed,
    question: foldWidth(reply.question ?? ''),
    known: knownNumbers(reply, ground, computed),
    dates: new Set(ground.flatMap(({ sentence }) => sentence.match(DATE) ?? []).map(dateKey)),
    gate,
  }
  const home = ground[0]?.report ?? gate.reports.find(({ isDefault }) => isDefault) ?? gate.reports[0]
  const years = home?.years ?? { result: null, plan: null }
  const sentences = readClaims(ownWords(reply, ground, gate), { form: gate.form, lexicon: gate.lexicon, years })
  const figures = sentences.flatMap((sentence) => judgeSentence(sentence, scene))
  return { ok: figures.every(({ verdict }) => verdict === 'supported'), figures }
}

function judgeSentence({ sentence, claims }: ClaimedSentence, scene: ReplyScene): Verdict[] {
  const marked = scene.ground.filter(({ n }) => sentence.marks.includes(n))
  const ground = marked.length > 0 ? marked : scene.ground
  const judged = claims.map((claim) => verdictOf(claim, bindClaim(claim, sentence.text, { ...scene, ground })))
  const loose = looseNumerals(sentence.text, claims, scene)
  return [
    ...judged,
    ...loose.map((text): Verdict => ({ text, verdict: 'unknown', reason: gateMessages.notCited(text), nearest: null })),
  ]
}

/** Numbers of any kind, names and dates included, that stand in nothing that the reply cites. */
function looseNumerals(text: string, claims: readonly Claim[], { known, dates }: ReplyScene): string[] {
  let rest = foldWidth(text)
  for (const { figure } of claims) rest = blankAt(rest, figure.at)
  const wrongDates = [...rest.matchAll(DATE)].map(([date]) => date).filter((date) => !dates.has(dateKey(date)))
  const loose = numbersOf(rest).filter((number) => !known.has(number))
  return [...new Set([...wrongDates, ...loose])]
}

/** Every number that a reply may repeat: of its sources and their headings, of the question, of what was computed. */
function knownNumbers(reply: CheckedReply, ground: readonly Ground[], computed: readonly Computed[]): Set<string> {
  const words = [
    reply.question ?? '',
    ...computed.map(({ expression }) => expression),
    ...ground.flatMap(({ report, folded, sentence, headings, entries }) => [
      folded,
      sentence,
      ...headings,
      report.place ?? '',
      `${report.years.result ?? ''} ${report.years.plan ?? ''}`,
      ...entries.map(({ figure }) => figure.period ?? ''),
    ]),
  ]
  return new Set(words.flatMap((text) => numbersOf(foldWidth(text))))
}

/** 2025年1月6日, 2025-01-06; not 2025年0-15岁. */
const DATE = /(?:19|20)\d\d(?:年\d{1,2}月\d{1,2}日?|-\d{1,2}-\d{1,2})/g

function dateKey(date: string): string {
  return numbersOf(date.replaceAll('-', ' ')).join('-')
}

/** 1,034 is 1034, 06 is 6. */
function numbersOf(text: string): string[] {
  const numbers = text.replace(/(?<=\d),(?=\d{3})/g, '').match(/\d+(?:\.\d+)?/g) ?? []
  return numbers.map((number) => String(Number(number)))
}

function blankAt(text: string, { start, end }: { start: number; end: number }): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
}
