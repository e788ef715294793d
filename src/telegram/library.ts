import { createHash } from 'node:crypto'
import type { Report } from '../report/report.js'

/** What there is to browse besides asking. Asked anew each time, since a reload changes it. */
export interface Library {
  reports(): readonly Report[]
  /** Questions that staff have approved an answer for, in the order of their themes; none where nobody has. */
  faq(): readonly FaqQuestion[]
  /** Citizens' themes. */
  themes: Themes
}

export interface FaqQuestion {
  /** At most 24 letters, digits, `_` and `-`. */
  id: string
  theme: string
  question: string
}

export interface Themes {
  /** In the order to show. */
  names: readonly string[]
  /** @param texts most telling first: the first that says anything of a theme decides */
  of(...texts: readonly string[]): string
}

/** Nothing to browse. */
export const emptyLibrary: Library = {
  reports: () => [],
  faq: () => [],
  themes: { names: [], of: () => '' },
}

/** So many hexadecimal digits name a report in a button. */
export const REPORT_KEY_LENGTH = 8

const keys = new WeakMap<Report, string>()

/**
 * Names a report as it is and as it is read now. Buttons count its statements, sections and figures: where one character
 * of it has changed, or a newer version of the program reads it otherwise, it has another key.
 */
export function reportKey(report: Report): string {
  const key = keys.get(report) ?? keyOf(report)
  keys.set(report, key)
  return key
}

function keyOf({ hash, sections, statements, figures }: Report): string {
  const reading = createHash('sha256').update(hash)
  for (const { start } of [...sections, ...statements]) reading.update(`${start} `)
  for (const { statement, text, indicator } of figures) reading.update(`${statement} ${text} ${indicator} `)
  return reading.digest('hex').slice(0, REPORT_KEY_LENGTH)
}

/** The report that a button speaks of; undefined where it has changed or gone. */
export function findReport(library: Library, key: string): Report | undefined {
  return library.reports().find((report) => reportKey(report) === key)
}
