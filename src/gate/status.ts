import type { ExtractedFigure } from '../report/ledger/extract-figures.js'
import type { FigureStatus } from '../report/report.js'
import type { GateLexicon } from './gate-lexicon.js'

/** What the words around a figure claim of its standing. */
export interface StatusClaim {
  /** Null where no word tells. */
  status: FigureStatus | null
  /** The words that tell. */
  words: string[]
}

/**
 * What a sentence claims of each of its figures. Words before the figure count as far back as the sentence speaks of the
 * same time, words behind it (8%左右的目标) up to the clause's end. Target words win over estimates, those over results.
 */
export function claimedStatuses(
  text: string,
  figures: readonly ExtractedFigure[],
  claims: GateLexicon['claims'],
): StatusClaim[] {
  return figures.map((figure, i) => {
    const earlier = figures.slice(0, i).findLast((other) => other.period !== figure.period)
    const next = figures[i + 1]?.phrase.start ?? text.length
    const before = text.slice(earlier?.phrase.end ?? 0, figure.at.start)
    const behind = text
      .slice(figure.at.end, Math.max(next, figure.at.end))
      .split(/[,;。!?\uff0c\uff1b\uff01\uff1f]/)[0]!
    return claimOf(before, behind, claims)
  })
}

/** What some words, such as a heading, claim. */
export function claimOf(before: string, behind: string, claims: GateLexicon['claims']): StatusClaim {
  for (const status of ['target', 'estimate', 'actual'] as const) {
    const words = claims[status].filter(
      (word) => before.includes(word) || (status !== 'actual' && behind.includes(word)),
    )
    if (words.length > 0) return { status, words }
  }
  return { status: null, words: [] }
}
