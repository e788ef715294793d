import type { Report, Statement } from '../report/report.js'
import type { AnswerClaim, Source } from './finding.js'

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

/** A sentence in the report's own words, with the figures of its source that it prints. */
export function quotedClaim(text: string, source: Source): AnswerClaim {
  return { text, sources: [source], figures: source.figures.filter((figure) => text.includes(figure.text)) }
}

/** The line of the report file that holds `words` first, behind `label` where one is given, as something to cite; null where none does. */
export function lineOf(report: Report, words: string, label = ''): Source | null {
  const at = findWords(report.text, words, Math.max(0, report.text.indexOf(label)))
  if (words === '' || at < 0) return null
  const from = report.text.lastIndexOf('\n', at) + 1
  const until = report.text.indexOf('\n', at)
  const line = report.text.slice(from, until < 0 ? undefined : until)
  const start = from + (line.length - line.trimStart().length)
  return { report, start, end: start + line.trim().length, section: [], figures: [] }
}

/** Names are set wide in reports (周  平): blanks between the characters do not count. */
function findWords(text: string, words: string, from: number): number {
  const literal = text.indexOf(words, from)
  if (literal >= 0 || words === '') return literal
  const wide = [...words].map((character) => character.replace(/[\\^$.*+?()[\]{}|]/, '\\$&')).join('[ \\u3000]*')
  const found = text.slice(from).search(new RegExp(wide))
  return found < 0 ? -1 : from + found
}
