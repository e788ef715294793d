import { messages } from '../messages.js'
import type { FigureEvidence } from '../retrieval/evidence.js'
import type { Years } from '../retrieval/match-period.js'
import { answerWords } from './answer-words.js'
import type { AskContext } from './context.js'

/** A question that names two times is asked once for each; one that compares plan and result without saying when, too. */
export function slotsOf(context: AskContext): AskContext[] {
  const { years, understanding, searchable } = context
  if (understanding.severalPlaces) return [context]
  if (years.length > 1) return years.map((year) => withoutPlans(inYear(context, year), context))
  if (!understanding.cues.has('compare')) return [context]
  const { result, plan } = searchable.report.years
  if (answerWords('own_plan').test(understanding.text)) return planAndResultOf(years[0] ?? yearOf(result), context)
  if (result === null || plan === null || !comparesPlan(context, result)) return [context]
  return [plan, result].map((year) => withoutPlans(inYear(context, { from: year, to: year }), context))
}

/** What the two figures are called where plan and result of one year are compared, which no year tells apart. */
export function planAndResult({ understanding }: AskContext): readonly [string, string] | undefined {
  return answerWords('own_plan').test(understanding.text) ? messages.answer.planAndResult : undefined
}

function inYear(context: AskContext, year: Years): AskContext {
  return { ...context, understanding: { ...context.understanding, firmStatus: null }, years: [year], oneSide: true }
}

function yearOf(year: number | null): Years | undefined {
  return year === null ? undefined : { from: year, to: year }
}

/** What was done in a year is set against what had been planned for that very year (比年初定的目标高还是低). */
function planAndResultOf(year: Years | undefined, context: AskContext): AskContext[] {
  if (!year) return [context]
  const slot = inYear(context, year)
  return [true, false].map((wanted) => ({
    ...slot,
    figures: slot.figures.filter((candidate) => isPlanned(candidate) === wanted),
  }))
}

/** Beside a plan the result is asked for: 去年涨2.6%, and not what the report says of a plan in the same breath (控制在3.5%左右). */
function withoutPlans(slot: AskContext, { understanding, searchable }: AskContext): AskContext {
  const isResult = slot.years.every(({ from, to }) => from === to && from === searchable.report.years.result)
  if (!isResult || !understanding.cues.has('compare') || !understanding.cues.has('target')) return slot
  const done = slot.figures.filter((candidate) => !isPlanned(candidate))
  const isDone = ({ figure }: FigureEvidence) =>
    done.some(
      ({ figure: { indicator, measure, period } }) =>
        indicator === figure.indicator && measure === figure.measure && period === figure.period,
    )
  return { ...slot, figures: slot.figures.filter((candidate) => done.includes(candidate) || !isDone(candidate)) }
}

/** 要从14.8%降到10%左右, told in looking back, is a plan none the less. */
function isPlanned({ figure, found }: FigureEvidence): boolean {
  return figure.status === 'target' || answerWords('planned').test(found.clause)
}

/** Plan and result are both spoken of and no time is, or the one year that is named is what the plan is set against. */
function comparesPlan(context: AskContext, result: number): boolean {
  const { cues } = context.understanding
  if (!cues.has('target')) return false
  return context.years.length === 0 ? cues.has('actual') : setsAgainst(context, result)
}

/** 目标比去年完成的高多少, 目标和去年完成的比. */
function setsAgainst({ understanding, years }: AskContext, result: number): boolean {
  const against = understanding.text.search(answerWords('set_against'))
  const isBehind = against >= 0 && understanding.periods.every(({ at }) => at > against)
  return isBehind && years.every(({ from, to }) => from === result && to === result)
}
