import type { Figure, ReportKind, ReportYears, Section, Statement } from '../report.js'

/** Reads every measured figure out of a report's statements, in the order of the text. */
export function buildLedger(_report: {
  kind: ReportKind
  years: ReportYears
  sections: readonly Section[]
  statements: readonly Statement[]
}): Figure[] {
  return []
}
