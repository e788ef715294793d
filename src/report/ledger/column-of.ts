import type { Figure, Statement } from '../report.js'

/** The header above a figure's cell; '' where it stands in no table, or under no header. */
export function columnOf({ at }: Pick<Figure, 'at'>, { text, table }: Pick<Statement, 'text' | 'table'>): string {
  return table?.columns[text.slice(0, at.start).split('\t').length - 1] ?? ''
}
