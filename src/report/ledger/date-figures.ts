import type { ReportYears } from '../report.js'
import { leadingVerb } from './carry-verb.js'
import type { NumeralReading } from './classify-numerals.js'
import { figureWords } from './figure-words.js'
import type { NamedFigure } from './name-figures.js'
import { findPeriods, type PeriodFound } from './periods.js'

/** The time that a sentence says of one of its figures. */
export interface FigureTime {
  /** Null where the sentence says none. */
  period: string | null
  /** Offset since which the sentence speaks of that time. */
  since: number
}

/** What the text around a sentence says of time. */
export interface Surroundings {
  period: string | null
  /** The span of years that it looks back on. */
  view: string | null
  /** The span of years whose results are told here, where one year's are told beside it. */
  reviewed: string | null
}

/** Every time of a sentence that figures can belong to. */
export function findTimes(folded: string, years: ReportYears): PeriodFound[] {
  const result = years.now ?? years.result
  if (result === null) return findPeriods(folded, years)
  const present = [...folded.matchAll(PRESENT)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    period: String(result),
    compared: false,
  }))
  return [...findPeriods(folded, years), ...present].sort((a, b) => a.start - b.start)
}

/** Now is the time that a report knows the results of, wherever it stands. */
const PRESENT = /截至目前|(?:^|[,;。(])目前|(?<![从实])现在(?!起)/g

/**
 * The time said last before the figure. A time that is only compared with (比2020年) dates nothing but a number that it
 * stands in front of (较2020年的5亿元); that of a number gone from (由2010年的5亿元增加到) does not date the one reached. A
 * number gone from without a time of its own belongs to the year before.
 */
export function dateFigure(
  folded: string,
  times: readonly PeriodFound[],
  reading: NumeralReading,
  named: NamedFigure,
  around: Surroundings,
): FigureTime {
  const before = times.filter((time) => time.end <= reading.start)
  const last = before.at(-1)
  if (last && reading.unit !== '倍' && STANDS_FOR.test(folded.slice(last.end, reading.start)))
    return {
      period: isYearBefore(folded, last, named, around) ? yearBefore(last.period) : last.period,
      since: last.start,
    }
  const said = before.findLast(
    (time) =>
      !time.compared &&
      !isOrigin(folded, time, reading, named) &&
      !isAside(folded, time, reading) &&
      !isMultiplied(folded, time, reading),
  )
  const time = said ? { period: inContext(said, around), since: said.start } : { period: null, since: 0 }
  if (named.left) return { ...time, period: yearBefore(around.view ?? time.period ?? around.period) }
  const span = said === undefined ? spanOf(named, around) : null
  if (span) return { ...time, period: span }
  const isLatest = named.arrived || isStanding(folded, reading, named)
  return isLatest ? { ...time, period: endOfSpan(time.period ?? around.period) } : time
}

/** 由上年的5亿元增加到, in what tells of that year itself: the year before it. */
function isYearBefore(
  folded: string,
  { start, end, period }: PeriodFound,
  { left }: NamedFigure,
  around: Surroundings,
): boolean {
  return left && period === around.period && folded.slice(start, end) === '上年'
}

/** 五年 among the plans for 2031 are the five years from then on. */
function inContext({ period, open }: PeriodFound, around: Surroundings): string {
  const first = Number(around.period?.slice(0, 4))
  return open && first > Number(period.slice(-4)) ? `${first}-${first + 4}` : period
}

/** 2021-2025 → 2020; 2022 → 2021. */
function yearBefore(period: string | null): string | null {
  return period === null ? null : String(Number(period.slice(0, 4)) - 1)
}

/** What was reached in a span of years is its last year's. */
function endOfSpan(period: string | null): string | null {
  return period !== null && /^\d{4}-\d{4}$/.test(period) ? period.slice(5) : period
}

/**
 * The years told of, where the number is of all of them: 年均增长6%, 新建公路5公里, 产值增长40%, unlike how things stood in the
 * end; null for others.
 */
function spanOf(named: NamedFigure, { view, reviewed, period }: Surroundings): string | null {
  const span = reviewed ?? view
  if (span === null || (period !== null && (period.length > 4 || period > span.slice(5)))) return null
  const isMean = named.qualifiers.some((word) => /年均|平均每年|每年平均/.test(word))
  return isMean || (reviewed !== null && cameAbout(named)) ? span : null
}

function cameAbout({ indicator, measure, qualifiers, arrived }: NamedFigure): boolean {
  if (arrived || measure === 'rank' || measure === 'share') return false
  return measure === 'growth' || qualifiers.includes('累计') || leadingVerb(indicator) !== '' || ADDED.test(indicator)
}

const ADDED = /(?:新增|净增|减少|增加)$/

/** 通车里程10公里, 覆盖率达到90%, 居全国第三: how things stood at a time, unlike what was built, spent or grew over the years. */
function isStanding(
  folded: string,
  reading: NumeralReading,
  { indicator, measure, qualifiers, leftStart }: NamedFigure,
) {
  if (measure === 'growth' || qualifiers.some((word) => /年均|累计|平均/.test(word))) return false
  if (measure === 'rank') return true
  if (/新[增建改]|^(?:建成|改造|完成)/.test(indicator)) return false
  return figureWords('standing', 'end').test(indicator) || RAISED.test(folded.slice(leftStart, reading.start))
}

/** 提高到, 降至 behind what changed. */
const RAISED =
  /(?:提[高升]|上升|增[加长]?|扩大|下降|降低?|缩[小短]|减少?|回落|升)[到至为](?:了)?(?:近|约|超过?|不足|\s)*$/

/** 2021年的5亿元, and the numbers in a row with it: 从2021年的4.1万元和1.7万元. */
const STANDS_FOR =
  /^(?:底|末)?(?:的?(?:[人户]均|平均|每[人户年月])*|的(?:\d[\d.,]*[万亿]*\p{Script=Han}{0,3}(?:\/\p{Script=Han}{1,2})?[和与、])+)$/u

/** A time gone from: what was reached since is of a later one, and so is the next number in a row with it. */
function isOrigin(folded: string, time: PeriodFound, reading: NumeralReading, named: NamedFigure): boolean {
  if (!/[由从]$/.test(folded.slice(0, time.start))) return false
  return named.reached || ROW_REACHED.test(folded.slice(time.end, reading.start))
}

/** 分别提高到5.9万元和 in front of the next. */
const ROW_REACHED = /^的[^,;。]*\d[^,;。]*[到至][约近]?\d[^,;。]*[和与、]$/u

/** 为1997年的2.9倍: the year that is multiplied is not the number's own. */
function isMultiplied(folded: string, time: PeriodFound, { unit, start }: NumeralReading): boolean {
  return unit === '倍' && STANDS_FOR.test(folded.slice(time.end, start))
}

/** A time in brackets that closed before the figure. */
function isAside(folded: string, time: PeriodFound, reading: NumeralReading): boolean {
  const between = folded.slice(time.end, reading.start)
  const closing = between.indexOf(')')
  return closing >= 0 && !between.slice(0, closing).includes('(')
}
