import type { Asked } from '../ask-report.js'
import { asksNumber } from '../asks-number.js'
import type { Finding } from '../finding.js'
import { rarestTerm } from '../fits.js'
import { saysAsked } from '../says-asked.js'
import type { Material, OfferedEvidence } from './material.js'

const MET = 0.5

/**
 * Whether a model is asked at all. It words what is answered; where the extractive answer found no one sentence to quote,
 * it may put several together. What the ledger, the calendar or the map rule out it may not answer, nor is small talk its
 * matter; numbers are the ledger's alone.
 */
export function mayAnswer(finding: Finding, asked: readonly Asked[], material: Material): boolean {
  if (material.evidence.size === 0) return false
  if (finding.outcome === 'answered') return finding.claims.length > 0
  if (finding.outcome !== 'not_in_report' || asked.length !== 1) return false
  return !wantsNumber(asked[0]!) && meetsDemands([...material.evidence.values()], asked[0]!)
}

/**
 * Whether these statements together say something of everything the question names, one of them its rarest word, and one can
 * hold what is asked of it: a time for when, a place for where.
 */
export function meetsDemands(evidence: readonly OfferedEvidence[], { context }: Asked): boolean {
  const { question } = context
  const demands = question.terms.flatMap(({ term }, i) => (DEMANDING.includes(term.role) ? [i] : []))
  const rarest = rarestTerm(question)
  if (demands.length === 0 || rarest < 0) return false
  const isMet = (i: number) => evidence.some(({ met }) => (met?.[i] ?? 0) >= MET)
  const saysIt = ({ source }: OfferedEvidence) =>
    context.evidence.some((entry) => entry.statement.statement.start === source.start && saysAsked(entry, context))
  return (
    evidence.some(saysIt) &&
    demands.every(isMet) &&
    evidence.every(({ met }) => met?.some((strength) => strength >= MET) ?? false)
  )
}

const DEMANDING = ['head', 'topic', 'place', 'per', 'inherited']
/** Whether a number is wanted: then the ledger decides which. */
export function wantsNumber({ context }: Asked): boolean {
  return context.understanding.asksAmount || asksNumber(context)
}
