import { messages } from '../messages.js'
import { isClaimed } from '../retrieval/is-claimed.js'
import type { AskContext } from './context.js'
import type { Finding } from './finding.js'

/** Adds what the report says to a number that the question took for granted: confirmed, or not what stands there. */
export function correctPremise(finding: Finding, { understanding }: AskContext): Finding {
  const { claims, cues } = understanding
  const stated = finding.claims.flatMap(({ figures }) => figures)
  if (claims.length === 0 || stated.length === 0 || !(cues.has('confirm') || cues.has('whether'))) return finding
  const isConfirmed = claims.some((claim) => stated.some((figure) => isClaimed(claim, figure)))
  return {
    ...finding,
    premise: isConfirmed ? messages.answer.premiseConfirmed : messages.answer.premiseCorrected,
    reasons: [...finding.reasons, isConfirmed ? '问题里的数字与报告一致。' : '问题里的数字与报告不一致,以报告为准。'],
  }
}
