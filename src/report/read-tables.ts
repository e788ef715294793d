import type { TableContext } from './report.js'
import type { SourceLine } from './source-line.js'

/** A table's row: where its cells stand in the line, empty ones in front and behind left out. */
export interface TableRow {
  line: SourceLine
  cells: { start: number; end: number }[]
  table: TableContext
}

/** A number by itself, as it stands in a cell. */
export const NUMERIC = /^[-−－+]?[\d０-９][\d０-９,，.．]*\s*[%％‰]?$/

/** A line longer than this is a text whose line breaks were lost, not a row. */
const LONGEST_ROW = 5000

/** True where a line is a table's row: cells separated by tabs, or by wide gaps with numbers in between. */
export function isRow(text: string): boolean {
  if (text.length > LONGEST_ROW) return false
  if (text.includes('\t')) return cellsOf(text).filter((cell) => !isEmpty(text, cell)).length > 0
  const cells = cellsOf(text).map(({ start, end }) => text.slice(start, end))
  return cells.length >= 3 && cells.slice(1).filter((cell) => NUMERIC.test(cell)).length >= 2
}

/** True for a line of words that heads the columns of the row below: as many cells as that one has, with wide gaps between. */
export function headsRow(text: string, below: string): boolean {
  if (text.length > LONGEST_HEADER || /[。；;\t]/.test(text) || !isRow(below)) return false
  const cells = cellsOf(text)
  return cells.length >= 3 && cells.length === cellsOf(below).length && cells.every((cell) => !isEmpty(text, cell))
}

const LONGEST_HEADER = 200

/** Reads the rows of one table. `unit` is what stands above the table, null where nothing does. */
export function readTable(lines: readonly SourceLine[], unit: string | null): TableRow[] {
  const grid = lines.map((line) => cellsOf(line.text))
  const indented = lines.every(
    ({ text }) => text.startsWith('\t') || text.trimStart().startsWith('\t') || /^\s/.test(text),
  )
  const rows = grid.map((cells) => (indented && cells.length > 1 ? cells.slice(1) : cells))
  const header = headerOf(lines, rows)
  const indents = lines.map((line, i) => indentOf(line, rows[i]!))
  const least = Math.min(...indents.slice(header?.height ?? 0))
  return lines.flatMap((line, i) => {
    const columns = header && i >= header.height ? header.columns : []
    const isIndented = indents[i]! > least
    return panelsOf(columns, rows[i]!.length).flatMap(([from, to]) =>
      rowOf({ line, cells: rows[i]!, table: { columns, unit, isIndented } }, from, to),
    )
  })
}

/** Blanks in front of what a row says first. */
function indentOf({ text }: SourceLine, cells: readonly { start: number; end: number }[]): number {
  const first = cells.find((cell) => !isEmpty(text, cell))
  return first ? first.start - (text.lastIndexOf('\t', first.start - 1) + 1) : 0
}

/** Two tables side by side (收入 and 支出) have a row of their own each: where the first column's header comes again. */
function panelsOf(columns: readonly string[], width: number): [number, number][] {
  const starts = columns.flatMap((column, i) => (column === columns[0] && i < width ? [i] : []))
  const narrow = starts.some((start, i) => i > 0 && start - starts[i - 1]! < 2)
  return starts.length < 2 || narrow || columns[0] === ''
    ? [[0, width]]
    : starts.map((start, i) => [start, starts[i + 1] ?? width])
}

/** The cells from one column up to another as a row; none where they are empty. */
function rowOf({ line, cells, table }: TableRow, from: number, to: number): TableRow[] {
  const filled = cells.map((cell, i) => i >= from && i < to && !isEmpty(line.text, cell))
  const first = filled.indexOf(true)
  if (first < 0) return []
  const last = filled.lastIndexOf(true) + 1
  return [{ line, cells: cells.slice(first, last), table: { ...table, columns: table.columns.slice(first, last) } }]
}

/** The words above the columns; null where no row of words has one for each. */
function headerOf(
  lines: readonly SourceLine[],
  rows: readonly { start: number; end: number }[][],
): { height: number; columns: string[] } | null {
  const width = Math.max(...rows.map((cells) => cells.length))
  const words = rows.map((cells, i) =>
    cells.map(({ start, end }) => lines[i]!.text.slice(start, end).replace(/\s+/g, '')),
  )
  const firstData = words.findIndex((cells) => cells.some((cell) => NUMERIC.test(cell)) && !areYears(cells))
  const above = words.slice(0, firstData < 0 ? 1 : firstData)
  const full = above.find((cells) => cells.length === width && cells.filter((cell) => cell !== '').length >= width - 1)
  const columns = full ?? spannedColumns(above, width)
  return columns ? { height: above.length, columns } : null
}

/** 年份 2030 2031: years head columns, though they are numbers. */
function areYears([, ...cells]: readonly string[]): boolean {
  return cells.length > 1 && cells.every((cell) => /^(?:19|20)\d\d$/.test(cell))
}

/** 科目 预计数 over 全市 市级: every heading but the rows' own (科目) spans as many of the second row's. */
function spannedColumns([upper = [], lower = []]: readonly string[][], width: number): string[] | null {
  const spanning = upper.filter((cell) => cell !== upper[0]).length
  const each = lower.length / spanning
  if (!Number.isInteger(each) || upper.length - spanning + lower.length !== width) return null
  let used = 0
  return upper.flatMap((cell) => {
    if (cell === upper[0]) return [cell]
    used += each
    return lower.slice(used - each, used).map((below) => `${cell}${below}`)
  })
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
