import { messages } from '../messages.js'
import type { FigureEvidence } from '../retrieval/evidence.js'
import { isClaimed } from '../retrieval/is-claimed.js'
import type { Claim } from '../understand/understanding.js'
import { answerWords } from './answer-words.js'
import type { AskContext } from './context.js'
import type { Finding } from './finding.js'
import { fitsTime } from './fits.js'
import { stateFigure } from './state-figure.js'

const MEASURE_MET = 0.95

/**
 * A question that the report does not answer, but that takes a number for granted which it denies (投资增长了15%,靠的是哪几家):
 * what the report says of that measure. Null where it says the same, nothing, or several things.
 */
export function denyPremise(context: AskContext): Finding | null {
  const denied = context.understanding.claims.flatMap((claim) => deniedBy(claim, context) ?? [])
  if (denied.length === 0) return null
  return {
    outcome: 'answered',
    claims: denied.map((evidence) => stateFigure(evidence)),
    related: [],
    premise: messages.answer.premiseCorrected,
    reasons: ['问题里的数字与报告不一致,以报告为准。'],
    confidence: 0.6,
  }
}

/** The figure of the same measure and time that has another number; null where there is none, or several. */
export function deniedBy(claim: Claim, context: AskContext): FigureEvidence | null {
  if (claim.unit === '' || claim.isAtLeast) return null
  const stated = context.figures.filter(
    (candidate) =>
      candidate.figure.unit.endsWith(claim.unit) && fitsTime(candidate, context) && claimsOf(claim, candidate, context),
  )
  const [best] = stated
  const isOne = stated.every(({ figure }) => figure.value === best!.figure.value)
  return best && isOne && (!isClaimed(claim, best.figure) || isTurned(claim, best, context)) ? best : null
}

/** 增长了5% where it fell by so much. */
function isTurned(claim: Claim, { figure }: FigureEvidence, { understanding }: AskContext): boolean {
  if (figure.measure !== 'growth') return false
  const front = understanding.text.slice(0, claim.at)
  return answerWords(figure.direction < 0 ? 'rises_by' : 'falls_by', 'end').test(front)
}

/** Whether the question says the number of this very measure, and of its growth where that is what the figure tells. */
function claimsOf(claim: Claim, { figure, met }: FigureEvidence, { understanding, question }: AskContext): boolean {
  return question.terms.some(({ term: { concept, at, text } }, i) => {
    if (concept?.kind !== 'measure' || met[i]!.own < MEASURE_MET || at + text.length > claim.at) return false
    const between = understanding.text.slice(at + text.length, claim.at)
    if (/[,。;!?]/.test(between)) return false
    return answerWords('grows').test(between) === (figure.measure === 'growth')
  })
}
