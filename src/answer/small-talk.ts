import { messages } from '../messages.js'
import { toSearchForm } from '../text/search-form.js'
import type { Understanding } from '../understand/understanding.js'
import type { Asked } from './ask-report.js'
import type { Finding } from './finding.js'

/** Greetings, thanks and matters that no report covers get a short human reply; null for everything else. */
export function smallTalk(asked: readonly Asked[]): Finding | null {
  const understanding = asked[0]?.context.understanding
  if (!understanding) return null
  const say = understanding.smalltalk && messages.answer.smalltalk[understanding.smalltalk]
  const { offtopic } = understanding
  const isMatter = offtopic === null || asked.some((one) => answersIn(one, offtopic))
  if (!say && isMatter) return null
  return {
    outcome: 'off_topic',
    claims: [],
    related: [],
    say: say || undefined,
    reasons: [say ? '这是寒暄,不是提问。' : '问的事与政府报告无关。'],
    confidence: 1,
  }
}

/** An answer to what is asked stands where the off-topic words are the story's alone; any, where each is part of a name that it writes. */
function answersIn(
  { finding: { outcome, claims }, context }: Asked,
  { words, isAsked }: NonNullable<Understanding['offtopic']>,
): boolean {
  if (outcome !== 'answered') return false
  if (!isAsked || saysAll(context)) return knowsAsked(context)
  const said = toSearchForm(
    claims.flatMap(({ sources }) => sources.map(({ report, start, end }) => report.text.slice(start, end))).join(''),
  )
  return words.every((word) =>
    context.understanding.terms.some(
      ({ text }) => text.length > word.length && text.includes(word) && said.includes(text),
    ),
  )
}

/** One sentence of the report says all that is asked, at some length: 哪个牌子入选了十大地域品牌 is no shopping. */
function saysAll({ question, evidence }: Asked['context']): boolean {
  const [best] = evidence
  const length = question.terms.reduce((sum, { term }) => sum + term.text.length, 0)
  return length >= LONG && best !== undefined && best.words.every((met) => met >= SAID)
}

const LONG = 10
const SAID = 0.8

/** Whether the report knows a word of what is asked, not of the story around it alone: 买了某厂的股票,合适吗. */
function knowsAsked({ question, understanding }: Asked['context']): boolean {
  const isKnown = question.terms.some(({ term, present }) => present && ASKED.includes(term.role))
  return isKnown || understanding.claims.length > 0
}

const ASKED = ['head', 'topic', 'inherited', 'per', 'place']
