import type { NumeralReading } from './classify-numerals.js'
import { figureWords } from './figure-words.js'

/** Why a number is no figure. */
export type Exclusion = 'date' | 'duration' | 'ordinal' | 'note mark' | 'vague' | 'name' | 'threshold' | 'no unit'

/** A number with the text around it. */
interface Setting {
  reading: NumeralReading
  folded: string
  /** The characters in front of the number, and those behind its unit. */
  before: string
  after: string
}

/** 15分钟生活圈, 240小时过境免签: what follows is named after the time. */
const NAMED_BY_TIME = /^(?![内以左压缩降减提的至到办完就可直通达前后])\p{Script=Han}{2}/u

type Rule = (setting: Setting) => Exclusion | null

const WINDOW = 12
/** A quotation longer than this is speech, not a name. */
const LONGEST_NAME = 20

/** In order: the first that has something to say decides. Each returns null where it has not. */
const RULES: Rule[] = [vague, ordinal, time, name, ratio, counting, threshold]

/** Why a number measures nothing; null for a figure. `folded` is the whole text, width folded. */
export function exclusionOf(folded: string, reading: NumeralReading): Exclusion | null {
  const before = folded.slice(Math.max(0, reading.start - WINDOW), reading.start)
  const setting = { reading, folded, before, after: folded.slice(reading.end, reading.end + WINDOW) }
  for (const rule of RULES) {
    const exclusion = rule(setting)
    if (exclusion) return exclusion
  }
  return null
}

/** 几十亿, 数百家, 一百几十. */
function vague({ reading, folded, before, after }: Setting): Exclusion | null {
  if (/几$/.test(before) || /^几/.test(after)) return 'vague'
  return /数$/.test(before) && /[十百千万亿]/.test(folded[reading.start]!) ? 'vague' : null
}

/** 第一产业, 前3名, 二号线, 十四届, 三次全会. Ranks are found elsewhere. */
function ordinal({ reading, before, after }: Setting): Exclusion | null {
  if (/第$/.test(before) || /^(?:号|届)/.test(after)) return 'ordinal'
  if (/前$/.test(before) && reading.unitKind === 'count') return 'ordinal'
  const session = /^[次届]$/.test(reading.unit) && /^(?:全|会|党|人大|常委|中央)/.test(after)
  return session ? 'ordinal' : null
}

/** 2022年, 5月, 75周年, 15年来, 前十一个月, 一年零两个月. */
function time({ reading, folded, before, after }: Setting): Exclusion | null {
  const { numeral, unit, unitKind } = reading
  if ((unit === '' && /^(?:年|月|日|时(?!代|速)|季度)/.test(after)) || (unit === '周' && /^年/.test(after)))
    return numeral.kind === 'arabic' && /^年/.test(after) && (numeral.value ?? 0) < 1900 ? 'duration' : 'date'
  if (/连续$/.test(before) && unit === '个') return 'duration'
  if (unitKind !== 'time') return null
  if (/^(?:小时|分钟)$/.test(unit) && NAMED_BY_TIME.test(after)) return 'name'
  if (/^周?岁$/.test(unit) && figureWords('aged', 'start').test(after)) return 'threshold'
  if (folded[reading.start] === '零' && /[年月]$/.test(before)) return 'duration'
  return /(?:[前头过后]|[年月]零|连续)$/.test(before) || /^(?:[来前]|以[来前]|不打烊|不间断)/.test(after)
    ? 'duration'
    : null
}

