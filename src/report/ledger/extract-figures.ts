import { foldWidth } from '../../text/width.js'
import type { Figure, FigureStatus, ReportYears } from '../report.js'
import { classifyNumerals, type NumeralReading } from './classify-numerals.js'
import { nameIndicator } from './indicator.js'
import { findPeriods, type PeriodFound } from './periods.js'
import { qualifiersBefore, statusIn } from './qualifiers.js'

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
  /** What the sentence before spoke of; used where this text leaves its subject out. */
  subject?: string | null
}

interface State {
  text: string
  folded: string
  periods: PeriodFound[]
  context: ExtractionContext
  subject: string | null
}

/**
 * Every measured figure of any text: a statement, a draft, a question. Pure; offsets are UTF-16 offsets into `text`.
 * A range (4.5%—5%) gives one figure an end, each with the phrase of the whole.
 */
export function extractFigures(text: string, context: ExtractionContext = {}): ExtractedFigure[] {
  const folded = foldWidth(text)
  const years = context.years ?? { result: null, plan: null }
  const periods = findPeriods(folded, years, context.period ?? null)
  const state: State = { text, folded, periods, context, subject: context.subject ?? null }
  const readings = classifyNumerals(text).filter((reading) => reading.exclusion === null)
  let from = 0
  return readings.map((reading, i) => {
    const figure = readFigure(state, reading, from, readings[i + 1]?.start ?? text.length)
    from = afterEnd(reading)
    state.subject = figure.indicator || state.subject
    return figure
  })
}

function readFigure(state: State, reading: NumeralReading, from: number, to: number): ExtractedFigure {
  const { folded, context } = state
  const begin = Math.max(from, clauseStart(folded, reading.start))
  const left = folded.slice(begin, reading.start)
  const right = folded.slice(afterEnd(reading), Math.min(to, clauseEnd(folded, afterEnd(reading))))
  const named = nameIndicator(left, right, state.subject, reading)
  const lead = folded.slice(0, reading.start)
  const value =
    named.direction === -1 && named.measure === 'growth' ? negative(reading.numeral.value) : reading.numeral.value
  return {
    indicator: named.indicator,
    value,
    unit: reading.unit,
    text: reading.text,
    qualifiers: [...qualifiersBefore(left), ...reading.after],
    period: periodAt(state, reading.start) ?? context.period ?? null,
    status: statusIn(left) ?? statusIn(lead) ?? context.status ?? 'actual',
    measure: named.measure,
    direction: named.direction,
    at: { start: reading.start, end: reading.end },
    phrase: { start: begin + (left.length - left.trimStart().length), end: afterEnd(reading) },
  }
}

function negative(value: number | null): number | null {
  return value === null ? null : -Math.abs(value)
}

function afterEnd(reading: NumeralReading): number {
  const behind = reading.after.filter((word) => word !== reading.numeral.infix)
  return reading.end + behind.join('').length
}

function clauseStart(folded: string, position: number): number {
  let depth = 0
  for (let i = position - 1; i >= 0; i--) {
    const character = folded[i]!
    if (character === ')') depth++
    else if (character === '(') {
      if (depth === 0) return i + 1
      depth--
    } else if (depth === 0 && /[,;。:!?\n]/.test(character)) return i + 1
  }
  return 0
}

function clauseEnd(folded: string, position: number): number {
  const offset = folded.slice(position).search(/[,;。:!?)\n]/)
  return offset < 0 ? folded.length : position + offset
}

function periodAt(state: State, position: number): string | null {
  let period: string | null = null
  for (const found of state.periods) if (found.end <= position && !found.compared) period = found.period
  return period
}
