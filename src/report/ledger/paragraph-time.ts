import { foldWidth } from '../../text/width.js'
import type { FigureStatus, ReportYears, Statement } from '../report.js'
import { findPeriods } from './periods.js'
import { statusIn } from './qualifiers.js'

/** Reports look back on ten years at most. */
const LONGEST_VIEW = 10

/** The time that a sentence set for the ones behind it. */
export interface ParagraphTime {
  paragraph: number
  /** True where a line ended in a colon: it also leads the paragraphs below, up to the first that ends in a stop. */
  leads: boolean
  said: { period?: string; status?: FigureStatus }
}

/** Sentences whose head names a time set it for the rest of their paragraph; 全年 and 当年 go back to the section's. */
export function leadOf(statement: Statement, years: ReportYears, current: ParagraphTime | null): ParagraphTime | null {
  const folded = foldWidth(statement.text).trim()
  const head = findPeriods(folded, years).find(
    (time) => !time.compared && isAtHead(folded, time.start) && isRecent(time.period, years),
  )
  if (head || folded.endsWith(':')) {
    const status = statusIn(folded)
    const said = {
      ...(head ? { period: head.period } : {}),
      ...(folded.endsWith(':') && status === 'target' ? { status } : {}),
    }
    return { paragraph: statement.paragraph, leads: folded.endsWith(':'), said }
  }
  if (!current || /^(?:全年|当年|年末|年内)/.test(folded)) return null
  if (statement.paragraph === current.paragraph) return current
  if (!current.leads) return null
  return { ...current, paragraph: statement.paragraph, leads: folded.endsWith(';') }
}

function isAtHead(folded: string, start: number): boolean {
  const before = folded.slice(0, start)
  return start <= 4 || JUST_OVER.test(before) || LED_IN.test(before)
}

/** 奋斗目标是:到2031年,…;…;…: what a colon leads in is of the time that it begins with. */
const LED_IN = /:(?:到|至|力争到?|争取到?)?$/

/** 刚刚过去的2017年 is that year. */
const JUST_OVER = /^在?刚刚?过去的$/

/**
 * Under a heading that names two plan periods (“十三五”时期成就和“十四五”时期目标), the one that the text has come to: a
 * paragraph that opens with one of them begins its part.
 */
export function partOf(
  statement: Statement,
  named: readonly string[],
  years: ReportYears,
  current: string | null,
): string | null {
  if (named.filter((period) => period.length > 4).length < 2) return null
  const opening = findPeriods(foldWidth(statement.text).trim(), years).find((time) => !time.compared && time.start <= 1)
  return opening && named.includes(opening.period) ? opening.period : current
}

/** Where a passage looks back on several years (五年来…), the span; another time said in it ends that. */
export function viewOf(statement: Statement, years: ReportYears, current: string | null): string | null {
  const folded = foldWidth(statement.text)
  const span = findPeriods(folded, years).find(({ period, compared }) => !compared && /^\d{4}-\d{4}$/.test(period))
  if (span && Number(span.period.slice(5)) <= (years.result ?? 0)) return span.period
  return LOOKS_BACK_ON_ONE_YEAR.test(folded) ? null : current
}

const LOOKS_BACK_ON_ONE_YEAR = /^(?:在?刚刚?过去的)?(?:\d{4}年|去年|今年|一年来|过去一年)/

/** A year long past tells when something began, not when the paragraph's numbers were counted. */
function isRecent(period: string, { result, plan }: ReportYears): boolean {
  const now = result ?? plan
  return now === null || Number(period.slice(0, 4)) >= now - LONGEST_VIEW
}
