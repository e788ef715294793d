import { joinTexts, type MappedText, trimText } from './mapped-text.js'
import { NUMERIC } from './read-tables.js'
import type { SourceLine } from './source-line.js'

/** What stands in a cell that has no number. */
const EMPTY = /^[-—–－/]+$/
const STOPS = /[。；;！？!?\t]|[，,：:]$/
const LONGEST_CELL = 30
const WIDTHS = [2, 3, 4, 5, 6, 7, 8]
const FEWEST_ROWS = 3

/**
 * Puts a table together again of which a copy left one cell to a line: so many lines of words (指标, 单位, 产量), then again
 * and again as many, of which the same ones are numbers.
 */
export function joinCells(lines: readonly SourceLine[]): SourceLine[] {
  const joined: SourceLine[] = []
  for (let i = 0; i < lines.length; ) {
    const table = tableAt(lines, i)
    if (table) {
      for (let row = 0; row < table.rows; row++)
        joined.push(joinRow(lines.slice(i + row * table.width, i + (row + 1) * table.width)))
      i += table.rows * table.width
    } else joined.push(lines[i++]!)
  }
  return joined
}

/** The widest reading is tried last: 指标 2024年 2023年 is no table of two columns. */
function tableAt(lines: readonly SourceLine[], from: number): { width: number; rows: number } | null {
  if (!isLabel(lines[from]!.text)) return null
  for (const width of WIDTHS) {
    const header = lines.slice(from, from + width)
    if (header.length < width || !header.every(({ text }) => isLabel(text))) return null
    const kinds = kindsOf(lines, from + width, width)
    if (kinds === null) continue
    let rows = 1
    while (isAlike(kinds, kindsOf(lines, from + rows * width, width))) rows++
    if (rows > FEWEST_ROWS) return { width, rows }
  }
  return null
}

type Kind = 'label' | 'number' | 'empty'

/** What the cells of a row are, which begins with a label and ends with a number; null where there is none. */
function kindsOf(lines: readonly SourceLine[], from: number, width: number): Kind[] | null {
  const kinds = lines.slice(from, from + width).flatMap(({ text }) => kindOf(text.trim()) ?? [])
  return kinds.length === width && kinds[0] === 'label' && kinds.includes('number') && kinds.at(-1) !== 'label'
    ? kinds
    : null
}

function isAlike(kinds: readonly Kind[], others: readonly Kind[] | null): boolean {
  return others?.every((kind, i) => kind === kinds[i] || kind === 'empty' || kinds[i] === 'empty') ?? false
}

function kindOf(text: string): Kind | null {
  if (NUMERIC.test(text)) return 'number'
  if (EMPTY.test(text)) return 'empty'
  return isLabel(text) ? 'label' : null
}

function isLabel(line: string): boolean {
  const text = line.trim()
  return text.length <= LONGEST_CELL && /\p{Script=Han}/u.test(text) && !STOPS.test(text) && !NUMERIC.test(text)
}

/** The cells with a tab between two of them, which stands for all that was between them in the stored text. */
function joinRow(cells: readonly SourceLine[]): SourceLine {
  const texts = cells.map((cell) => trimText(cell))
  const parts = texts.flatMap((text, i) => (i === 0 ? [text] : [gap(texts[i - 1]!, text), text]))
  return { ...joinTexts(parts), heading: null }
}

function gap(before: MappedText, after: MappedText): MappedText {
  return { text: '\t', runs: [{ at: 0, start: before.runs.at(-1)!.end, end: after.runs[0]!.start }] }
}
