import type { Figure, Statement } from '../report/report.js'
import type { Mismatch } from './compare.js'
import type { Judgement } from './judge.js'
import type { Entry } from './read-entries.js'

/** Every sentence that the gate says to staff. */
export const gateMessages = {
  reported: (statement: string, notes: string) => `报告:${statement}${notes && `(${notes})`}`,
  unknown: (indicator: string) => (indicator ? `报告里没有说到“${indicator}”的这个数字。` : '报告里没有说到这个数字。'),
  noUnit: (numeral: string) => `“${numeral}”没有写单位,无法与报告核对。`,
  notCited: (numeral: string) => `“${numeral}”在引用的原文里找不到。`,
  note: {
    value: '',
    unit: '单位不同',
    period: '年份不同',
    status: '目标与完成情况不能混用',
    measure: '增长与总量不能混用',
    direction: '升降方向相反',
    dropped: (words: string) => `原文有“${words}”`,
    added: (words: string) => `原文没有“${words}”`,
    indicator: '指标不同',
  },
  statusNote: { actual: '报告说的是完成情况', estimate: '报告说的是预计数', target: '报告说的是目标' },
}

/** One Chinese sentence: what the report says instead; undefined where the figure is supported. */
export function reasonFor(judgement: Judgement, indicator: string): string | undefined {
  if (judgement.verdict === 'supported') return undefined
  if (judgement.verdict === 'unknown') return gateMessages.unknown(indicator)
  const notes = judgement.mismatches.map((mismatch) => noteOn(mismatch, judgement.entry)).filter((note) => note !== '')
  if (judgement.otherIndicator) notes.unshift(gateMessages.note.indicator)
  return gateMessages.reported(sayEntry(judgement.entry), notes.join(';'))
}

function noteOn({ kind, words }: Mismatch, { figure }: Entry): string {
  if (kind === 'dropped' || kind === 'added') return gateMessages.note[kind](words.join('、'))
  if (kind === 'status') return gateMessages.statusNote[figure.status]
  return gateMessages.note[kind]
}

/** The figure in the report's own words, with its year and its indicator where the phrase leaves them out. */
function sayEntry({ figure, statement }: Entry): string {
  const phrase = statement.kind === 'row' ? sayCell(figure) : phraseOf(statement, figure)
  const year = figure.period && /^\d{4}$/.test(figure.period) ? `${figure.period}年` : ''
  const named = sharesWords(phrase, figure.indicator) ? phrase : `${figure.indicator}${phrase}`
  return year && !phrase.includes(year) ? year + named : named
}

function phraseOf({ text }: Statement, { phrase }: Figure): string {
  return text.slice(phrase.start, phrase.end).trim()
}

/** A cell of a table with the unit that the table's head gives it. */
function sayCell({ indicator, text, unit, measure, value }: Figure): string {
  const size = text.replace(/\s*[%\uff05‰]$/, '') + unit
  if (measure !== 'growth') return indicator + size
  return `${indicator}${(value ?? 0) < 0 ? '下降' : '增长'}${size.replace(/^[-−+]/, '')}`
}

function sharesWords(phrase: string, indicator: string): boolean {
  return indicator === '' || phrase.includes(indicator.slice(0, 4))
}
