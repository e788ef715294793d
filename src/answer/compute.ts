import { messages } from '../messages.js'
import type { Figure } from '../report/report.js'
import type { FigureEvidence } from '../retrieval/evidence.js'
import type { Understanding } from '../understand/understanding.js'
import { answerWords } from './answer-words.js'
import type { AnswerClaim } from './finding.js'
import { sourceOf } from './source.js'

const SCALES: Readonly<Record<string, number>> = { '': 1, 万: 1e4, 亿: 1e8, 万亿: 1e12 }

/**
 * What follows from figures by arithmetic where the question asks for it: which is more, by how much, how much together.
 * @param names what two figures are called where neither their things nor their years tell them apart
 */
export function compareFigures(
  figures: readonly FigureEvidence[],
  { cues, text }: Understanding,
  names?: readonly [string, string],
): AnswerClaim[] {
  const [first, second] = figures
  if (!first || !second) return []
  if (cues.has('sum') && !cues.has('compare')) return addUp(figures)
  if (figures.length !== 2 || !cues.has('compare')) return []
  if (answerWords('difference').test(text)) return differenceOf(first, second)
  return sayWhichIsMore(first, second, names ?? [nameOf(first, second), nameOf(second, first)])
}

function addUp(figures: readonly FigureEvidence[]): AnswerClaim[] {
  const operands = figures.map(({ figure }) => figure)
  const { unit } = operands[0]!
  const isSummable = operands.every(
    (operand) => operand.unit === unit && operand.value !== null && operand.measure === 'level',
  )
  if (!isSummable) return []
  const value = exact(operands.reduce((sum, operand) => sum + operand.value!, 0))
  return [computed(figures, { value, unit, expression: operands.map(withUnit).join(' + '), wording: 'sum' })]
}

/** By how much the greater of two figures exceeds the other, the arithmetic shown; nothing where they are of two kinds. */
export function differenceOf(first: FigureEvidence, second: FigureEvidence): AnswerClaim[] {
  const [a, b] = [amountOf(first.figure), amountOf(second.figure)]
  if (a === null || b === null || !isComparable(first.figure, second.figure)) return []
  const [more, less] = a >= b ? [first, second] : [second, first]
  const isRate = more.figure.unit === '%'
  const scale = SCALES[scaleOf(more.figure.unit)]!
  const value = exact((Math.max(a, b) - Math.min(a, b)) / scale)
  const unit = isRate ? '个百分点' : more.figure.unit
  return [
    computed([more, less], {
      value,
      unit,
      expression: `${withUnit(more.figure)} − ${withUnit(less.figure)}`,
      wording: 'difference',
    }),
  ]
}

function sayWhichIsMore(
  first: FigureEvidence,
  second: FigureEvidence,
  names: readonly [string, string],
): AnswerClaim[] {
  const [a, b] = [amountOf(first.figure), amountOf(second.figure)]
  if (a === null || b === null || !isComparable(first.figure, second.figure) || names[0] === names[1]) return []
  const text =
    a === b
      ? messages.answer.equal(...names)
      : messages.answer.more(a > b ? names[0] : names[1], first.figure.measure === 'level')
  return [{ text, sources: sourcesOf([first, second]), figures: [] }]
}

/** What tells one figure from the other: its thing, or its time. */
function nameOf({ figure, searchable }: FigureEvidence, other: FigureEvidence): string {
  if (searchable !== other.searchable)
    return searchable.report.placeAliases[0] ?? searchable.report.place ?? searchable.report.title
  const isOtherTime = figure.period !== null && figure.period !== other.figure.period
  return isOtherTime && isSameThing(figure.indicator, other.figure.indicator) ? `${figure.period}年` : figure.indicator
}

/** 协同推进共建项目 and 共建项目: a verb in front makes no other thing. */
function isSameThing(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => name.replace(/^(?:新增|增加)(?=.{2})/, '')) as [string, string]
  return a.endsWith(b) || b.endsWith(a)
}

function computed(
  operands: readonly FigureEvidence[],
  {
    value,
    unit,
    expression,
    wording,
  }: { value: number; unit: string; expression: string; wording: 'sum' | 'difference' },
): AnswerClaim {
  const text = `${value}${unit}`
  return {
    text: messages.answer[wording](`${expression} = ${text}`),
    sources: sourcesOf(operands),
    figures: [],
    computed: {
      text,
      value,
      unit,
      indicator: operands[0]!.figure.indicator,
      expression,
      operands: operands.map(({ figure }) => figure),
    },
  }
}

function sourcesOf(figures: readonly FigureEvidence[]) {
  return figures.map(({ searchable, statement }) => sourceOf(searchable.report, statement.statement))
}

/** Whether two figures are of one unit, whatever its scale: 1.4万亿元 and 7800亿元. */
export function isComparable(a: Figure, b: Figure): boolean {
  return a.unit.slice(scaleOf(a.unit).length) === b.unit.slice(scaleOf(b.unit).length)
}

/** The value in its unit without scale (亿, 万); null for a figure without one. */
export function amountOf({ value, unit }: Figure): number | null {
  return value === null ? null : Number((value * SCALES[scaleOf(unit)]!).toPrecision(15))
}

function scaleOf(unit: string): string {
  return unit.match(/^(?:万亿|亿|万)/)?.[0] ?? ''
}

/** The figure as it stands; a table's bare number with the unit that the table's head gives it. */
function withUnit({ text, unit }: Figure): string {
  return /\d\s*$/.test(text) ? text + unit : text
}

/** Without binary dust: 354 − 295.4 is 58.6. */
function exact(value: number): number {
  return Number(value.toPrecision(12))
}
