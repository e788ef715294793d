import { compareFigure, type Mismatch } from './compare.js'
import type { FigureIndex } from './figure-index.js'
import type { GateLexicon } from './gate-lexicon.js'
import type { Judgement } from './judge.js'
import { coverageOf } from './kinship.js'
import type { Claim } from './read-draft.js'
import type { Entry } from './read-entries.js'

/** A draft sentence and a sentence of the report that share this much, each of the other, are the same but for slips. */
const SAME_WORDS = 0.8

/**
 * Figures that a draft changed in a sentence of the report: the sentence is the report's nearly word for word, has as many
 * figures in the same order, and most of them are right. The others are slips, even where another sentence bears them out.
 *
 * @returns the judgement of each slip, by the claim's position; empty where the sentence is none of the report's
 */
export function findSlips(
  claims: readonly Claim[],
  index: FigureIndex,
  lexicon: GateLexicon,
  admits: (entry: Entry) => boolean,
): Map<number, Judgement> {
  let best: { entry: Entry; mismatches: Mismatch[] }[] = []
  for (const entries of sameWorded(claims, index, admits)) {
    const compared = entries.map((entry, i) => ({ entry, mismatches: compareFigure(claims[i]!, entry, lexicon) }))
    if (countRight(compared) > countRight(best)) best = compared
  }
  const slips = best.flatMap(({ entry, mismatches }, i): [number, Judgement][] =>
    mismatches.length === 0
      ? []
      : [[i, { verdict: 'contradicted', entry, coverage: 1, mismatches, otherIndicator: false }]],
  )
  return slips.length * 2 > claims.length ? new Map() : new Map(slips)
}

function sameWorded(
  claims: readonly Claim[],
  index: FigureIndex,
  admits: (entry: Entry) => boolean,
): (readonly Entry[])[] {
  if (claims.length < 2) return []
  const near = claims.flatMap((claim) => claim.indicators.flatMap((indicator) => index.byIndicator(indicator)))
  const statements = new Map(near.map((entry) => [entry.statement, entry]))
  return [...statements.values()]
    .filter((entry) => admits(entry) && isSameWorded(claims[0]!, entry))
    .map(({ report, statement }) => index.entriesOf(report, statement))
    .filter((entries) => entries.length === claims.length)
}

function isSameWorded(claim: Claim, entry: Entry): boolean {
  const [said, meant] = [claim.sentence.pairs.size, entry.pairs.size]
  return Math.min(said, meant) >= SAME_WORDS * Math.max(said, meant) && coverageOf(claim, entry) >= SAME_WORDS
}

function countRight(compared: readonly { mismatches: Mismatch[] }[]): number {
  return compared.filter(({ mismatches }) => mismatches.length === 0).length
}
