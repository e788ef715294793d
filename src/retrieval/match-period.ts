import type { Figure, ReportYears, Section } from '../report/report.js'
import { yearsOf } from '../understand/find-periods.js'
import type { AskedPeriod } from '../understand/understanding.js'

/** How a figure's time stands to the time asked: `part` is a year within a span, `open` a time nobody named. */
export type PeriodFit = 'same' | 'part' | 'other' | 'open'

export interface Years {
  from: number
  to: number
}

/** The years a figure's period speaks of; null where it has none. */
export function figureYears(period: string | null): Years | null {
  const years = period?.match(/\d{4}/g)?.map(Number)
  if (!years || years.length === 0) return null
  const isMonth = /^\d{4}-\d{2}(?!\d)/.test(period!)
  return { from: years[0]!, to: isMonth ? years[0]! : years.at(-1)! }
}

/** Compares the time asked with a figure's. No time asked fits everything. */
export function fitPeriod(asked: readonly Years[], years: Years | null): PeriodFit {
  if (asked.length === 0 || years === null) return 'open'
  if (asked.some((wanted) => wanted.from === years.from && wanted.to === years.to)) return 'same'
  if (asked.some((wanted) => wanted.from <= years.to && years.from <= wanted.to)) return 'part'
  return 'other'
}

/** The years asked for, as this report counts them; a time said twice is one. */
export function askedYears(periods: readonly AskedPeriod[], years: ReportYears): Years[] {
  const asked = periods.flatMap((period) => yearsOf(period, years) ?? [])
  return asked.filter(({ from, to }, i) => !asked.slice(0, i).some((other) => other.from === from && other.to === to))
}

/** The years a section speaks of, from its own heading or the nearest above that tells. */
export function sectionYears(sections: readonly Section[], index: number | null): Years | null {
  for (let at = index; at !== null; at = sections[at]!.parent) {
    const period = sections[at]!.period
    if (period) return figureYears(period)
  }
  return null
}

/** The status of a figure fits `target` or `actual` as asked. */
export function fitsStatus(asked: 'actual' | 'target' | null, figure: Figure): boolean {
  return asked === null || (asked === 'target') === (figure.status === 'target')
}
