import type { ReportYears } from '../report/report.js'
import { planYears } from '../text/plan-years.js'
import { wordsOf } from '../text/tokens.js'
import { askingWords } from './asking-words.js'
import { leadingUnit } from './find-claims.js'
import type { AskedPeriod, FiveYears, RelativeYear } from './understanding.js'

const RELATIVE = [
  ['last_five_years', 'lastFive'],
  ['next_five_years', 'nextFive'],
  ['year_before_last', 'beforeLast'],
  ['last_year', 'last'],
  ['this_year', 'this'],
  ['next_year', 'next'],
] as const
const YEAR = /(?<!\d)((?:19|20)\d{2})(?:年度?)?(?!\d|[.%亿万元家个户套辆亩吨])/g
const YEAR_MARKED = /(?<!\d)((?:19|20)\d{2})年/g
const SHORT_YEAR = /(?<![\d.])(\d{2})年(?!来|间|以来|期)/g
/** 二三年 is 2023, but 这二三年 two or three years. */
const SPOKEN_YEAR =
  /(?<![零一二三四五六七八九十百第近这前后过去])二([零〇一二三四五六七八九])年(?!来|间|以来|期|级|多)/g
const SHORT_YEAR_BEFORE_TOPIC = /^(\d{2})年来(?=[\p{Script=Han}]{2})/gu
const RANGE = /((?:19|20)\d{2})年?(?:-|—|–|~|到|至)((?:19|20)\d{2})年?/g
const PLAN_PERIOD =
  /(?:(十[一二三四五六])五|(?<![一二三四五六七八九十百千万])([六七八九十])五(?=规划|计划|时期|期间|期?末|以来|[这那]?五年))(?:规划|计划|时期|期间)?/g

/** Finds every time a question names, in its order; the text is a search form with Arabic year digits. */
export function findPeriods(text: string): AskedPeriod[] {
  const found: AskedPeriod[] = []
  let rest = text
  const take = (pattern: RegExp, make: (match: RegExpMatchArray) => AskedPeriod | null) => {
    rest = rest.replace(pattern, (...args) => {
      const match = args as unknown as RegExpMatchArray
      const at = args.find((argument) => typeof argument === 'number') as number
      const period = make(Object.assign([...match], { index: at }) as RegExpMatchArray)
      if (!period) return args[0]
      found.push(period)
      return ' '.repeat(args[0].length)
    })
  }
  take(RANGE, (m) => ({ kind: 'span', from: Number(m[1]), to: Number(m[2]), at: m.index! }))
  take(YEAR_MARKED, (m) => ({ kind: 'year', year: Number(m[1]), at: m.index! }))
  take(YEAR, (m) =>
    isMeasured(text, m.index! + m[0]!.length) ? null : { kind: 'year', year: Number(m[1]), at: m.index! },
  )
  take(SHORT_YEAR_BEFORE_TOPIC, (m) => shortYear(m))
  take(SHORT_YEAR, (m) => shortYear(m))
  take(SPOKEN_YEAR, (m) => ({
    kind: 'year',
    year: 2020 + '零一二三四五六七八九'.indexOf(m[1]!.replace('〇', '零')),
    at: m.index!,
  }))
  take(PLAN_PERIOD, (m) => (isDocument(text.slice(m.index!)) ? null : planPeriod(m)))
  for (const [list, offset] of RELATIVE)
    take(askingWords(list, 'anywhere', 'g'), (m) => ({ kind: 'relative', offset, at: m.index! }))
  return found.sort((a, b) => a.at - b.at)
}

/** 十五五规划纲要什么时候出来: the plan that is written, and not the years that it is for. */
function isDocument(text: string): boolean {
  return askingWords('plan_written', 'start').test(text)
}

/** 2000公里 is no year: a measure word stands behind, as a word of its own (not 人 of 2024人口). */
function isMeasured(text: string, end: number): boolean {
  const unit = leadingUnit(text.slice(end))
  return unit !== '' && wordsOf(text.slice(end, end + LONGEST_UNIT_WORD))[0] === unit
}

const LONGEST_UNIT_WORD = 6

function shortYear(match: RegExpMatchArray): AskedPeriod {
  const short = Number(match[1])
  return { kind: 'year', year: short >= 49 ? 1900 + short : 2000 + short, at: match.index! }
}

function planPeriod(match: RegExpMatchArray): AskedPeriod {
  return { kind: 'span', ...planYears(match[1] ?? match[2]!), at: match.index! }
}

/** The years a period means in a report: 去年 is the report's result year, 今年 its plan year. */
export function yearsOf(period: AskedPeriod, years: ReportYears): { from: number; to: number } | null {
  if (period.kind === 'span') return { from: period.from, to: period.to }
  if (period.kind === 'year') return { from: period.year, to: period.year }
  const span = SPANS[period.offset]
  const year = relativeYear(span.nearest, years)
  return year === null ? null : { from: year - span.before, to: year + span.after }
}

/** What a relative time spans: the year nearest to the present, and how many there are before and after it. */
const SPANS: Record<RelativeYear | FiveYears, { nearest: RelativeYear; before: number; after: number }> = {
  beforeLast: { nearest: 'beforeLast', before: 0, after: 0 },
  last: { nearest: 'last', before: 0, after: 0 },
  this: { nearest: 'this', before: 0, after: 0 },
  next: { nearest: 'next', before: 0, after: 0 },
  lastFive: { nearest: 'last', before: 4, after: 0 },
  nextFive: { nearest: 'this', before: 0, after: 4 },
}

function relativeYear(offset: RelativeYear, years: ReportYears): number | null {
  const present = years.plan ?? years.result
  if (present === null) return null
  const last = years.result ?? present - 1
  return { beforeLast: last - 1, last, this: present, next: present + 1 }[offset]
}
