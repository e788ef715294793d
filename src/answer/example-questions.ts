import { messages } from '../messages.js'
import type { Figure, Report } from '../report/report.js'

/** Indicators that read well in a question: a few Chinese characters, nothing else. */
const PLAIN_INDICATOR = /^\p{Script=Han}{3,10}$/u
/** 净增市场主体净增率: a name that says a word twice. */
const REPEATS_ITSELF = /(\p{Script=Han}{2}).*\1/u
const PLAIN_YEAR = /^\d{4}$/
/** 增幅, 降低率: a name that says how much something changed, unlike 增加值. */
const NAMES_CHANGE = /增(?!加值)|降|减/u

/**
 * Questions that a newcomer may try on a report, made from its ledger.
 * @param count default 9: whoever shows them may drop those that are not answered
 */
export function exampleQuestions(report: Pick<Report, 'figures'>, count = 9): string[] {
  return exampleFigures(report, count).map(figureQuestion)
}

/**
 * The figures that examples ask for: early ones first (reports open with what matters most), results, growth, targets and
 * shares in turn, no indicator twice.
 */
export function exampleFigures(report: Pick<Report, 'figures'>, count = 9): Figure[] {
  const seen = new Set<string>()
  const figures = report.figures.filter((figure) => {
    if (!isPlain(figure) || seen.has(figure.indicator)) return false
    seen.add(figure.indicator)
    return true
  })
  return inTurn(figures, kindOf).slice(0, count)
}

function isPlain({ indicator, period, measure, unit }: Figure): boolean {
  const isMeasured = measure === 'level' || measure === 'growth' || measure === 'share'
  const isPlainName = PLAIN_INDICATOR.test(indicator) && !REPEATS_ITSELF.test(indicator)
  return isMeasured && unit !== '个百分点' && isPlainName && PLAIN_YEAR.test(period ?? '')
}

function kindOf(figure: Figure): string {
  return figure.status === 'target' ? 'target' : figure.measure
}

/** One of each group, then the second of each, and so on; within a group the order stays. */
function inTurn<T>(items: readonly T[], groupOf: (item: T) => string): T[] {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(groupOf(item), [...(groups.get(groupOf(item)) ?? []), item])
  const longest = Math.max(0, ...[...groups.values()].map((group) => group.length))
  return Array.from({ length: longest }, (_, round) =>
    [...groups.values()].flatMap((group) => group.slice(round, round + 1)),
  ).flat()
}

/** What somebody asks who wants to know one figure of the ledger. */
export function figureQuestion({ indicator, period, measure, status, direction }: Figure): string {
  const words = messages.examples
  if (status === 'target') return words.target(period ?? '', indicator)
  if (measure === 'growth' && !NAMES_CHANGE.test(indicator)) {
    return direction === 1 ? words.rise(period ?? '', indicator) : words.fall(period ?? '', indicator)
  }
  return words.level(period ?? '', indicator)
}
