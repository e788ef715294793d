import { cellWidth } from '../console/wrap.js'

export interface Column {
  title: string
  /** Cells that the column keeps, however narrow the line. */
  least: number
  /** Gives way where the line is too narrow; columns that do not grow are as wide as their widest cell. */
  grows?: boolean
}

const GAP = '  '

/**
 * Rows in columns aligned by terminal cells (a Chinese character fills two). Text that does not fit is cut with `…`.
 * @param width cells of a line
 */
export function showTable(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string[] {
  const lines = [columns.map(({ title }) => title), ...rows]
  const wanted = columns.map((_, i) => Math.max(...lines.map((line) => cellWidth(line[i] ?? ''))))
  const widths = fitWidths(columns, wanted, width - GAP.length * (columns.length - 1))
  const show = (line: readonly string[]) => widths.map((cells, i) => padded(line[i] ?? '', cells)).join(GAP)
  return lines.map((line) => show(line).trimEnd())
}

/** Takes cells from the widest growing column until the line fits. */
function fitWidths(columns: readonly Column[], wanted: readonly number[], room: number): number[] {
  const widths = [...wanted]
  const excess = () => widths.reduce((sum, cells) => sum + cells, 0) - room
  while (excess() > 0) {
    const candidates = widths.map((cells, i) => (columns[i]!.grows && cells > columns[i]!.least ? cells : 0))
    const widest = Math.max(...candidates)
    if (widest === 0) break
    widths[candidates.indexOf(widest)]!--
  }
  return widths
}

function padded(text: string, cells: number): string {
  const shown = clipped(text, cells)
  return shown + ' '.repeat(Math.max(0, cells - cellWidth(shown)))
}

const MARK = '…'

function clipped(text: string, cells: number): string {
  if (cellWidth(text) <= cells) return text
  const room = cells - cellWidth(MARK)
  let shown = ''
  for (const character of text) {
    if (cellWidth(shown + character) > room) break
    shown += character
  }
  return shown + MARK
}
