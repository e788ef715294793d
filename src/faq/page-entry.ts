import type { Report } from '../report/report.js'
import type { FaqSource } from './faq-entry.js'
import { placeOf } from './renew-review.js'
import type { ReviewEntry, ReviewState } from './review.js'
import { fragmentLink } from './text-fragment.js'

/** An entry as it is published: its sentences found again in the reports as they are now. */
export interface PageEntry extends Omit<ReviewEntry, 'sources' | 'next'> {
  sources: (FaqSource & {
    /** To the sentence on the official page; null where the page is not known. */
    link: string | null
  })[]
}

/** Entries in the states asked for, by theme; one whose sentences are not there is left out, whatever its state. */
export function toPageEntries(
  review: readonly ReviewEntry[],
  reports: readonly Report[],
  themes: readonly string[],
  states: readonly ReviewState[] = ['draft', 'approved', 'published'],
): PageEntry[] {
  const entries = review
    .filter(({ state }) => states.includes(state))
    .flatMap((entry) => toPageEntry(entry, reports) ?? [])
  const rank = (theme: string) => (themes.includes(theme) ? themes.indexOf(theme) : themes.length)
  return entries
    .map((entry, i) => ({ entry, i }))
    .sort((a, b) => rank(a.entry.theme) - rank(b.entry.theme) || a.i - b.i)
    .map(({ entry }) => entry)
}

function toPageEntry({ next: _, ...entry }: ReviewEntry, reports: readonly Report[]): PageEntry | null {
  const sources = entry.sources.flatMap((source) => {
    const place = placeOf(source, reports)
    if (!place) return []
    const { report, start, end } = place
    const { n, section, sentence } = source
    const link = report.url === null ? null : fragmentLink(report.url, sentence)
    return { n, reportId: report.id, title: report.title, section, sentence, start, end, url: report.url, link }
  })
  return sources.length === entry.sources.length ? { ...entry, sources } : null
}
