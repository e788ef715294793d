import type { Figure, Report } from '../../src/report/report.js'
import { figuresOfProse } from './mutations.js'

export type StatementKind = 'sentence' | 'clause' | 'restated'

/** A sentence that the report bears out, so that the gate must let it pass. */
export interface TrueStatement {
  kind: StatementKind
  text: string
  /** What it was made from; null for a whole sentence. */
  figure: Figure | null
}

/**
 * Every sentence with figures verbatim; every phrase that names its indicator, led by its year; and every figure whose
 * indicator is a whole name, in plain words.
 */
export function trueStatementsOf(report: Report): TrueStatement[] {
  const spoken = new Set(report.figures.map((figure) => figure.statement))
  const sentences = report.statements
    .filter((statement) => spoken.has(statement.index))
    .map(({ text }): TrueStatement => ({ kind: 'sentence', text, figure: null }))
  return [
    ...sentences,
    ...figuresOfProse(report).flatMap((figure) => [...clauseOf(report, figure), ...restated(figure)]),
  ]
}

/** 2023年地区生产总值增长8%左右 — the report's phrase, with what it leaves out in front. */
function clauseOf(report: Report, figure: Figure): TrueStatement[] {
  const phrase = report.statements[figure.statement]!.text.slice(figure.phrase.start, figure.phrase.end)
  if (!phrase.includes(figure.indicator) || !isName(figure.indicator) || phrase.includes('分别')) return []
  const unsaid = figure.qualifiers.filter((word) => !phrase.includes(word) && !isBehind(word))
  const year = phrase.includes(`${figure.period}年`) ? '' : yearOf(figure)
  return [{ kind: 'clause', text: `${year}${statusOf(figure, phrase)}${unsaid.join('')}${phrase}。`, figure }]
}

/** 2023年地区生产总值预期增长8%左右。 */
function restated(figure: Figure): TrueStatement[] {
  if (!isName(figure.indicator)) return []
  const before = figure.qualifiers.filter((word) => !isBehind(word))
  const behind = figure.qualifiers.filter((word) => isBehind(word) && !figure.text.includes(word))
  const [clausal, adjacent] = [before.filter(isClausal), before.filter((word) => !isClausal(word))]
  const words = [yearOf(figure), figure.indicator, statusOf(figure, before.join('')), ...clausal, verbOf(figure)]
  return [{ kind: 'restated', text: `${[...words, ...adjacent, figure.text, ...behind].join('')}。`, figure }]
}

/** A whole noun of its own, not a scrap of a sentence. */
function isName(indicator: string): boolean {
  return /^[\p{Script=Han}A-Za-z“”、()]{4,30}$/u.test(indicator)
}

function yearOf({ period }: Figure): string {
  const [first, second] = period?.split('-') ?? []
  if (first === undefined) return ''
  if (second === undefined) return `${first}年`
  return second.length === 2 ? `${first}年${Number(second)}月` : `${first}—${second}年`
}

function statusOf({ status }: Figure, said: string): string {
  if (/预计|预期|目标|力争|争取|确保/.test(said)) return ''
  return { actual: '', estimate: '预计', target: '预期' }[status]
}

function verbOf({ measure, direction, unit }: Figure): string {
  if (measure === 'growth') {
    if (direction === -1) return '下降'
    return unit === '个百分点' ? '提高' : '增长'
  }
  return measure === 'rank' ? '' : '为'
}

const BEHIND = ['左右', '以上', '以下', '以内', '之内', '之上', '上下', '余', '多', '及以上', '及以下']
const CLAUSAL = ['预计', '力争', '争取', '确保', '预期', '累计', '年均', '同口径']

function isBehind(word: string): boolean {
  return BEHIND.includes(word)
}

function isClausal(word: string): boolean {
  return CLAUSAL.includes(word)
}
