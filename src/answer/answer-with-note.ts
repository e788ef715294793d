import type { Evidence } from '../retrieval/evidence.js'
import { findClaims, unitKindOf } from '../understand/find-claims.js'
import type { Claim, Understanding } from '../understand/understanding.js'
import { answerWords } from './answer-words.js'
import type { AskContext } from './context.js'
import type { Finding } from './finding.js'
import { tidy } from './quote-clauses.js'
import { saysAsked } from './says-asked.js'
import { quotedClaim, sourceOf } from './source.js'

/** A term is met from here on (0–1). */
const MET = 0.5

/**
 * A number that only a note tells (a glossary's entry on a road: 全长约28公里), in the note's own words; null where no note
 * speaks of all that is asked, or where the one that does has several numbers of the kind.
 */
export function answerWithNote(context: AskContext): Finding | null {
  const entry = context.evidence.find(
    ({ statement, words }) =>
      statement.statement.kind === 'note' &&
      context.question.terms.every(({ term }, i) => term.role === 'background' || words[i]! >= MET),
  )
  if (!entry || !saysAsked(entry, context)) return null
  const amounts = findClaims(entry.statement.text).filter((amount) => isOfKind(amount, context.understanding))
  return amounts.length === 1 ? quoted(entry) : null
}

function isOfKind({ unit }: Claim, { kind, unit: asked, text }: Understanding): boolean {
  if (asked !== null) return unitKindOf(unit) === unitKindOf(asked) && unit.endsWith(asked)
  if (kind === 'money') return unitKindOf(unit) === 'money'
  if (answerWords('asks_length').test(text)) return unitKindOf(unit) === 'length'
  return kind === 'figure'
}

function quoted({ statement: { statement }, searchable: { report }, coverage }: Evidence): Finding {
  return {
    outcome: 'answered',
    claims: [quotedClaim(tidy(statement.text), sourceOf(report, statement))],
    related: [],
    reasons: ['数字账里没有,注释里的这一句写到了所问的数字。'],
    confidence: Math.min(1, coverage),
  }
}
