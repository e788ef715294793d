import type { Figure } from '../report/report.js'
import type { Claim } from '../understand/understanding.js'

/** What 十亿多 may mean at most, as a multiple. */
const MOST_ABOVE = 1.5

/** Whether the question itself says this number. */
export function isClaimed(claim: Claim, { value, unit }: Figure): boolean {
  if (value === null) return false
  const scale = unit.match(/^(万亿|亿|万)/)?.[0] ?? ''
  const full = Math.abs(value) * ({ '': 1, 万: 1e4, 亿: 1e8, 万亿: 1e12 }[scale] ?? 1)
  if (claim.isAtLeast) return full >= claim.value && full < MOST_ABOVE * claim.value
  return Math.abs(full - claim.value) <= 1e-9 * Math.max(1, full)
}
