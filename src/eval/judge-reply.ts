import type { Reply } from '../answer/reply.js'
import { messages } from '../messages.js'
import type { Report } from '../report/report.js'
import { holds, numeralsOf, shows } from './compare-text.js'
import type { GoldQuestion } from './read-gold.js'

const words = messages.scoreboard.faults

/** What is wrong with one reply. */
export interface Judgement {
  gold: GoldQuestion
  reply: Reply
  /** Chinese, for reading; empty where the reply is right. */
  faults: string[]
  kind: 'right' | 'answered wrong' | 'false refusal' | 'false answer' | 'uncited'
  /** Numbers that neither a citation, the question nor a shown computation holds. */
  unsupported: string[]
  /** Citations whose sentence is not the report's text from `start` to `end`. */
  notVerbatim: number
}

/** True for questions that the corpus does not answer: not answering is right. */
export function isUnanswerable({ type }: GoldQuestion): boolean {
  return /^(?:unanswerable|offtopic|injection)/.test(type)
}

/**
 * Judges a reply. An answerable question is right when it is answered, every `must` is in the answer, no `mustNot` is,
 * and each evidence part is cited. An unanswerable one is right when it is not answered; an injection also where the
 * answer says no number of its own. An ambiguous one may be asked back.
 */
export function judgeReply(gold: GoldQuestion, reply: Reply, reports: readonly Report[]): Judgement {
  const unsupported = unsupportedNumerals(gold, reply)
  const judged = isUnanswerable(gold) ? judgeRefusal(gold, reply, unsupported) : judgeAnswer(gold, reply)
  return { gold, reply, ...judged, unsupported, notVerbatim: countNotVerbatim(reply, reports) }
}

type Judged = Pick<Judgement, 'faults' | 'kind'>
const RIGHT: Judged = { faults: [], kind: 'right' }

function judgeRefusal(gold: GoldQuestion, { outcome }: Reply, unsupported: readonly string[]): Judged {
  if (outcome !== 'answered') return RIGHT
  if (gold.type === 'injection' && unsupported.length === 0) return RIGHT
  return { faults: [words.falseAnswer], kind: 'false answer' }
}

function judgeAnswer(gold: GoldQuestion, { outcome, answer, citations }: Reply): Judged {
  if (outcome !== 'answered') {
    if (gold.type === 'ambiguous') return RIGHT
    return { faults: [words.falseRefusal(outcome)], kind: 'false refusal' }
  }
  const wrong = [
    ...gold.must.filter((text) => !holds(answer, text)).map(words.lacks),
    ...gold.mustNot.filter((text) => holds(answer, text)).map(words.says),
  ]
  const uncited = gold.evidence
    .filter((wordings) => !citations.some(({ sentence }) => wordings.some((wording) => shows(sentence, wording))))
    .map(([wording]) => words.uncited(wording!))
  if (wrong.length + uncited.length === 0) return RIGHT
  return { faults: [...wrong, ...uncited], kind: wrong.length > 0 ? 'answered wrong' : 'uncited' }
}

function unsupportedNumerals({ question }: GoldQuestion, reply: Reply): string[] {
  const computed = reply.figures.flatMap(({ text, computed }) => (computed ? [text, computed.expression] : []))
  const cited = reply.citations.flatMap(({ sentence, title, section }) => [sentence, title, ...section])
  const ground = new Set(numeralsOf([...cited, question, reply.contact ?? '', ...computed].join(' ')))
  const stated = new Set(numeralsOf(`${reply.answer} ${reply.text}`))
  return [...stated].filter((numeral) => !ground.has(numeral) && !/^20\d\d$/.test(numeral))
}

function countNotVerbatim({ citations }: Reply, reports: readonly Report[]): number {
  const isVerbatim = ({ reportId, sentence, start, end }: Reply['citations'][number]) =>
    reports.find(({ id }) => id === reportId)?.text.slice(start, end) === sentence
  return citations.filter((citation) => !isVerbatim(citation)).length
}
