import type { InputRichBlockTable, RichBlockTableCell, RichText as RichWords } from 'grammy/types'
import { messages } from '../messages.js'
import { figureRanges } from './figure-ranges.js'
import type { FigureRow, FigureTable } from './figure-table.js'
import { bold, concat, plain, type RichText } from './rich-text.js'
import { toRichWords } from './rich-words.js'

/** As wide as a Chinese character in every font that a phone shows one in, unlike a blank. */
const WIDE_BLANK = '\u3000'

/**
 * The table as lines: name, value, number of the source; the values stand one below the other. Names are filled up with blanks as wide as a
 * Chinese character, so that the columns stand in a proportional font, too.
 */
export function tableLines({ heading, rows }: FigureTable): RichText {
  const widest = Math.max(...rows.filter(({ value }) => value !== '').map(({ name }) => cells(name)))
  const title = bold(plain(heading), [{ start: 0, end: heading.length }])
  return concat([title, ...rows.map((row) => line(row, widest))], '\n')
}

function line({ n, name, value, figure }: FigureRow, widest: number): RichText {
  const mark = plain(circled(n))
  if (value === '') return concat([plain(name), mark])
  const missing = widest - cells(name)
  const blanks = `${WIDE_BLANK.repeat(Math.floor(missing))}${missing % 1 === 0 ? ' ' : '  '}`
  return concat([plain(`${name}${blanks}`), valueWords(value, figure), mark])
}

function valueWords(value: string, figure: FigureRow['figure']): RichText {
  return bold(plain(value), figureRanges(value, figure ? [figure] : []))
}

/** Width in Chinese characters; what is not one counts half. */
function cells(text: string): number {
  return [...text].reduce((sum, character) => sum + (character < '\u02FF' ? 0.5 : 1), 0)
}

/** 1 → ①, up to 20. */
export function circled(n: number): string {
  return String.fromCodePoint(0x2460 + n - 1)
}

/** The table as a rich message shows it. */
export function tableBlock({ heading, rows }: FigureTable): InputRichBlockTable {
  const { name, value } = messages.telegram.table.columns
  return {
    type: 'table',
    is_striped: true,
    is_compact: true,
    caption: heading,
    cells: [[header(name), header(value)], ...rows.map(rowCells)],
  }
}

function rowCells({ n, name, value, figure }: FigureRow): RichBlockTableCell[] {
  if (value === '') return [{ ...cell(`${name}${circled(n)}`), colspan: 2 }]
  return [cell(name), cell([toRichWords(valueWords(value, figure)), circled(n)])]
}

function cell(text: RichWords): RichBlockTableCell {
  return { text, align: 'left', valign: 'middle' }
}

function header(text: string): RichBlockTableCell {
  return { ...cell(text), is_header: true }
}
