import { findNumerals, type Numeral } from '../../text/numerals.js'
import { foldWidth } from '../../text/width.js'
import { qualifierAfter } from './qualifiers.js'
import { type UnitKind, unitAt } from './units.js'

/** Why a number is no figure. */
export type Exclusion =
  | 'date'
  | 'duration'
  | 'ordinal'
  | 'list number'
  | 'note mark'
  | 'document number'
  | 'name'
  | 'threshold'
  | 'no unit'
  | 'vague'

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

/** Every number of `text`, Arabic or Chinese, as a figure or with the reason why it is none. */
export function classifyNumerals(text: string): NumeralReading[] {
  const folded = foldWidth(text)
  const readings = findNumerals(folded).map((numeral) => read(text, folded, numeral))
  shareUnits(folded, readings)
  return readings
}

function read(text: string, folded: string, numeral: Numeral): NumeralReading {
  const found = numeral.kind === 'percent' || numeral.kind === 'permille' ? null : unitAt(folded, numeral.end)
  let end = numeral.end + (found?.text.length ?? 0)
  if (numeral.kind === 'fraction' || numeral.kind === 'ratio') end = numeral.end
  const unit = unitOf(numeral, found?.text ?? '')
  const after = [numeral.infix, qualifierAfter(folded, end)].filter((word) => word !== '')
  const reading: NumeralReading = {
    numeral,
    start: numeral.start,
    end,
    text: text.slice(numeral.start, end),
    unit,
    unitKind: numeral.kind === 'percent' ? 'percent' : (found?.kind ?? (numeral.scale ? 'count' : null)),
    after,
    exclusion: null,
  }
  reading.exclusion = exclude(folded, reading)
  return reading
}

function unitOf(numeral: Numeral, found: string): string {
  if (numeral.kind === 'percent') return '%'
  if (numeral.kind === 'permille') return '‰'
  if (numeral.kind === 'fraction' || numeral.kind === 'ratio') return ''
  return numeral.scale + (found === '百分点' ? '个百分点' : found)
}

/** 4.5-5%, 1至2个: the number in front takes the unit behind. */
function shareUnits(folded: string, readings: NumeralReading[]): void {
  for (let i = readings.length - 2; i >= 0; i--) {
    const [lower, upper] = [readings[i]!, readings[i + 1]!]
    if (lower.exclusion !== 'no unit' || upper.exclusion || lower.numeral.kind !== 'arabic') continue
    if (!/^(?:[-—–~至到]+|[和与、])$/.test(folded.slice(lower.end, upper.start))) continue
    if (!lower.numeral.scale && /^(?:19|20)\d\d$/.test(lower.text)) continue
    lower.unit = upper.unit
    lower.unitKind = upper.unitKind
    lower.exclusion = null
  }
}

function exclude(folded: string, reading: NumeralReading): Exclusion | null {
  const { numeral, start, end } = reading
  const before = folded.slice(Math.max(0, start - 12), start)
  const after = folded.slice(end, end + 12)
  if (/前$/.test(before) && reading.unitKind === 'count') return 'ordinal'
  if (/几$/.test(before) || /^几/.test(after)) return 'vague'
  if (reading.unitKind === 'time' && (/(?:[前头过后]|[年月]零)$/.test(before) || /^(?:[来前]|以[来前])/.test(after)))
    return 'duration'
  if (/^[次届]$/.test(reading.unit) && /^(?:全|会|党|人大|常委|中央)/.test(after)) return 'ordinal'
  if (/^(?:年|月|日|号|时(?!代)|届|季度)/.test(after) && !/平方$/.test(reading.unit)) return dateLike(numeral, after)
  if (/第$/.test(before)) return rankLike(reading, before, after) ? null : 'ordinal'
  if (/[A-Za-z.+×*]$/.test(before) || /^[A-Za-z+×*]/.test(after)) return 'name'
  if (/^[线型级期]/.test(after) && !reading.unit) return 'name'
  if (/[[(〔]$/.test(before) && /^[\])〕]/.test(after) && !reading.unit) return 'note mark'
  if (inQuotes(folded, start, '“', '”') || inQuotes(folded, start, '《', '》')) return 'name'
  if (numeral.kind === 'ratio') return isTime(reading.text) ? 'date' : null
  if (numeral.kind === 'fraction' || numeral.kind === 'percent') return null
  if (numeral.kind === 'chinese' && isIdiom(reading)) return 'name'
  if (!reading.unit) return 'no unit'
  if (/^(?:365天|24小时)$/.test(reading.text)) return 'name'
  if (isThreshold(reading, after)) return 'threshold'
  return null
}

function dateLike(numeral: Numeral, after: string): Exclusion {
  if (/^(?:号|届)/.test(after)) return 'ordinal'
  return numeral.kind === 'arabic' && /^年/.test(after) && (numeral.value ?? 0) < 1900 ? 'duration' : 'date'
}

/** 排名全省第一, 居全国第3位; 第一次, 第三产业 and 第一书记 only count. */
function rankLike(reading: NumeralReading, before: string, after: string): boolean {
  const ranked =
    /(?:居|排名?|排在|列|位列|名列|跃升|升至|蝉联|夺得|获得?|连续|保持|进入|取得|全[国省市区县球]|世界|首批|同类)[^,;。]{0,8}第$/.test(
      before,
    )
  const closed = reading.unit === '' && /^(?:[,;。、)”\s和并及]|$)/.test(after)
  if (!/^[位名]$/.test(reading.unit) && !(ranked && closed)) return false
  if (/(?:放|摆|挺)在第$/.test(before)) return false
  reading.start -= 1
  reading.text = `第${reading.text}`
  reading.unit = '位'
  reading.unitKind = 'rank'
  return true
}

function inQuotes(folded: string, position: number, open: string, close: string): boolean {
  const opened = folded.lastIndexOf(open, position)
  return opened >= 0 && folded.lastIndexOf(close, position) < opened
}

function isTime(text: string): boolean {
  return /^\d{1,2}:\d{2}(?::\d{2})?$/.test(text)
}

/** 一个, 三大, 两手: a single Chinese digit measures only before 倍, 成, 番, scales and the like. */
function isIdiom(reading: NumeralReading): boolean {
  const digits = reading.numeral.end - reading.numeral.start
  return digits === 1 && !/^(?:倍|成|番|个百分点|公里|亩|吨|平方米|平方公里)$/.test(reading.unit)
}

/** 500万元以上固定资产投资, 60岁以上老年人: the bound belongs to the class that follows. */
function isThreshold(reading: NumeralReading, after: string): boolean {
  if (!reading.after.some((word) => /^(?:及?以[上下])$/.test(word))) return false
  const kinds: (string | null)[] = ['money', 'time', 'area', 'length', 'mass']
  return kinds.includes(reading.unitKind) && /^(?:及?以[上下])的?(?!目标|任务|水平)\p{Script=Han}/u.test(after)
}
