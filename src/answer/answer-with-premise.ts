import type { FigureEvidence } from '../retrieval/evidence.js'
import { isClaimed } from '../retrieval/is-claimed.js'
import { namesThing } from '../retrieval/weigh-terms.js'
import type { AskContext } from './context.js'
import type { AnswerClaim, Finding } from './finding.js'
import { fitsTime } from './fits.js'
import { tidy } from './quote-clauses.js'
import { quotedClaim, sourceOf } from './source.js'
import { stateFigure } from './state-figure.js'

const THING_MET = 0.8

/**
 * A story that takes a number of the report for granted (听说29个项目都竣工了,怎么还没通知) and asks for no other: what the report
 * says of that number. Null where no figure has the number and the thing.
 */
export function answerWithPremise(context: AskContext): Finding | null {
  const { understanding, question, figures, searchable } = context
  if (understanding.asksAmount) return null
  const named = figures.find(
    (candidate) =>
      understanding.claims.some((claim) => !claim.isAtLeast && isClaimed(claim, candidate.figure)) &&
      candidate.met.some(({ own }, i) => own >= THING_MET && namesThing(question.terms[i]!, searchable)) &&
      fitsTime(candidate, context),
  )
  if (!named) return null
  return {
    outcome: 'answered',
    claims: [quoteClause(named)],
    related: [],
    reasons: [`问题里的数字就是数字账里的“${named.figure.indicator}”。`],
    confidence: 0.6,
  }
}

/** The clause in which the figure stands, verbatim: with what was done (加快…建设), which the story may have wrong. */
function quoteClause(evidence: FigureEvidence): AnswerClaim {
  const { statement, found, searchable } = evidence
  const clause = statement.clauses.find(({ text }) => text === found.clause)
  if (statement.statement.kind === 'row' || !clause) return stateFigure(evidence)
  const text = tidy(statement.statement.text.slice(clause.start, clause.end))
  const source = sourceOf(searchable.report, statement.statement)
  return quotedClaim(text, source)
}
