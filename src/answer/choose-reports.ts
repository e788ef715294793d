import type { Report } from '../report/report.js'
import type { PlacedQuestion } from '../understand/reader.js'
import type { Understanding } from '../understand/understanding.js'
import type { Memory } from './follow-up.js'

export interface ChosenReports {
  reports: Report[]
  /** The question names a place that no report is about. */
  outOfPlace: boolean
}

/**
 * The reports a question goes to: those whose place it names, else the ones of the turn before, else the default. A
 * question for the place itself (哪个省 …) goes to all.
 */
export function chooseReports(
  { places }: PlacedQuestion,
  reports: readonly Report[],
  { only, memory }: { only?: string | undefined; memory: Memory | null },
): ChosenReports {
  const home = reports.filter(({ isDefault }) => isDefault)
  const fallback = home.length > 0 ? home : reports.slice(0, 1)
  if (only !== undefined) return { reports: reports.filter(({ id }) => id === only), outOfPlace: false }
  if (places.reports.length > 0) return { reports: places.reports, outOfPlace: false }
  if (places.asksWhich && reports.length > 1) return { reports: [...reports], outOfPlace: false }
  const remembered = memory ? reports.filter(({ id }) => memory.reportIds.includes(id)) : []
  const chosen = remembered.length > 0 ? remembered : fallback
  const isForeign = places.foreign.some(({ name, pairs }) =>
    [name, ...pairs].every((form) => !chosen.some((report) => speaksOf(report, form))),
  )
  return { reports: chosen, outOfPlace: isForeign }
}

/** Whether the body names it; a site's footer may name any neighbour. */
function speaksOf({ statements }: Report, name: string): boolean {
  return statements.some(({ text }) => text.includes(name))
}

/** 上海23年的和郑州25年的: of several places, each has the time that stands behind its name; else all times are for all. */
export function ownPeriods(understanding: Understanding, { places }: PlacedQuestion, { id }: Report): Understanding {
  const starts = [...new Set(places.at.values())].sort((a, b) => a - b)
  const start = places.at.get(id)
  if (starts.length < 2 || start === undefined) return understanding
  const end = starts.find((other) => other > start) ?? Number.POSITIVE_INFINITY
  const periods = understanding.periods.filter(({ at }) => at >= start && at < end)
  return { ...understanding, periods: periods.length > 0 ? periods : understanding.periods, severalPlaces: true }
}
