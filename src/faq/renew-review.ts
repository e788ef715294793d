import type { Report } from '../report/report.js'
import type { FaqEntry } from './faq-entry.js'
import { contentOf, type ReviewContent, type ReviewEntry, toContent } from './review.js'

/** What a run changed in the review. */
export interface ReviewChanges {
  added: ReviewEntry[]
  /** Drafts that say something else now. */
  reworded: { before: ReviewEntry; after: ReviewEntry }[]
  /** Approved or published before; the report changed. */
  stale: ReviewEntry[]
  /** Drafts that no question makes any more. */
  dropped: ReviewEntry[]
  kept: number
}

/**
 * The review after a run. Drafts are the run's; an approved or published entry keeps every word for as long as the
 * reports hold its sentences, and becomes stale, with what the run says instead, when they no longer do. Renewing twice
 * changes nothing more.
 */
export function renewReview(
  before: readonly ReviewEntry[],
  entries: readonly FaqEntry[],
  reports: readonly Report[],
): { review: ReviewEntry[]; changes: ReviewChanges } {
  const known = new Map(before.map((entry) => [entry.id, entry]))
  const made = new Set(entries.map(({ id }) => id))
  const changes: ReviewChanges = { added: [], reworded: [], stale: [], dropped: [], kept: 0 }
  const fresh = entries.map((entry) => renew(known.get(entry.id) ?? null, entry, reports, changes))
  const rest = before.filter(({ id }) => !made.has(id)).flatMap((entry) => keepOrDrop(entry, reports, changes))
  return { review: [...fresh, ...rest], changes }
}

function renew(
  old: ReviewEntry | null,
  entry: FaqEntry,
  reports: readonly Report[],
  changes: ReviewChanges,
): ReviewEntry {
  const content = toContent(entry)
  if (old === null || old.state === 'draft') {
    const after: ReviewEntry = { id: entry.id, state: 'draft', ...content }
    if (old === null) changes.added.push(after)
    else if (isSame(contentOf(old), content)) changes.kept++
    else changes.reworded.push({ before: old, after })
    return after
  }
  if (old.state !== 'stale' && standsIn(old, reports)) {
    changes.kept++
    return old
  }
  const stale: ReviewEntry = { ...old, state: 'stale', next: content }
  changes.stale.push(stale)
  return stale
}

/** An entry that the run did not make. */
function keepOrDrop(entry: ReviewEntry, reports: readonly Report[], changes: ReviewChanges): ReviewEntry[] {
  if (entry.state === 'draft') {
    changes.dropped.push(entry)
    return []
  }
  if (entry.state !== 'stale' && standsIn(entry, reports)) {
    changes.kept++
    return [entry]
  }
  const stale: ReviewEntry = { ...entry, state: 'stale', next: null }
  changes.stale.push(stale)
  return [stale]
}

/** Whether the reports still hold every sentence that the entry stands on, under the same headings. */
export function standsIn({ sources }: ReviewContent, reports: readonly Report[]): boolean {
  return sources.every((source) => placeOf(source, reports) !== null)
}

/** Where a source stands in its report now; null where it no longer does. */
export function placeOf(
  { report: id, section, sentence }: ReviewContent['sources'][number],
  reports: readonly Report[],
): { report: Report; start: number; end: number } | null {
  const report = reports.find((candidate) => candidate.id === id)
  if (!report) return null
  const statement = report.statements.find(({ start, end, section: home }) => {
    const path = home === null ? [] : report.sections[home]!.path
    return report.text.slice(start, end) === sentence && path.join('\n') === section.join('\n')
  })
  return statement ? { report, start: statement.start, end: statement.end } : null
}

function isSame(one: ReviewContent, other: ReviewContent): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
