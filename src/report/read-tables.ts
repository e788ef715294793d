import type { TableContext } from './report.js'
import type { SourceLine } from './source-line.js'

/** A table's row: where its cells stand in the line, empty ones in front and behind left out. */
export interface TableRow {
  line: SourceLine
  cells: { start: number; end: number }[]
  table: TableContext
}

const NUMERIC = /^[-−－+]?[\d０-９][\d０-９,，.．]*\s*[%％‰]?$/

/** True where a line is a table's row: cells separated by tabs, or by wide gaps with numbers in between. */
export function isRow(text: string): boolean {
  if (text.includes('\t')) return cellsOf(text).filter((cell) => !isEmpty(text, cell)).length > 0
  const cells = cellsOf(text).map(({ start, end }) => text.slice(start, end))
  return cells.length >= 3 && cells.slice(1).filter((cell) => NUMERIC.test(cell)).length >= 2
}

/** Reads the rows of one table. `unit` is what stands above the table, null where nothing does. */
export function readTable(lines: readonly SourceLine[], unit: string | null): TableRow[] {
  const grid = lines.map((line) => cellsOf(line.text))
  const indented = lines.every(
    ({ text }) => text.startsWith('\t') || text.trimStart().startsWith('\t') || /^\s/.test(text),
  )
  const rows = grid.map((cells) => (indented && cells.length > 1 ? cells.slice(1) : cells))
  const header = headerOf(lines, rows)
  return lines.map((line, i) => {
    const filled = rows[i]!.map((cell) => !isEmpty(line.text, cell))
    const first = Math.max(0, filled.indexOf(true))
    const last = filled.lastIndexOf(true) + 1
    const columns = header && !header.lines.includes(line) ? header.columns.slice(first, last) : []
    return { line, cells: rows[i]!.slice(first, last), table: { columns, unit } }
  })
}

/** The header has a word for every column. Rows of words above and below it, for groups of columns, say too little. */
function headerOf(
  lines: readonly SourceLine[],
  rows: readonly { start: number; end: number }[][],
): { lines: SourceLine[]; columns: string[] } | null {
  const width = Math.max(...rows.map((cells) => cells.length))
  const words = rows.map((cells, i) => cells.map(({ start, end }) => lines[i]!.text.slice(start, end).trim()))
  const firstData = words.findIndex((cells) => cells.some((cell) => NUMERIC.test(cell)))
  const above = words.slice(0, firstData < 0 ? 1 : firstData)
  const full = above.find((cells) => cells.length === width && cells.filter((cell) => cell !== '').length >= width - 1)
  return full ? { lines: lines.slice(0, above.length), columns: full.map((cell) => cell.replace(/\s+/g, '')) } : null
}

/** Offsets of the cells, blanks around them left out. */
function cellsOf(text: string): { start: number; end: number }[] {
  const gap = text.includes('\t') ? /\t/g : /\s{2,}/g
  const cells: { start: number; end: number }[] = []
  let from = 0
  for (const match of text.matchAll(gap)) {
    cells.push(trimmed(text, from, match.index))
    from = match.index + match[0].length
  }
  return [...cells, trimmed(text, from, text.length)]
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const cell = text.slice(start, end)
  const blanks = cell.length - cell.trimStart().length
  return { start: start + blanks, end: start + blanks + cell.trim().length }
}

function isEmpty(text: string, cell: { start: number; end: number }): boolean {
  return text.slice(cell.start, cell.end).trim() === ''
}
