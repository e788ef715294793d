import { columnOf } from '../report/ledger/column-of.js'
import type { Figure, Statement } from '../report/report.js'
import { foldWidth } from '../text/width.js'
import { periodLabel } from './period-label.js'

/** Words of a column's header that tell how its numbers were come by: 预计数, 决算数, 预算数. */
const STANDING = /(?:调整后?)?(?:预算|预计|预期|目标|计划|决算|执行|完成)(?:完成|执行)?数/

/**
 * States a cell of a table as a sentence, since the cell alone is a bare number: 2026年教育支出预算数93.11亿元. Every word is
 * the table's: its row's label, its column's header, its unit.
 */
export function stateCell(figure: Figure, statement: Statement): string {
  return yearOf(figure) + figure.indicator + amountOf(figure, statement)
}

/** States a whole row; a year and a name that the number before had, too, are said once. '' for a row without figures. */
export function stateRow(figures: readonly Figure[], statement: Statement): string {
  return figures
    .map((figure, i) => {
      const before = figures[i - 1]
      const year = before?.period === figure.period ? '' : yearOf(figure)
      return year + (before?.indicator === figure.indicator ? '' : figure.indicator) + amountOf(figure, statement)
    })
    .join(',')
}

function yearOf({ period }: Figure): string {
  return period === null ? '' : periodLabel(period)
}

/** The number as it stands, with the unit that the table's head gives it, and what the head says of its standing. */
function amountOf(figure: Figure, statement: Statement): string {
  const { text, unit, measure, value } = figure
  if (isDescribed(figure)) return frontOf(figure) + text + behindOf(figure)
  const size = text.replace(/\s*[%％‰]$/, '') + unit + behindOf(figure)
  if (measure === 'growth')
    return `${standingOf(figure)}${(value ?? 0) < 0 ? '下降' : '增长'}${size.replace(/^[-−－+]\s*/, '')}`
  const header = foldWidth(columnOf(figure, statement)).replace(/\s+/g, '')
  const standing = OF_NO_YEAR.test(header) ? '' : standingOf(figure)
  return (STANDING.exec(header)?.[0] ?? standing) + size
}

/** Whether it stands among words (桥长612米), so that its unit is part of it. */
function isDescribed({ text, unit }: Figure): boolean {
  return unit !== '' && unit !== '%' && text.endsWith(unit)
}

function frontOf({ qualifiers, text }: Figure): string {
  return qualifiers.filter((word) => !BEHIND.test(word) && !text.includes(word)).join('')
}

function behindOf({ qualifiers }: Figure): string {
  return qualifiers.filter((word) => BEHIND.test(word)).join('')
}

/** What a thing costs in all is no year's aim. */
const OF_NO_YEAR = /总投资/
const BEHIND = /^(?:左右|以[上内下])$/

function standingOf({ status }: Figure): string {
  if (status === 'target') return '目标'
  return status === 'estimate' ? '预计' : ''
}
