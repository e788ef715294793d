import { join } from 'node:path'
import { messages } from '../messages.js'
import type { Report } from '../report/report.js'
import { type PageEntry, toPageEntries } from './page-entry.js'
import { readReview } from './review-file.js'
import { loadThemes } from './themes.js'

/**
 * The entries that staff stand for, by theme, their sentences found again in the reports as they are now; none where no
 * run has been made or nothing is approved.
 *
 * @param folder of a run, with its review.yaml
 * @throws {FaqError} REVIEW_INVALID where the review file is none
 */
export function loadApproved(folder: string, reports: readonly Report[]): PageEntry[] {
  const review = readReview(join(folder, 'review.yaml'))
  if (review.length === 0) return []
  return toPageEntries(review, reports, loadThemes(messages.faq.rest).names, ['approved', 'published'])
}
