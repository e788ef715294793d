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

/** So many hexadecimal digits of its content hash name a report in a button. */
export const REPORT_KEY_LENGTH = 8

/** Names a report as it is now: changed by one character, it has another key. */
export function reportKey({ hash }: Pick<Report, 'hash'>): string {
  return hash.slice(0, REPORT_KEY_LENGTH)
}

/** The report that a button speaks of; undefined where it has changed or gone. */
export function findReport(library: Library, key: string): Report | undefined {
  return library.reports().find((report) => reportKey(report) === key)
}
