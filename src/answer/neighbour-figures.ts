import type { Figure, Report } from '../report/report.js'

/** Indicators that can stand on a button or in a question of their own. */
const LONGEST_NAME = 18
/** So many figures on either side may be offered as related. */
const REACH = 4

/**
 * The same indicator in other years, nearest year first: of one name, or of names of which one ends with the other
 * (固定资产投资, 500万元以上固定资产投资). 培育认定科技型中小企业 and 培育入库科技型中小企业 are two indicators.
 */
export function otherYears(report: Report, figure: Figure): Figure[] {
  const distance = (other: Figure) => Math.abs(Number(other.period) - Number(figure.period))
  const others = report.figures.filter(
    (other) =>
      isYear(other) &&
      isYear(figure) &&
      other.period !== figure.period &&
      other.measure === figure.measure &&
      other.unit === figure.unit &&
      (other.indicator.endsWith(figure.indicator) || figure.indicator.endsWith(other.indicator)),
  )
  return others.sort((a, b) => distance(a) - distance(b) || a.index - b.index)
}

/** Figures of the same time and status that stand beside it in the report, the next ones first, no indicator twice. */
export function relatedFigures(report: Report, figure: Figure): Figure[] {
  const home = sectionOf(report, figure)
  const seen = new Set([figure.indicator])
  const around = [
    ...report.figures.slice(figure.index + 1, figure.index + 1 + REACH),
    ...report.figures.slice(Math.max(0, figure.index - REACH), figure.index).reverse(),
  ]
  return around.filter((other) => {
    const isAkin = other.period === figure.period && isTarget(other) === isTarget(figure)
    if (!isAkin || sectionOf(report, other) !== home || !isNamed(other) || seen.has(other.indicator)) return false
    seen.add(other.indicator)
    return true
  })
}

function sectionOf({ statements }: Report, { statement }: Figure): number | null {
  return statements[statement]?.section ?? null
}

function isTarget({ status }: Figure): boolean {
  return status === 'target'
}

function isYear({ period }: Figure): boolean {
  return /^\d{4}$/u.test(period ?? '')
}

function isNamed({ indicator, measure }: Figure): boolean {
  return indicator.length <= LONGEST_NAME && measure !== 'rating'
}
