import { agreesInPeriod, compareFigure, type Mismatch, sameUnit, weightOf } from './compare.js'
import type { FigureIndex } from './figure-index.js'
import type { GateLexicon } from './gate-lexicon.js'
import { coverageOf, type Relation, relate } from './kinship.js'
import type { Claim } from './read-draft.js'
import type { Entry } from './read-entries.js'

/** What the corpus says of one claim. */
export type Judgement =
  /** `entry` is null where the figure is computed, or repeated from a question. */
  | { verdict: 'supported'; entry: Entry | null; coverage: number }
  | { verdict: 'contradicted'; entry: Entry; coverage: number; mismatches: Mismatch[]; otherIndicator: boolean }
  | { verdict: 'unknown' }

/** A draft sentence that shares this much with a sentence of the report is taken from it. */
const NEARLY_VERBATIM = 0.8
/** Other sentences then need to come this close to be meant instead. */
const MARGIN = 0.2
/** Draft sentences without an indicator that share less with a sentence of the report do not speak of it. */
const LIKE_IN_CONTEXT = 0.5
/** Indicators this much alike, with the same value, are a mistaken indicator rather than an unknown one. */
const MISTAKEN = 0.5

/** Judges a claim by the entries of the index that `admits` lets through. */
export function judge(
  claim: Claim,
  index: FigureIndex,
  lexicon: GateLexicon,
  admits: (entry: Entry) => boolean,
): Judgement {
  const named = claim.indicators.filter((indicator) => indicator.length > 1)
  if (named.length === 0) return judgeByContext(claim, index.entries.filter(admits), lexicon)
  const candidates = new Set(named.flatMap((indicator) => index.byIndicator(indicator)))
  const relations = [...candidates].filter(admits).map((entry) => relate(claim, entry, lexicon))
  return judgeAmong(claim, relations, lexicon)
}

/** A figure that names no indicator means what the report's likest sentences speak of. */
function judgeByContext(claim: Claim, entries: readonly Entry[], lexicon: GateLexicon): Judgement {
  const likely = entries
    .map((entry) => ({ entry, rank: 1 as const, score: 0, coverage: coverageOf(claim, entry) }))
    .filter(({ coverage }) => coverage >= LIKE_IN_CONTEXT)
  const meant = meantAmong(likely, Math.max(...likely.map(({ coverage }) => coverage)) - MARGIN)
  return meant.length === 0 ? { verdict: 'unknown' } : judgeMeant(claim, meant, lexicon)
}

/**
 * The likest indicators decide. Less like ones are asked only where no likelier one speaks of the claimed time, in the claimed unit.
 */
export function judgeAmong(claim: Claim, relations: readonly Relation[], lexicon: GateLexicon): Judgement {
  let first: Judgement | null = null
  for (const rank of [3, 2, 1] as const) {
    const meant = meantAmong(relations.filter((relation) => relation.rank === rank))
    if (meant.length === 0) continue
    const judgement = judgeMeant(claim, meant, lexicon)
    if (judgement.verdict === 'supported') return judgement
    first ??= judgement
    if (meant.some(({ entry }) => agreesInPeriod(claim.period, entry) && sameUnit(claim, entry))) break
  }
  return first ?? mistakenIndicator(claim, relations, lexicon)
}

/** Leaves out sentences that merely share the indicator where the draft is nearly word for word one of them. */
function meantAmong(relations: readonly Relation[], least = leastCoverage(relations)): Relation[] {
  return relations.filter((relation) => relation.coverage >= least)
}

function leastCoverage(relations: readonly Relation[]): number {
  const closest = Math.max(...relations.map((relation) => relation.coverage), 0)
  return closest >= NEARLY_VERBATIM ? closest - MARGIN : 0
}

function judgeMeant(claim: Claim, meant: readonly Relation[], lexicon: GateLexicon): Judgement {
  const compared = meant
    .map((relation) => ({ relation, mismatches: compareFigure(claim, relation.entry, lexicon) }))
    .sort((a, b) => weightOf(a.mismatches) - weightOf(b.mismatches) || b.relation.coverage - a.relation.coverage)
  const { relation, mismatches } = compared[0]!
  const { entry, coverage } = relation
  if (mismatches.length === 0 && !contradictsCarriedPeriod(claim, entry, meant))
    return { verdict: 'supported', entry, coverage }
  return { verdict: 'contradicted', entry, coverage, mismatches, otherIndicator: false }
}

/** The sentences before spoke of a year for which the report gives this indicator, too, and otherwise. */
function contradictsCarriedPeriod(claim: Claim, entry: Entry, meant: readonly Relation[]): boolean {
  if (claim.period !== null || claim.periodBefore === null) return false
  if (agreesInPeriod(claim.periodBefore, entry)) return false
  return meant.some((relation) => relation.entry.figure.period === claim.periodBefore)
}

/** The value is the report's, but for something of a like name. */
function mistakenIndicator(claim: Claim, relations: readonly Relation[], lexicon: GateLexicon): Judgement {
  const [likest] = relations
    .filter((relation) => relation.score >= MISTAKEN)
    .map((relation) => ({ relation, mismatches: compareFigure(claim, relation.entry, lexicon) }))
    .filter(({ mismatches }) => !mismatches.some(({ kind }) => kind === 'value' || kind === 'unit'))
    .sort((a, b) => b.relation.score - a.relation.score)
  if (!likest) return { verdict: 'unknown' }
  const { entry, coverage } = likest.relation
  return { verdict: 'contradicted', entry, coverage, mismatches: likest.mismatches, otherIndicator: true }
}
