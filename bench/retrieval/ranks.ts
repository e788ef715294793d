import type { CollectionQuestion } from './collection.js'

/** From 1: where the first passage that answers the question comes; infinite where none was found. */
export function rankOf({ relevant }: CollectionQuestion, scores: Float64Array): number {
  const best = [...relevant].reduce((one, other) => (scores[other]! > scores[one]! ? other : one))
  const score = scores[best]!
  if (score === 0) return Number.POSITIVE_INFINITY
  return 1 + scores.reduce((before, other, i) => before + (other > score || (other === score && i < best) ? 1 : 0), 0)
}

export function recallAt(depth: number, ranks: readonly number[]): number {
  return ranks.filter((rank) => rank <= depth).length / ranks.length
}

/** Mean of 1 / rank, 0 beyond `depth`. */
export function meanReciprocalRank(depth: number, ranks: readonly number[]): number {
  return ranks.reduce((sum, rank) => sum + (rank <= depth ? 1 / rank : 0), 0) / ranks.length
}

/** Questions that only one of two arms puts first, and how likely so uneven a split is by chance (two-sided sign test). */
export function signTest(one: readonly number[], other: readonly number[]): { won: number; lost: number; p: number } {
  const won = one.filter((rank, i) => rank === 1 && other[i] !== 1).length
  const lost = one.filter((rank, i) => rank !== 1 && other[i] === 1).length
  const trials = won + lost
  let [tail, term] = [0, -trials * Math.LN2]
  for (let k = 0; k <= Math.min(won, lost); k++) {
    tail += Math.exp(term)
    term += Math.log((trials - k) / (k + 1))
  }
  return { won, lost, p: Math.min(1, 2 * tail) }
}
