import type { GateLexicon } from './gate-lexicon.js'
import { compareIndicators, type Kinship } from './indicator.js'
import type { Claim } from './read-draft.js'
import type { Entry } from './read-entries.js'

/**
 * How surely an entry is what the claim speaks of.
 * - 3: the same indicator
 * - 2: one names it more closely than the other, and the sentences around them say the rest
 * - 1: other words, but each side's own words stand in the other's sentence
 * - 0: something else
 */
export interface Relation {
  entry: Entry
  rank: 0 | 1 | 2 | 3
  /** Likeness of the indicators, 0 … 1. */
  score: number
  /** Share of the draft sentence's character pairs that the report's sentence has, 0 … 1. */
  coverage: number
}

/** Relates a claim to an entry by the likest pair of their indicators' forms. */
export function relate(claim: Claim, entry: Entry, lexicon: GateLexicon): Relation {
  let best: Relation = { entry, rank: 0, score: 0, coverage: coverageOf(claim, entry) }
  for (const said of claim.indicators)
    for (const meant of entry.indicators) {
      if (said.length < 2 || meant.length < 2) continue
      const kinship = compareIndicators(said, meant, lexicon.fillers)
      const rank = namesOtherNumber(said, entry) ? 0 : rankOf(kinship, claim, entry)
      if (rank > best.rank || (rank === best.rank && kinship.score > best.score))
        best = { ...best, rank, score: kinship.score }
    }
  return best
}

function rankOf(kinship: Kinship, claim: Claim, entry: Entry): Relation['rank'] {
  if (kinship.kind === 'same') return 3
  const saidStands = kinship.onlyFirst.every((word) => standsIn(word, entry))
  const meantStands = kinship.onlySecond.every((word) => claim.sentence.context.includes(word))
  if (kinship.kind === 'within') return saidStands ? (meantStands ? 3 : 2) : 0
  return saidStands && meantStands && kinship.score >= 0.5 ? 1 : 0
}

/** A threshold (500万元以上…) or a year in the claim's name that the report's sentence does not have. */
function namesOtherNumber(said: string, { context }: Entry): boolean {
  const numbers = said.match(/\d+(?:\.\d+)?/g) ?? []
  return numbers.some((number) => !new RegExp(`(?<![\\d.])${number.replace('.', '\\.')}(?![\\d.]*\\d)`).test(context))
}

/** The report's sentence, its headings, its title or its place has the word. */
function standsIn(word: string, { context, report }: Entry): boolean {
  return (
    context.includes(word) ||
    report.title.includes(word) ||
    [report.place ?? '', ...report.placeAliases].some((place) => place.includes(word))
  )
}

/** Share of the draft sentence's character pairs that the report's sentence has, 0 … 1. */
export function coverageOf(claim: Claim, entry: Entry): number {
  let shared = 0
  for (const pair of claim.sentence.pairs) if (entry.pairs.has(pair)) shared++
  return shared / Math.max(claim.sentence.pairs.size, 1)
}
