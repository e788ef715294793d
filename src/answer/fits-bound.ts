import type { FigureEvidence } from '../retrieval/evidence.js'
import { findClaims } from '../understand/find-claims.js'
import type { Claim, Understanding } from '../understand/understanding.js'
import { answerWords } from './answer-words.js'

/** Whether a bound on what is counted (投资20亿元以上的工厂) stands beside the figure: all factories are no answer. */
export function fitsBound({ found, statement }: FigureEvidence, { claims, text }: Understanding): boolean {
  const bounds = claims.filter((claim) => isBound(claim, text))
  if (bounds.length === 0) return true
  const said = findClaims(`${statement.heading} ${statement.before} ${found.lead} ${found.clause}`)
  return bounds.every(({ value }) => said.some((claim) => claim.value === value))
}

function isBound(claim: Claim, text: string): boolean {
  const behind = text.slice(claim.at + claim.text.length)
  const isLeast = answerWords('bound_in_front', 'end').test(text.slice(0, claim.at))
  return answerWords('bound_behind', 'start').test(behind) || (isLeast && answerWords('bounded', 'start').test(behind))
}
