import type { Evidence } from '../retrieval/evidence.js'
import { strengthIn } from '../retrieval/weigh-terms.js'
import type { AskContext } from './context.js'
import { stateRow } from './state-cell.js'

/** A neighbour clause joins the answer when it meets this share of the best clause. */
const CLAUSE_SHARE = 0.3
/** Statements up to this length are quoted whole. */
const SHORT = 110

/** The clauses that meet the question, and those between them; the whole sentence where it is short. */
export function quoteClauses({ statement }: Evidence, { question }: AskContext): string {
  const whole = statement.statement.text
  if (statement.figures.length > 0 && statement.statement.kind === 'row')
    return stateRow(
      statement.figures.map(({ figure }) => figure),
      statement.statement,
    )
  if (whole.length <= SHORT) return tidy(whole)
  const scores = statement.clauses.map((clause) => clauseScore(clause.text, question))
  const top = Math.max(...scores)
  if (top === 0) return tidy(whole)
  const chosen = scores.map((score, i) => (score >= CLAUSE_SHARE * top ? i : -1)).filter((i) => i >= 0)
  let [first, last] = [chosen[0]!, chosen.at(-1)!]
  const lengthOf = () => statement.clauses[last]!.end - statement.clauses[first]!.start
  while (lengthOf() < SHORT / 2 && last + 1 < statement.clauses.length) last++
  while (lengthOf() < SHORT / 2 && first > 0) first--
  return tidy(whole.slice(statement.clauses[first]!.start, statement.clauses[last]!.end))
}

/** How much of the question a clause meets, in weights. */
export function clauseScore(text: string, { terms }: AskContext['question']): number {
  return terms.reduce((sum, { term, weight }) => sum + weight * strengthIn(text, term), 0)
}

/** A quotation without the mark at its end, and without the report's own note mark in front: that would read as a citation. */
export function tidy(text: string): string {
  return text
    .trim()
    .replace(/^[[［〔]\d{1,3}[\]］〕]\s*/, '')
    .replace(/[,，;；。、:：]+$/, '')
}
