import { foldWidth } from '../../text/width.js'
import type { ReportYears, Statement } from '../report.js'
import { yearsIn } from '../section-time.js'

/** What a review of one year and of several years has come to. */
export interface ReviewPart {
  /** The outermost heading. */
  heading: string
  /** The years over that the heading names, 2021-2025, beside the year reviewed or as a plan alone; null where it names none. */
  span: string | null
  /** Whether the text speaks of them at present. */
  isSpan: boolean
  /** Whether the paragraph began by closing the one year (…“十四五”圆满收官), so that the years may follow in it. */
  closes: boolean
  /** Whether the paragraph has said no more than 各位代表! so far. */
  begins: boolean
}

/**
 * Under a heading such as 2025年和“十四五”时期工作回顾, which of the two the text has come to: the one named first, until a
 * paragraph opens with the other (五年来, 刚刚过去的2025年).
 */
export function reviewPartOf(
  statement: Statement,
  heading: string,
  isFirst: boolean,
  years: ReportYears,
  current: ReviewPart | null,
): ReviewPart {
  const before = current?.heading === heading ? current : begun(heading, years)
  if (before.span === null || statement.kind !== 'sentence') return before
  const head = foldWidth(statement.text).trim().replace(ADDRESS, '')
  const isOpening = isFirst || before.begins
  const begins = isOpening && head === ''
  const closes = isOpening ? CLOSING.test(head) : before.closes
  const turns = isOpening || before.closes
  if (turns && SEVERAL_YEARS.test(head)) return { ...before, isSpan: true, closes, begins }
  const year = new RegExp(`^(?:在?刚刚?过去的|过去的?一年|一年来|去年|${years.result}年(?!.*收官))`)
  return { ...before, isSpan: isOpening && year.test(head) ? false : before.isSpan, closes, begins }
}

function begun(heading: string, { result }: ReportYears): ReviewPart {
  const none = { heading, span: null, isSpan: false, closes: false, begins: false }
  const folded = foldWidth(heading)
  const plan = yearsIn(heading).find((period) => period.length > 4 && Number(period.slice(5)) === result)
  const five = result !== null && /五年/.test(folded) ? `${result - 4}-${result}` : null
  const span = plan ?? five
  const year = folded.search(new RegExp(`${result}年|一年`))
  if (plan && year < 0) return { ...none, span: plan, isSpan: true }
  if (!span || year < 0) return none
  return { ...none, span, isSpan: folded.search(/十[一二三四五六七]五|五年/) < year }
}

/** 各位代表!, ——: in front of what a sentence says. */
const ADDRESS = /^(?:各位代表[!,。]?|[—–-]+|\([一二三四五六七八九十]+\))\s*/
const SEVERAL_YEARS = /^.{0,8}(?:(?:这|过去|近)的?五年|五年来|“?十[一二三四五六七]五”?(?:时期|期间|以来|这|的五年))/
const CLOSING = /收官|“十[一二三四五六七]五”|五年/
