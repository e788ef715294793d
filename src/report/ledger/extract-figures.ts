import { foldWidth } from '../../text/width.js'
import type { Figure, FigureStatus, ReportYears } from '../report.js'
import { classifyNumerals, type NumeralReading } from './classify-numerals.js'
import { dateFigure, type FigureTime, findTimes } from './date-figures.js'
import { type NamedFigure, nameFigures } from './name-figures.js'
import { statusIn } from './qualifiers.js'

/** A figure before it has a place in a report. Offsets are into the text given. */
export type ExtractedFigure = Omit<Figure, 'index' | 'statement'>

/** What the surroundings of a text say; everything may be left out. */
export interface ExtractionContext {
  /** Where the text names no time. Default null. */
  period?: string | null
  /** Where the text's words do not tell. Default actual. */
  status?: FigureStatus | null
  /** What 去年 and 今年 mean. Default: unknown. */
  years?: ReportYears
  /** The span of years that the text around looks back on; its beginning dates a number that the text goes from. */
  view?: string | null
  /** The span of years whose results are told here, where one year's are told beside it. Default null. */
  reviewed?: string | null
  /** What the sentence before spoke of; used where this text leaves its subject out. */
  subject?: string | null
}

/**
 * Every measured figure of any text: a statement, a draft, a question. Pure; offsets are UTF-16 offsets into `text`.
 * A range (4.5%—5%) gives one figure an end, each with the phrase of the whole.
 */
export function extractFigures(text: string, context: ExtractionContext = {}): ExtractedFigure[] {
  const folded = foldWidth(text)
  const readings = classifyNumerals(text).filter((reading) => reading.exclusion === null)
  if (readings.length === 0) return []
  const named = nameFigures(folded, readings, context.subject ?? null)
  const around = { period: context.period ?? null, view: context.view ?? null, reviewed: context.reviewed ?? null }
  const times = findTimes(folded, context.years ?? { result: null, plan: null })
  return readings.map((reading, i) => {
    const figure = named[i]!
    return toFigure(reading, figure, dateFigure(folded, times, reading, figure, around), context, folded)
  })
}

function toFigure(
  reading: NumeralReading,
  named: NamedFigure,
  time: FigureTime,
  context: ExtractionContext,
  folded: string,
): ExtractedFigure {
  const { value } = reading.numeral
  return {
    indicator: withoutOpen(named.indicator),
    value: named.direction === -1 && named.measure === 'growth' && value !== null ? -Math.abs(value) : value,
    unit: reading.unit,
    text: reading.text,
    qualifiers: [...new Set([...named.qualifiers, ...reading.after])],
    period: time.period ?? context.period ?? null,
    status: statusOf(folded, reading, named, time, context),
    measure: named.measure,
    direction: named.direction,
    at: { start: reading.start, end: reading.end },
    phrase: named.phrase,
  }
}

/** 某基地(总投资75亿元): a bracket that closes behind the number opens in no name. */
function withoutOpen(indicator: string): string {
  return indicator.includes(')') ? indicator : indicator.replace('(', '')
}

function statusOf(
  folded: string,
  reading: NumeralReading,
  named: NamedFigure,
  time: FigureTime,
  context: ExtractionContext,
): FigureStatus {
  if (named.left) return 'actual'
  const said =
    statusIn(folded.slice(named.leftStart, reading.start)) ?? statusIn(folded.slice(time.since, reading.start))
  if (said) return said
  const { result } = context.years ?? { result: null }
  if (time.period && result !== null) {
    const last = Number(time.period.slice(-4))
    if (/^\d{4}(?:-\d{4})?$/.test(time.period))
      return last > result ? 'target' : context.status === 'estimate' ? 'estimate' : 'actual'
  }
  return context.status ?? 'actual'
}
