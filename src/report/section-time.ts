import { PLAN_ORDINAL, planYears } from '../text/plan-years.js'
import { foldWidth } from '../text/width.js'
import { layoutWords, wordPattern } from './layout-words.js'
import type { FigureStatus, ReportKind, ReportYears, Section } from './report.js'
import type { PlainSection } from './section-tree.js'

interface Time {
  period: string | null
  status: FigureStatus | null
}

/** What stands under a heading, its inner sections left out: how it begins, and all of it. */
export interface SectionText {
  opening: string
  whole: string
}

/** Says of each section which time it speaks of: from its heading, else from the section around it or the one before. */
export function dateSections(
  sections: readonly PlainSection[],
  kind: ReportKind,
  years: ReportYears,
  textOf: (section: number) => SectionText = () => ({ opening: '', whole: '' }),
): Section[] {
  const dated: Section[] = []
  let previous: Time = { period: null, status: null }
  for (const section of sections) {
    const around = section.parent === null ? previous : dated[section.parent]!
    const time =
      kind === 'bulletin' ? bulletinTime(section, years) : planTime(section, around, years, () => textOf(dated.length))
    if (section.parent === null) previous = time
    dated.push({ ...section, ...time })
  }
  return dated
}

function bulletinTime(section: PlainSection, years: ReportYears): Time {
  const named = yearsIn(section.title)
  return { period: named.length === 1 ? named[0]! : asText(years.result), status: 'actual' }
}

/**
 * The outermost headings tell review from plan by their words; inner ones only where they name another of the two years,
 * since tasks are spoken of in reviews, too.
 */
function planTime(section: PlainSection, around: Time, years: ReportYears, text: () => SectionText): Time {
  const named = yearsIn(section.title).filter((year) => year.length > 4 || isNear(Number(year), years))
  const { review, plan } = headingWords(section.title)
  const only = named.length === 1 ? named[0]! : null
  if (section.parent === null) {
    const ahead = named.length > 0 && named.every((period) => Number(period.slice(0, 4)) >= (years.plan ?? Infinity))
    if (ahead) return { period: only ?? asText(years.plan), status: 'target' }
    if (review) return { period: lastOf(named, years.result) ?? reviewed(section.title, years), status: 'actual' }
    if (plan || only === asText(years.plan))
      return { period: only ?? spanAhead(named, years) ?? asText(years.plan), status: 'target' }
    if (named.includes(String(years.result)) && !named.includes(String(years.plan)))
      return { period: asText(years.result), status: 'actual' }
    const opened = around.status === 'target' ? null : openingTime(text(), years)
    return opened ?? { period: around.period, status: around.status }
  }
  if (only && only === asText(years.plan) && !review) return { period: only, status: 'target' }
  if (only && only === asText(years.result) && !plan) return { period: only, status: 'actual' }
  return { period: around.period, status: around.status }
}

/** “十四五”时期成就和“十五五”时期目标, and no single year: what it aims at is of the years ahead. */
function spanAhead(named: readonly string[], { plan }: ReportYears): string | null {
  const spans = named.every((period) => period.length > 4)
  return (spans && named.find((period) => Number(period.slice(0, 4)) >= (plan ?? Infinity))) || null
}

/** A heading that tells nothing: its text sets this year's aims, or begins with last year or this one; else null. */
function openingTime(text: SectionText, years: ReportYears): Time | null {
  if (SETS_AIMS.test(text.whole)) return { period: asText(years.plan), status: 'target' }
  const { opening } = text
  const past = opening.search(new RegExp(`过去的?[一五]年|[一五]年来|去年|${years.result}年`))
  const ahead = opening.search(new RegExp(`今年|今后|${years.plan}年`))
  if (past < 0 && ahead < 0) return null
  const isPast = ahead < 0 || (past >= 0 && past < ahead)
  return isPast ? { period: asText(years.result), status: 'actual' } : { period: asText(years.plan), status: 'target' }
}

const SETS_AIMS = /(?:今年|\d{4}年)[^。;；!?]{0,12}主要(?:预期)?目标[是为:：]/

/** Whether a heading speaks of what was done, or of what is to be done. Both are false where it tells neither. */
export function headingWords(title: string): { review: boolean; plan: boolean } {
  const words = layoutWords()
  const review = wordPattern('', words.review_words).test(title)
  return { review, plan: !review && wordPattern('', words.plan_words).test(title) }
}

/** Years (2022) and spans of five-year plans (2021-2025) that a heading names, in order; 开好局 speaks of a plan's first year. */
export function yearsIn(title: string): string[] {
  const folded = foldWidth(title)
  const found = [...folded.matchAll(NAMED)]
  const opens = wordPattern('', layoutWords().plan_openings).test(folded)
  return found.map((match) => match[1] ?? (opens ? spanOfPlan(match[2]!).slice(0, 4) : spanOfPlan(match[2]!)))
}

const NAMED = new RegExp(`((?:19|20)\\d\\d)年|“?(${PLAN_ORDINAL})五”?`, 'g')

function spanOfPlan(ordinal: string): string {
  const { from, to } = planYears(ordinal)
  return `${from}-${to}`
}

/** 过去五年工作回顾 speaks of five years unless a sentence names one. */
function reviewed(title: string, { result }: ReportYears): string | null {
  if (result === null || !/(?:过去|近)的?[五5]年/.test(foldWidth(title))) return asText(result)
  return `${result - 4}-${result}`
}

function lastOf(named: readonly string[], result: number | null): string | null {
  const single = named.filter((year) => year.length === 4)
  return single.includes(String(result)) ? String(result) : (single.at(-1) ?? null)
}

function isNear(year: number, years: ReportYears): boolean {
  const anchor = years.result ?? years.plan
  return anchor === null || Math.abs(year - anchor) <= 5
}

function asText(year: number | null): string | null {
  return year === null ? null : String(year)
}
