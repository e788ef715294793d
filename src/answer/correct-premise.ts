import { messages } from '../messages.js'
import type { FigureEvidence } from '../retrieval/evidence.js'
import { isClaimed } from '../retrieval/is-claimed.js'
import { unitKindOf } from '../understand/find-claims.js'
import type { Claim } from '../understand/understanding.js'
import type { AskContext } from './context.js'
import { deniedBy } from './deny-premise.js'
import type { Finding } from './finding.js'
import { plainEvidence } from './plain-evidence.js'
import { stateFigure } from './state-figure.js'

/** Adds what the report says to a number that the question took for granted: confirmed, or not what stands there. */
export function correctPremise(finding: Finding, context: AskContext): Finding {
  const { claims, cues } = context.understanding
  const stated = finding.claims.flatMap(({ figures }) => figures)
  if (claims.length === 0 || stated.length === 0) return finding
  const denied = claims.flatMap((claim) => deniedBy(claim, context) ?? [])
  const wrong = [
    ...claims.flatMap((claim) => contradicting(claim, finding, context) ?? []),
    ...denied.filter(({ figure }) => !stated.includes(figure)),
  ]
  const isDenied = denied.length > 0
  if (wrong.length === 0 && !isDenied && !(cues.has('confirm') || cues.has('whether'))) return finding
  const isConfirmed =
    wrong.length === 0 && !isDenied && claims.some((claim) => stated.some((figure) => isClaimed(claim, figure)))
  return {
    ...finding,
    claims: [...finding.claims, ...wrong.map((evidence) => stateFigure(evidence))],
    premise: isConfirmed ? messages.answer.premiseConfirmed : messages.answer.premiseCorrected,
    reasons: [...finding.reasons, isConfirmed ? '问题里的数字与报告一致。' : '问题里的数字与报告不一致,以报告为准。'],
  }
}

/** 95个项目 where the sentence answered with says 59个 of the same projects; null where the number is right or of nothing stated. */
function contradicting(claim: Claim, { claims }: Finding, { searchable }: AskContext): FigureEvidence | null {
  const stated = claims.flatMap(({ figures }) => figures)
  if (claim.unit === '' || searchable.figures.some(({ figure }) => isClaimed(claim, figure))) return null
  const said = searchable.figures.find(
    ({ figure }) =>
      figure.unit.endsWith(claim.unit) &&
      unitKindOf(figure.unit) === 'count' &&
      !stated.includes(figure) &&
      stated.some(
        (other) =>
          other.statement === figure.statement &&
          other.period === figure.period &&
          (other.indicator.startsWith(figure.indicator) || figure.indicator.startsWith(other.indicator)),
      ),
  )
  if (!said) return null
  return plainEvidence(searchable, said)
}
