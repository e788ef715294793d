import { findPeriods } from '../../report/ledger/periods.js'
import type { Material } from './material.js'
import { PLACEHOLDER } from './reply-words.js'

/**
 * A claim without the 去年 or 今年 that is the time of each of its figures (去年净增{F1}): the program says that time itself
 * (2022年:), and no clause of the report need hold the word. What any figure contradicts stays, and so does 去年同期.
 */
export function withoutOwnTime(text: string, { numbers, evidence }: Material): string {
  const used = (text.match(PLACEHOLDER) ?? []).map((id) => numbers.get(id.slice(1, -1)))
  const figures = used.flatMap((number) => (number?.figure ? [{ ...number, figure: number.figure }] : []))
  const [first] = figures
  if (!first) return text
  const own = findPeriods(text, evidence.get(first.evidenceId)!.source.report.years).filter(
    ({ start, end, period, compared }) =>
      !compared &&
      YEAR.test(text.slice(start, end)) &&
      !OTHER_TIME.test(text.slice(end)) &&
      figures.every(({ figure }) => figure.period === period),
  )
  return own.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
}

const YEAR = /^(?:去年|今年|明年)$/
/** 去年同期, 今年上半年: another time. */
const OTHER_TIME = /^(?:同期|[年初末底中上下前第]|\d)/
