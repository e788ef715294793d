import { foldWidth } from '../../text/width.js'
import type { TableContext } from '../report.js'
import { type ExtractedFigure, type ExtractionContext, extractFigures } from './extract-figures.js'
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

const NUMERIC = /^[-−+]?\d[\d,]*(?:\.\d+)?\s*[%‰]?(?:左右|以上|以内|以下)?$/
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
  const first = cells.find((cell) => cell.text && !NUMERIC.test(cell.text))
  const own = first ? cleanLabel(first.text) : ''
  const isChange = whole !== '' && tableWords('change_label', 'whole').test(own)
  const headers = cells.map((_, i) => readColumn(table.columns[i] ?? '', context.years ?? { result: null, plan: null }))
  const columns = isChange ? headers.map(asChange) : namedWholes(datedChanges(headers), table.columns)
  const name = first ? cells.indexOf(first) : -1
  if (columns[name]?.isText) columns[name] = { ...columns[name], isText: false }
  const isPart =
    first !== undefined &&
    (isChange ||
      table.isIndented ||
      PART.test(first.text.replace(NUMBERING, '')) ||
      /^\d/.test(own) ||
      tableWords('part_label', 'whole').test(own))
  const next = isPart ? whole : own
  if (table.columns.every((column) => column === '')) return { figures: [], whole: next }
  const unitCell = cells[columns.findIndex((column) => column.isUnit)]?.text ?? ''
  const describes = columns.some((column) => column.isText)
  const figures = cells.flatMap((cell, i) => {
    const column = columns[i]!
    if (column.isIgnored || column.isUnit) return []
    const label = labelOf(cells, columns, i)
    const said = splitUnit(cleanLabel(label?.text ?? ''))
    if (!label || !said.name) return []
    if (column.isText) return describedIn(cell, said.name, context)
    if (!NUMERIC.test(cell.text)) return []
    const over = splitUnit(isPart ? whole : '')
    const owner = describes ? { ...subject, scope: '' } : subject
    const words = { whole: isChange ? '' : over.name, label: isChange ? over.name : said.name, noun: column.noun }
    const indicator = nameCell(words, owner)
    const unit = unitCell || said.unit || over.unit || unitOf(table) || ''
    return [toFigure({ text, cell, label, column, unit, indicator }, context)]
  })
  return { figures, whole: next }
}

/** The figures of a cell of words: 桥长612米 of the bridge that the row is about. A year or span of years is none. */
function describedIn(cell: Cell, owner: string, context: ExtractionContext): ExtractedFigure[] {
  if (NUMERIC.test(cell.text)) return []
  const shifted = ({ start, end }: { start: number; end: number }) => ({
    start: start + cell.start,
    end: end + cell.start,
  })
  return extractFigures(cell.text, { ...context, subject: owner }).map((figure) => ({
    ...figure,
    indicator: figure.indicator.startsWith(owner) ? figure.indicator : owner + figure.indicator,
    at: shifted(figure.at),
    phrase: shifted(figure.phrase),
  }))
}

/**
 * A change is that of the columns in front of it: it is of what is measured there (产量), and of the latest of their times, where
 * its own header names neither time nor status.
 */
function datedChanges(columns: readonly ColumnMeaning[]): ColumnMeaning[] {
  return columns.map((column, i) => {
    const base = latestLevel(columns.slice(0, i))
    if (column.measure !== 'growth' || !base) return column
    const noun = column.noun || base.noun
    if (column.period !== null || column.status !== null) return { ...column, noun }
    return { ...column, noun, period: base.period, status: base.status }
  })
}

