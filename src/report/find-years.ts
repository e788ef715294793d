import { foldWidth } from '../text/width.js'
import { layoutWords, wordPattern } from './layout-words.js'
import type { ReportKind, ReportYears } from './report.js'
import { headingWords } from './section-time.js'

/** What tells which years a report is about. */
export interface YearEvidence {
  /** The title; '' where there is none. */
  title: string
  /** Headings of the first two levels, the first level's first. */
  headings: readonly string[]
  /** The day it was given or else published, ISO 8601. */
  date: string | null
  /** The file's name: the last to ask. */
  fileName: string
  /** The report's text. */
  text: string
}

/** Whether a report looks back and plans, or states one year's results. */
export function findKind(evidence: YearEvidence): ReportKind {
  const words = layoutWords()
  const title = evidence.title.replace(/\s/g, '')
  if (wordPattern('', words.bulletin_nouns).test(title)) return 'bulletin'
  if (wordPattern('', words.plan_nouns).test(title)) return 'plan'
  if (/统计公报|本公报/.test(evidence.text)) return 'bulletin'
  if (evidence.headings.some((heading) => headingWords(heading).plan) || /向大会(?:报告|作)/.test(evidence.text))
    return 'plan'
  return 'other'
}

/** The year whose results are reported and the year that is planned. */
export function findYears(kind: ReportKind, evidence: YearEvidence): ReportYears {
  const titled = yearsOf(evidence.title)
  if (kind !== 'plan')
    return { result: titled.at(-1) ?? mostNamed(evidence.text) ?? namedByFile(evidence.fileName), plan: null }
  const reviewed = headingYears(evidence.headings, 'review')
  const planned = headingYears(evidence.headings, 'plan')
  const [first, last] = [titled[0], titled.at(-1)]
  if (first && last && last === first + 1) return withNow({ result: first, plan: last }, evidence)
  const plan = planFrom(last ?? null, reviewed, planned, evidence)
  if (plan === null) return { result: null, plan }
  const isNamed = reviewed.length + planned.length > 0
  if (!isNamed && looksAhead(evidence)) return { result: plan, plan: plan + 1, now: plan }
  return withNow({ result: plan - 1, plan }, evidence)
}

/** 今年 is the year in which a report was given: of one given late in a year, the year that it looks back on. */
function withNow(years: ReportYears, { date }: YearEvidence): ReportYears {
  return years.result !== null && date?.startsWith(String(years.result)) ? { ...years, now: years.result } : years
}

/** Reports given in the year that they plan speak of this year, those given before it of the next one. */
function looksAhead({ date, text }: YearEvidence): boolean {
  return date === null && (text.match(/明年/g)?.length ?? 0) >= OFTEN
}

const OFTEN = 3

function planFrom(
  titled: number | null,
  reviewed: readonly number[],
  planned: readonly number[],
  evidence: YearEvidence,
): number | null {
  const review = Math.max(...reviewed)
  if (titled && planned.includes(titled)) return titled
  if (reviewed.length > 0 && (!titled || Math.abs(titled - review) <= 1)) return review + 1
  const given = evidence.date ? yearPlannedOn(evidence.date) : null
  if (titled) return given && given === titled + 1 && reviewed.length > 0 ? given : titled
  return (
    planned.find((year) => given === null || Math.abs(year - given) <= 1) ??
    given ??
    namedByFile(evidence.fileName) ??
    mostNamed(evidence.text)
  )
}

/** Reports given late in a year plan the next one. */
function yearPlannedOn(date: string): number {
  const [year = 0, month = 0] = date.split('-').map(Number)
  return month >= 11 ? year + 1 : year
}

function headingYears(headings: readonly string[], sort: 'review' | 'plan'): number[] {
  return headings.filter((heading) => headingWords(heading)[sort]).flatMap(sort === 'review' ? reviewedIn : yearsOf)
}

/** 2020年工作回顾和2021年工作安排: of a heading that plans, too, only the first year is over. */
function reviewedIn(heading: string): number[] {
  const named = yearsOf(heading)
  return wordPattern('', layoutWords().plan_words).test(heading) ? named.slice(0, 1) : named
}

function yearsOf(text: string): number[] {
  const found = [
    ...foldWidth(text)
      .replace(/\s/g, '')
      .matchAll(/(?<!\d)((?:19|20)\d\d)年/g),
  ]
  return [...new Set(found.map((match) => Number(match[1])))].sort((a, b) => a - b)
}

/** The one year that a file's name holds. */
function namedByFile(name: string): number | null {
  const found = new Set(name.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g))
  return found.size === 1 ? Number([...found][0]) : null
}

/** The latest of the years that a text names often: at least half as often as the one it names most. */
function mostNamed(text: string): number | null {
  const counts = new Map<number, number>()
  for (const match of foldWidth(text).matchAll(/(?<!\d)((?:19|20)\d\d)年/g)) {
    const year = Number(match[1])
    counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  const most = Math.max(...counts.values())
  const often = [...counts].filter(([, count]) => count * 2 >= most).map(([year]) => year)
  return often.length === 0 ? null : Math.max(...often)
}
