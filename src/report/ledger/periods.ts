import type { ReportYears } from '../report.js'

/** A time named in a text. */
export interface PeriodFound {
  start: number
  end: number
  /** 2022, 2021-2025 or 2022-06. */
  period: string
  /** True where the text only compares with it: 比2020年, 较上年. */
  compared: boolean
}

const TIME = new RegExp(
  [
    String.raw`(?<span>(?:19|20)\d\d年?[-—–~至到]+(?:19|20)\d\d年)`,
    String.raw`(?<year>(?:19|20)\d\d)年(?:度)?(?:(?<months>\d{1,2}月?(?:份)?[-—–~至到]+\d{1,2}月)|(?<month>\d{1,2})月)?`,
    '(?<plan>“?(?<ordinal>十[一二三四五六七])五”?(?<last>末)?)',
    '(?<five>(?:过去|这|近)?五年来?)',
    '(?<last1>去年|上年|上一年|过去的?一年|前一年)',
    '(?<next>明年)',
    '(?<now>今年|本年度?|全年|当年|年末|年底|上半年|下半年)',
  ].join('|'),
  'g',
)

const FIRST_YEAR: Readonly<Record<string, number>> = {
  十一: 2006,
  十二: 2011,
  十三: 2016,
  十四: 2021,
  十五: 2026,
  十六: 2031,
  十七: 2036,
}

/** Every time named in `text` (width folded), read against the report's years; 全年 and 年末 mean `current`. */
export function findPeriods(text: string, years: ReportYears, current: string | null): PeriodFound[] {
  const found: PeriodFound[] = []
  for (const match of text.matchAll(TIME)) {
    const period = readPeriod(match, years, current)
    if (!period) continue
    const start = match.index
    const end = start + match[0].length
    const compared =
      /[比较与]$/.test(text.slice(Math.max(0, start - 1), start)) || /^相?比/.test(text.slice(end, end + 2))
    found.push({ start, end, period, compared })
  }
  return found
}

function readPeriod(match: RegExpMatchArray, years: ReportYears, current: string | null): string | null {
  const groups = match.groups ?? {}
  if (groups.span) return groups.span.match(/\d{4}/g)?.join('-') ?? null
  if (groups.month) return `${groups.year}-${groups.month.padStart(2, '0')}`
  if (groups.year) return groups.year
  if (groups.plan) return fiveYears(FIRST_YEAR[groups.ordinal ?? ''], Boolean(groups.last))
  const base = years.plan ?? years.result
  if (groups.five) return years.result ? `${years.result - 4}-${years.result}` : null
  if (groups.last1) return String((years.plan ? years.result : years.result && years.result - 1) ?? '') || null
  if (groups.next) return base ? String(base + 1) : null
  if (match[0] === '今年') return base ? String(base) : null
  return current
}

function fiveYears(first: number | undefined, lastOnly: boolean): string | null {
  if (!first) return null
  return lastOnly ? String(first + 4) : `${first}-${first + 4}`
}
