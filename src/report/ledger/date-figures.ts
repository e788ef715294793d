import type { ReportYears } from '../report.js'
import type { NumeralReading } from './classify-numerals.js'
import type { NamedFigure } from './name-figures.js'
import { findPeriods, type PeriodFound } from './periods.js'

/** The time that a sentence says of one of its figures. */
export interface FigureTime {
  /** Null where the sentence says none. */
  period: string | null
  /** Offset since which the sentence speaks of that time. */
  since: number
}

/** Every time of a sentence that figures can belong to. */
export function findTimes(folded: string, years: ReportYears): PeriodFound[] {
  return findPeriods(folded, years)
}

/**
 * The time said last before the figure. A time that is only compared with (比2020年) dates nothing but a number that it
 * stands in front of (较2020年的5亿元); that of a number gone from (由2010年的5亿元增加到) does not date the one reached.
 */
export function dateFigure(
  folded: string,
  times: readonly PeriodFound[],
  reading: NumeralReading,
  named: NamedFigure,
): FigureTime {
  const before = times.filter((time) => time.end <= reading.start)
  const last = before.at(-1)
  if (last && reading.unit !== '倍' && /^(?:底|末)?的?$/.test(folded.slice(last.end, reading.start)))
    return { period: last.period, since: last.start }
  const said = before.findLast(
    (time) => !time.compared && !isOrigin(folded, time, named) && !isAside(folded, time, reading),
  )
  return said ? { period: said.period, since: said.start } : { period: null, since: 0 }
}

function isOrigin(folded: string, time: PeriodFound, named: NamedFigure): boolean {
  return named.reached && /[由从]$/.test(folded.slice(0, time.start))
}

/** A time in brackets that closed before the figure. */
function isAside(folded: string, time: PeriodFound, reading: NumeralReading): boolean {
  const between = folded.slice(time.end, reading.start)
  const closing = between.indexOf(')')
  return closing >= 0 && !between.slice(0, closing).includes('(')
}