/** 5G, 1+5+2, PM2.5, 二期, [3], 《…3亿元…方案》, “2025…500强”, 一个, 三大. */
function name({ reading, folded, before, after }: Setting): Exclusion | null {
  const { start, unit, numeral } = reading
  // 每生产4辆汽车就有1辆: of so many, one.
  if (/每[^,;。\d]{1,8}$/.test(before) && /^[^,;。\d]{0,8}就有/.test(after)) return 'name'
  if (/每[^,;。]{1,12}就有$/.test(before)) return 'name'
  // 这八十亿元中: what was said before, not said anew.
  if (/(?<![如到])[这那]$/.test(before)) return 'name'
  // 每10万人口: what is counted by.
  if (/每$/.test(before) && unit !== '') return 'name'
  if (/[A-Za-z.+×*]$/.test(before) || /^[A-Za-z+×*]/.test(after)) return 'name'
  if (/^(?:[百千万]?亿元?)?新?(?:台阶|大关|关口)/.test(after) && reading.unitKind === 'count') return 'name'
  if (/^[线型级期强]/.test(after) && !unit) return 'name'
  if (/^(?:方面|领域)/.test(after) && unit === '个') return 'name'
  // 20万吨级码头, 500千伏级, 五百亿级产业集群: a class.
  if (/^级(?!别)/.test(after) && (unit === numeral.scale || CLASSED_BY.includes(reading.unitKind))) return 'name'
  if (/[[(〔]$/.test(before) && /^[\])〕]/.test(after) && !unit) return 'note mark'
  if (isQuoted(folded, start, '《', '》', Number.POSITIVE_INFINITY)) return 'name'
  if (isQuoted(folded, start, '“', '”', LONGEST_NAME)) return 'name'
  return numeral.kind === 'chinese' && isIdiom(reading) ? 'name' : null
}

const CLASSED_BY: (string | null)[] = ['money', 'mass', 'volume', 'energy', 'length', 'area']

/** 9:30 and 07:00:44 are times of day, 8.0:42.7:49.3 is a figure. */
function ratio({ reading: { numeral, text } }: Setting): Exclusion | null {
  if (numeral.kind !== 'ratio') return null
  return /^\d{1,2}[:\uff1a]\d{2}(?:[:\uff1a]\d{2})?$/.test(text) ? 'date' : null
}

/** 收入比为2.1, 基尼系数0.4, 收入倍差从2.42缩小至2.12: ratios and indices need no unit. */
const UNITLESS =
  /(?:比值?|倍差|系数|指数)(?:[由从](?:\d{4}年的?)?(?:\d+\.\d+:?\d*)?)?(?:为|是|达到?|[降升]低?[为至到]|(?:缩小|扩大|提高|下降)?[为至到])?$/

const LONGEST_LEAD = 24

/** A number that counts nothing. */
function counting({ reading: { numeral, unit, text, start }, folded }: Setting): Exclusion | null {
  if (text.includes('.') && UNITLESS.test(folded.slice(0, start).slice(-LONGEST_LEAD))) return null
  if (/^(?:365天|24小时)$/.test(text)) return 'name'
  const needsUnit = numeral.kind === 'arabic' || numeral.kind === 'chinese'
  return needsUnit && unit === '' ? 'no unit' : null
}

/** 500万元以上固定资产投资, 60岁以上老年人: the bound belongs to the class that follows. */
function threshold({ reading, before, after }: Setting): Exclusion | null {
  const bound = /^(及?)以[上下]的?(?!目标|任务|水平)\p{Script=Han}/u.exec(after)
  if (!bound || !reading.after.some((word) => /^(?:及?以[上下])$/.test(word))) return null
  const sizes: (string | null)[] = ['money', 'time', 'area', 'length', 'mass']
  const isSize =
    sizes.includes(reading.unitKind) || figureWords('sized').test(`${before.slice(-2)}${reading.unit}${after}`)
  return bound[1] || isSize ? 'threshold' : null
}

function isQuoted(folded: string, position: number, open: string, close: string, longest: number): boolean {
  const opened = folded.lastIndexOf(open, position)
  if (opened < 0 || folded.lastIndexOf(close, position) > opened) return false
  const closed = folded.indexOf(close, position)
  return (closed < 0 ? folded.length : closed) - opened <= longest
}

/** 一个, 三大, 两手: a single Chinese digit measures only before 倍, 成, 番, scales and the like. */
function isIdiom({ numeral, unit }: NumeralReading): boolean {
  return numeral.end - numeral.start === 1 && !/^(?:倍|成|番|个百分点|公里|亩|吨|平方米|平方公里)$/.test(unit)
}
