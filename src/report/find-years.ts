import { foldWidth } from '../text/width.js'
import { anyOf, layoutWords } from './layout-words.js'
import type { ReportKind, ReportYears } from './report.js'
import { headingWords } from './section-time.js'

/** What tells which years a report is about. */
export interface YearEvidence {
  /** The title; '' where there is none. */
  title: string
  /** Headings, outermost ones, in order. */
  headings: readonly string[]
  /** The day it was given or else published, ISO 8601. */
  date: string | null
  /** The report's text. */
  text: string
}

/** Whether a report looks back and plans, or states one year's results. */
export function findKind(evidence: YearEvidence): ReportKind {
  const words = layoutWords()
  const title = evidence.title.replace(/\s/g, '')
  if (new RegExp(anyOf(words.bulletin_nouns)).test(title)) return 'bulletin'
  if (new RegExp(anyOf(words.plan_nouns)).test(title)) return 'plan'
  if (/统计公报|本公报/.test(evidence.text)) return 'bulletin'
  if (evidence.headings.some((heading) => headingWords(heading).plan) || /向大会(?:报告|作)/.test(evidence.text))
    return 'plan'
  return 'other'
}

/** The year whose results are reported and the year that is planned. */
export function findYears(kind: ReportKind, evidence: YearEvidence): ReportYears {
  const titled = yearsOf(evidence.title)
  if (kind !== 'plan') return { result: titled.at(-1) ?? mostNamed(evidence.text), plan: null }
  const reviewed = headingYears(evidence.headings, 'review')
  const planned = headingYears(evidence.headings, 'plan')
  const [first, last] = [titled[0], titled.at(-1)]
  if (first && last && last === first + 1) return { result: first, plan: last }
  const plan = planFrom(last ?? null, reviewed, planned, evidence)
  return { result: plan === null ? null : plan - 1, plan }
}

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
  return planned.find((year) => given === null || Math.abs(year - given) <= 1) ?? given ?? mostNamed(evidence.text)
}

/** Reports given late in a year plan the next one. */
function yearPlannedOn(date: string): number {
  const [year = 0, month = 0] = date.split('-').map(Number)
  return month >= 11 ? year + 1 : year
}

function headingYears(headings: readonly string[], sort: 'review' | 'plan'): number[] {
  return headings.filter((heading) => headingWords(heading)[sort]).flatMap(yearsOf)
}

function yearsOf(text: string): number[] {
  const found = [
    ...foldWidth(text)
      .replace(/\s/g, '')
      .matchAll(/(?<!\d)((?:19|20)\d\d)年/g),
  ]
  return [...new Set(found.map((match) => Number(match[1])))].sort((a, b) => a - b)
}

/** The year that a text names most often. */
function mostNamed(text: string): number | null {
  const counts = new Map<number, number>()
  for (const match of foldWidth(text).matchAll(/(?<!\d)((?:19|20)\d\d)年/g)) {
    const year = Number(match[1])
    counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null
}
