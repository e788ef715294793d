import { findNumerals, type Numeral } from '../../text/numerals.js'
import { foldWidth } from '../../text/width.js'
import { type Exclusion, exclusionOf } from './exclusions.js'
import { findGrades } from './find-grades.js'
import { qualifierAfter } from './qualifiers.js'
import { type UnitFound, type UnitKind, unitAt } from './units.js'

/** A number of a text with what it was taken for. */
export interface NumeralReading {
  numeral: Numeral
  /** Offsets of number and unit. */
  start: number
  end: number
  /** Number and unit as they stand. */
  text: string
  /** Scale and unit: 亿元, 万人次, %; '' where there is none. */
  unit: string
  unitKind: UnitKind | 'rank' | 'rating' | null
  /** 余, 多, 左右, 以上 … that follow. */
  after: string[]
  /** Null for a figure. */
  exclusion: Exclusion | null
}

/** Every number of `text`, Arabic or Chinese, as a figure or with the reason why it is none; ranks and ratings, too. */
export function classifyNumerals(text: string): NumeralReading[] {
  const folded = foldWidth(text)
  const readings = findNumerals(folded).map((numeral) => read(text, folded, numeral))
  shareUnits(folded, readings)
  const grades = findGrades(text, folded)
  if (grades.length === 0) return readings
  const others = readings.filter(
    (reading) => !grades.some(({ start, end }) => reading.start < end && start < reading.end),
  )
  return [...others, ...grades].sort((a, b) => a.start - b.start)
}

function read(text: string, folded: string, numeral: Numeral): NumeralReading {
  const isBare = numeral.kind !== 'arabic' && numeral.kind !== 'chinese'
  const found = isBare ? null : unitBehind(folded, numeral.end)
  const end = found ? found.end : numeral.end
  const infix = numeral.infix || (found?.infix ?? '')
  const after = [infix, qualifierAfter(folded, end)].filter((word) => word !== '')
  const reading: NumeralReading = {
    numeral,
    start: numeral.start,
    end,
    text: text.slice(numeral.start, end),
    unit: unitOf(numeral, found?.text ?? ''),
    unitKind: numeral.kind === 'percent' ? 'percent' : (found?.kind ?? (numeral.scale ? 'count' : null)),
    after,
    exclusion: null,
  }
  reading.exclusion = exclusionOf(folded, reading)
  return reading
}

/** 3家, 3 家, 4.4 %, 2个多百分点: the unit, which some texts set off by a blank; 台 of 台阶 is none. */
function unitBehind(folded: string, position: number): (UnitFound & { end: number; infix?: string }) | null {
  const start = folded[position] === ' ' ? position + 1 : position
  if (folded.startsWith(MORE_POINTS, start))
    return { text: '个百分点', kind: 'points', end: start + MORE_POINTS.length, infix: '多' }
  const found = unitAt(folded, start)
  if (!found || (found.text.endsWith('台') && folded[start + found.text.length] === '阶')) return null
  return { ...found, end: start + found.text.length }
}

const MORE_POINTS = '个多百分点'

function unitOf(numeral: Numeral, found: string): string {
  if (numeral.kind === 'percent') return '%'
  if (numeral.kind === 'permille') return '‰'
  if (numeral.kind === 'fraction' || numeral.kind === 'ratio') return ''
  return numeral.scale + (found === '百分点' ? '个百分点' : found)
}

/** 4.5-5%, 1至2个, 238和317个, 140万、130万人次: the number in front takes the unit behind. */
function shareUnits(folded: string, readings: NumeralReading[]): void {
  for (let i = readings.length - 2; i >= 0; i--) {
    const [lower, upper] = [readings[i]!, readings[i + 1]!]
    const lacksUnit = lower.exclusion === 'no unit' || (lower.exclusion === null && isScaleAlone(lower, upper))
    if (!lacksUnit || upper.exclusion || lower.numeral.kind !== 'arabic') continue
    if (!/^(?:[-—–~至到]+|[和与、])$/.test(folded.slice(lower.end, upper.start)) || isYear(lower)) continue
    lower.unit = upper.unit
    lower.unitKind = upper.unitKind
    lower.exclusion = null
  }
}

function isScaleAlone({ numeral: { scale }, unit }: NumeralReading, upper: NumeralReading): boolean {
  return scale !== '' && unit === scale && upper.numeral.scale === scale
}

function isYear({ numeral, text }: NumeralReading): boolean {
  return numeral.scale === '' && /^(?:19|20)\d\d$/.test(text)
}
