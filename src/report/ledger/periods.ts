import { PLAN_ORDINAL, planYears } from '../../text/plan-years.js'
import type { ReportYears } from '../report.js'

/** A time named in a text. */
export interface PeriodFound {
  start: number
  end: number
  /** 2022, 2021-2025 or 2022-06. */
  period: string
  /** True where the text only compares with it: 比2020年, 较上年. */
  compared: boolean
  /** Five years of which only the context tells whether they are past or to come: 五年统筹投入. */
  open?: boolean
}

/** 连续五年, 第五年, 十五年, 用五年时间 are no five years that a report looks back on. */
const BARE_FIVE = '(?<![连续第每满前后几用需零一二三四五六七八九十])'

const TIME = new RegExp(
  [
    String.raw`(?<span>(?:19|20)\d\d年?[-—–~至到]+(?:19|20)\d\d年)`,
    String.raw`(?<year>(?:19|20)\d\d)年(?:度)?(?:(?<months>\d{1,2}月?(?:份)?[-—–~至到]+\d{1,2}月)|(?<month>\d{1,2})月)?`,
    `“?(?<plan>${PLAN_ORDINAL})五”?(?:规划)?(?:(?<planEnd>期?末)|期间|时期|(?<planSince>以来|前[一二三四]年))`,
    '(?<ahead>(?:今后|未来|往后|下一?个)的?[五5]年(?:内|间|里)?)(?![行规计以期制级])',
    '(?:力争|争取|计划|确保)(?:用)?(?<within>[2345二两三四五])年(?:时间)?(?:之?内|左右)',
    `(?<five>(?:(?:过去|这|近)的?[五5]年|${BARE_FIVE}五年|(?<!\\d)5年(?=[来间]))(?:来|间|里|期间)?)(?![行规计以期制级前])`,
    '(?<![十第前后一二两三])(?:这|近)?(?<since>[两三四])年来',
    '(?<last>去年|上年(?!结转|结余)|上一年|过去的?一年|前一年)',
    '(?<next>明年)',
    '(?<now>今年)',
  ].join('|'),
  'g',
)

/** 两年来, 三年来: so many years up to the report's result year. */
const YEARS_SINCE: Readonly<Record<string, number>> = { 两: 2, 三: 3, 四: 4 }

/** 力争3年内: so many years from the report's plan year on. */
const YEARS_WITHIN: Readonly<Record<string, number>> = { 二: 2, 两: 2, 三: 3, 四: 4, 五: 5 }

/** 决算数, 实际完成数: which of a year's numbers is compared with. */
const ACCOUNTED =
  '(?:(?:预计|执行|决算|完成|预算|快报|实际|预计完成|预计执行|实际完成|调整预算|调整后预算)数|预算(?!数))?'

const COMPARISON = new RegExp(
  [
    '(?:同比|环比|同口径|按可比价格计算|按可比口径',
    `(?:比|较)(?:\\d{4}年(?:同期|末|底|度)?(?:的)?${ACCOUNTED}`,
    `“?${PLAN_ORDINAL}五”?(?:期?末|期间|时期)|[\\d一二三四五六七八九十]+年前|上一?[次届轮]`,
    `(?:去年|上年|上一年|年初|上月|上季度|前一年|全[国省市])(?:同期|末|底|平均水平|平均)?(?:的)?${ACCOUNTED}))\\s*$`,
  ].join('|'),
)

/** Length of the words 同比, 比上年, 较2020年末 … that end `text`; 0 where none do. */
export function findComparison(text: string): number {
  return COMPARISON.exec(text.slice(-16))?.[0].length ?? 0
}

/** Every time named in `text` (width folded), read against the report's years. 全年 and 年末 say nothing new. */
export function findPeriods(text: string, years: ReportYears): PeriodFound[] {
  const found: PeriodFound[] = []
  for (const match of text.matchAll(TIME)) {
    const start = match.index
    const end = start + match[0].length
    const period = readPeriod(match, years)
    if (!period || isTitle(text, start, end)) continue
    const open = /^[五5]年[间里]?$/.test(match[0])
    found.push({ start, end, period, compared: isCompared(text, start, end), ...(open && { open }) })
  }
  return found
}

function isCompared(text: string, start: number, end: number): boolean {
  if (/(?:[比较]|相当于|是)$/.test(text.slice(Math.max(0, start - 3), start))) return true
  if (text[start - 1] === '在' && /^[^,;。]{0,12}基础上/.test(text.slice(end, end + 16))) return true
  return /^(?:同期|末|底)?(?:相比|基本持平|持平|相当)/.test(text.slice(end, end + 6))
}

/** 《2023年工作方案》 names a paper, not the time of what follows. */
function isTitle(text: string, start: number, end: number): boolean {
  const opened = text.lastIndexOf('《', start)
  return opened >= 0 && !text.slice(opened, end).includes('》')
}

function readPeriod(match: RegExpMatchArray, years: ReportYears): string | null {
  const groups = match.groups ?? {}
  if (groups.span) return groups.span.match(/\d{4}/g)?.join('-') ?? null
  if (groups.month) return `${groups.year}-${groups.month.padStart(2, '0')}`
  if (groups.year) return groups.year
  if (groups.plan) return readPlan(groups.plan, groups, years)
  const { result, plan } = years
  const now = years.now ?? plan ?? result
  if (groups.ahead) return now ? `${plan ?? now + 1}-${(plan ?? now + 1) + 4}` : null
  if (groups.within) return plan ? `${plan}-${plan + (YEARS_WITHIN[groups.within] ?? Number(groups.within)) - 1}` : null
  if (groups.five) return result ? `${result - 4}-${result}` : null
  if (groups.since) return result ? `${result - YEARS_SINCE[groups.since]! + 1}-${result}` : null
  if (groups.last) return asText(now && now - 1)
  return groups.next ? asText(now && now + 1) : asText(now)
}

function readPlan(ordinal: string, groups: Record<string, string>, years: ReportYears): string {
  const { from, to } = planYears(ordinal)
  if (groups.planEnd) return String(to)
  const until = groups.planSince && years.result && years.result >= from ? Math.min(years.result, to) : to
  return `${from}-${until}`
}

function asText(year: number | null): string | null {
  return year === null ? null : String(year)
}
