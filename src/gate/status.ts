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
  const reached = achievedAtEnd(text, claims)
  if (reached) return figures.map(() => reached)
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

/** …的目标已如期完成: whatever the words before it planned, the sentence says that it was reached; null elsewhere. */
function achievedAtEnd(text: string, { achieved }: GateLexicon['claims']): StatusClaim | null {
  const end = text.trim().replace(/[。;；!！\s]+$/, '')
  const words = achieved.filter((word) => end.endsWith(word))
  return words.length > 0 && /目标|任务|指标|预期|计划/.test(end)
    ? { status: 'actual', words: words.slice(0, 1) }
    : null
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
