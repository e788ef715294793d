import { foldWidth } from '../../text/width.js'
import type { TableContext } from '../report.js'
import type { ExtractedFigure, ExtractionContext } from './extract-figures.js'
import { nameCell, type TableSubject } from './name-cell.js'
import { type ColumnMeaning, readColumn } from './read-column.js'
import { tableWords } from './table-words.js'
import { unitAt } from './units.js'

/** A table row as figures, with its label for the rows below that are parts of it. */
export interface RowReading {
  figures: ExtractedFigure[]
  /** What rows below divide: the label of the last row that is no part itself. */
  whole: string
}

interface Cell {
  text: string
  start: number
  end: number
}

const NUMERIC = /^[-−+]?\d[\d,]*(?:\.\d+)?\s*[%‰]?$/
const NUMBERING = /^(?:[一二三四五六七八九十]+、|[((][一二三四五六七八九十\d]+[))]|\d{1,2}[.、]\s*(?!\d)|#|[-—]+)\s*/
const PART = /^其中[:、,]?\s*/
/** 化肥(折纯), 白酒(折65度): how an amount was reckoned is no part of its name. */
const CONVERTED = /\(折[^()]{1,6}\)$/

/** What is known of a row from above it. */
export interface RowSetting {
  context: ExtractionContext
  /** Label that rows such as 其中:城镇 divide; '' for none. */
  whole: string
  /** What the table's caption says of all its rows. */
  subject: TableSubject
}

/**
 * Every figure of a table row: each number takes its noun from the row's label, and unit, time and measure from the header
 * above it. A row without a header tells nothing of its numbers, so it has no figures.
 */
export function readRow(text: string, table: TableContext, { context, whole, subject }: RowSetting): RowReading {
  const cells = cellsOf(foldWidth(text))
  const columns = datedChanges(
    cells.map((_, i) => readColumn(table.columns[i] ?? '', context.years ?? { result: null, plan: null })),
  )
  const first = cells.find((cell) => cell.text && !NUMERIC.test(cell.text))
  const own = first ? cleanLabel(first.text) : ''
  const isPart =
    first !== undefined &&
    (table.isIndented ||
      PART.test(first.text.replace(NUMBERING, '')) ||
      /^\d/.test(own) ||
      tableWords('part_label', 'whole').test(own))
  const next = isPart ? whole : own
  if (table.columns.every((column) => column === '')) return { figures: [], whole: next }
  const unitCell = cells[columns.findIndex((column) => column.isUnit)]?.text ?? ''
  const figures = cells.flatMap((cell, i) => {
    const column = columns[i]!
    if (!NUMERIC.test(cell.text) || column.isIgnored || column.isUnit) return []
    const label = labelOf(cells, columns, i)
    const said = splitUnit(cleanLabel(label?.text ?? ''))
    if (!label || !said.name) return []
    const over = splitUnit(isPart ? whole : '')
    const indicator = nameCell({ whole: over.name, label: said.name, noun: column.noun }, subject)
    const unit = unitCell || said.unit || over.unit || table.unit || ''
    return [toFigure({ text, cell, label, column, unit, indicator }, context)]
  })
  return { figures, whole: next }
}

/**
 * A change is that of the column in front of it: it is of what is measured there (产量), and of its time, where its own header
 * names neither time nor status.
 */
function datedChanges(columns: readonly ColumnMeaning[]): ColumnMeaning[] {
  return columns.map((column, i) => {
    const base = columns
      .slice(0, i)
      .findLast(({ measure, isUnit, isIgnored }) => measure === 'level' && !isUnit && !isIgnored)
    if (column.measure !== 'growth' || !base) return column
    const noun = column.noun || base.noun
    if (column.period !== null || column.status !== null) return { ...column, noun }
    return { ...column, noun, period: base.period, status: base.status }
  })
}

interface Place {
  text: string
  cell: Cell
  label: Cell
  column: ColumnMeaning
  /** Of the whole row or table. */
  unit: string
  indicator: string
}

function toFigure({ text, cell, label, column, unit, indicator }: Place, context: ExtractionContext): ExtractedFigure {
  const value = Number(cell.text.replace(/[,%‰\s+]/g, '').replace('−', '-'))
  const isRate = column.measure !== 'level' || /[%‰]$/.test(cell.text)
  const near = text.slice(label.end, cell.start).trim() === ''
  return {
    indicator,
    value,
    unit: cell.text.match(/[%‰]$/)?.[0] ?? (column.unit || (isRate ? '%' : unit)),
    text: text.slice(cell.start, cell.end),
    qualifiers: [],
    period: column.period ?? context.period ?? null,
    status: column.status ?? context.status ?? 'actual',
    measure: column.measure === 'level' && isRate ? 'share' : column.measure,
    direction: column.measure === 'growth' && value < 0 ? -1 : 1,
    at: { start: cell.start, end: cell.end },
    phrase: { start: near ? label.start : cell.start, end: cell.end },
  }
}

/** The words to the left of a number: the label of its row, or of its half of the row; a unit's column has none. */
function labelOf(cells: readonly Cell[], columns: readonly ColumnMeaning[], position: number): Cell | undefined {
  return cells
    .slice(0, position)
    .findLast(
      ({ text }, i) =>
        !columns[i]!.isUnit && !columns[i]!.isIgnored && !NUMERIC.test(text) && /\p{Script=Han}/u.test(text),
    )
}

function cleanLabel(label: string): string {
  let rest = label.trim()
  for (let before = -1; before !== rest.length; ) {
    before = rest.length
    rest = rest.replace(NUMBERING, '').replace(PART, '')
  }
  return rest.replace(/\s+/g, '')
}

/** 常住人口(万人) is counted in 万人; 投资(不含农户) has no unit there. */
function splitUnit(label: string): { name: string; unit: string } {
  const [brackets, unit] = /\(([^()]+)\)$/.exec(label) ?? []
  const counted = unit?.replace(/^(?:万亿|亿|万|千|百)/, '')
  return brackets && unit && counted && unitAt(counted, 0)?.text === counted
    ? { name: label.slice(0, -brackets.length).replace(CONVERTED, ''), unit }
    : { name: label.replace(CONVERTED, ''), unit: '' }
}

function cellsOf(text: string): Cell[] {
  let from = 0
  return text.split('\t').map((raw) => {
    const start = from + raw.length - raw.trimStart().length
    from += raw.length + 1
    return { text: raw.trim(), start, end: start + raw.trim().length }
  })
}