/** Of the amounts behind the change before, the one of the latest year, be it the first of them (2023年 2022年 增减) or the last. */
function latestLevel(columns: readonly ColumnMeaning[]): ColumnMeaning | undefined {
  const since = columns.findLastIndex(({ measure }) => measure === 'growth') + 1
  const levels = columns.filter(
    ({ measure, isUnit, isIgnored, isText }) => measure === 'level' && !isUnit && !isIgnored && !isText,
  )
  const own = levels.filter((level) => columns.indexOf(level) >= since)
  return (own.length > 0 ? own : levels.slice(-1)).reduceRight<ColumnMeaning | undefined>(
    (latest, level) => (latest && (level.period ?? '') <= (latest.period ?? '') ? latest : level),
    undefined,
  )
}

/** 合计 behind 一般性转移支付 and 专项转移支付 is of what they share: 转移支付. */
function namedWholes(columns: readonly ColumnMeaning[], headers: readonly string[]): ColumnMeaning[] {
  return columns.map((column, i) => {
    const isWhole = i > 0 && tableWords('whole_column', 'whole').test(headers[i]?.replace(/\s+/g, '') ?? '')
    if (!isWhole || column.noun !== '') return column
    const parts = columns
      .slice(1, i)
      .filter(({ measure, isText, noun }) => measure === 'level' && !isText && noun !== '')
    const shared = parts.length < FEWEST_PARTS ? '' : sharedEnd(parts.map(({ noun }) => noun))
    return shared.length < SHORTEST_SHARED ? column : { ...column, noun: `${shared}${headers[i]}` }
  })
}

const FEWEST_PARTS = 2
const SHORTEST_SHARED = 2

function sharedEnd([first = '', ...others]: readonly string[]): string {
  for (let from = 0; from < first.length; from++)
    if (others.every((other) => other.endsWith(first.slice(from)))) return first.slice(from)
  return ''
}

/** A row 比上年增长 under the one that it is the change of. */
function asChange(column: ColumnMeaning): ColumnMeaning {
  return { ...column, measure: 'growth', unit: '%' }
}

/** 亿元 of 单位:亿元、%: rates have a unit of their own. */
function unitOf({ unit }: TableContext): string | null {
  return unit?.split(/[、,，]/).find((word) => word !== '%' && word !== '％') ?? unit
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
  const [number = '', qualifier = ''] = cell.text.split(/(?=左右|以[上内下])/)
  const value = Number(number.replace(/[,%‰\s+]/g, '').replace('−', '-'))
  const isRate = column.measure !== 'level' || /[%‰]$/.test(number)
  const near = text.slice(label.end, cell.start).trim() === ''
  return {
    indicator,
    value,
    unit: number.match(/[%‰]$/)?.[0] ?? (column.unit || (isRate ? '%' : unit)),
    text: text.slice(cell.start, cell.start + number.length),
    qualifiers: qualifier === '' ? [] : [qualifier],
    period: column.period ?? context.period ?? null,
    status: column.status ?? statusByYear(column.period, context) ?? context.status ?? 'actual',
    measure: column.measure === 'level' && isRate ? 'share' : column.measure,
    direction: column.measure === 'growth' && value < 0 ? -1 : 1,
    at: { start: cell.start, end: cell.start + number.length },
    phrase: { start: near ? label.start : cell.start, end: cell.end },
  }
}

/** A number of a year that is still to come is aimed at, and one of a year that is over is not, whatever stands around. */
function statusByYear(period: string | null, { years, status }: ExtractionContext): 'target' | 'actual' | null {
  const result = years?.result ?? null
  if (period === null || result === null) return null
  if (Number(period.slice(0, 4)) > result) return 'target'
  return status === 'target' ? 'actual' : null
}

/** The words to the left of a number: the label of its row, or of its half of the row; a unit's column has none. */
function labelOf(cells: readonly Cell[], columns: readonly ColumnMeaning[], position: number): Cell | undefined {
  return cells
    .slice(0, position)
    .findLast(
      ({ text }, i) =>
        !columns[i]!.isUnit &&
        !columns[i]!.isIgnored &&
        !columns[i]!.isText &&
        !NUMERIC.test(text) &&
        /\p{Script=Han}/u.test(text),
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
