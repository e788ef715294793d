import type { Report, Statement } from '../report/report.js'
import type { Source } from './finding.js'

/** A statement as something to cite. */
export function sourceOf(report: Report, statement: Statement): Source {
  return {
    report,
    start: statement.start,
    end: statement.end,
    section: statement.section === null ? [] : report.sections[statement.section]!.path,
    figures: report.figures.filter((figure) => figure.statement === statement.index),
  }
}

/** The line of the report file that holds `words` first, behind `label` where one is given, as something to cite; null where none does. */
export function lineOf(report: Report, words: string, label = ''): Source | null {
  const at = report.text.indexOf(words, Math.max(0, report.text.indexOf(label)))
  if (words === '' || at < 0) return null
  const from = report.text.lastIndexOf('\n', at) + 1
  const until = report.text.indexOf('\n', at)
  const line = report.text.slice(from, until < 0 ? undefined : until)
  const start = from + (line.length - line.trimStart().length)
  return { report, start, end: start + line.trim().length, section: [], figures: [] }
}
