import { ownerOfAccount } from '../report/ledger/carry-scope.js'
import { scopeAtHead } from '../report/ledger/name-cell.js'
import type { Figure, Statement } from '../report/report.js'
import type { FigureEvidence } from '../retrieval/evidence.js'
import { toSearchForm } from '../text/search-form.js'
import { unitKindOf } from '../understand/find-claims.js'
import { answerWords } from './answer-words.js'
import type { AnswerClaim } from './finding.js'
import { periodLabel } from './period-label.js'
import { sourceOf } from './source.js'
import { stateCell } from './state-cell.js'

/** Share of the indicator's characters that the phrase must hold to be understood alone. */
const SELF_EXPLAINING = 0.6

/** States one figure as a claim. */
export function stateFigure(evidence: FigureEvidence, options: { place?: string | null } = {}): AnswerClaim {
  const { searchable, statement, figure } = evidence
  return {
    text: `${options.place ?? ''}${figureInWords(figure, statement.statement)}`,
    sources: [sourceOf(searchable.report, statement.statement)],
    figures: [figure],
  }
}

/** A figure's verbatim phrase, led by period and status, and by the indicator where the phrase hides it. */
export function figureInWords(figure: Figure, statement: Statement): string {
  if (statement.kind === 'row') return stateCell(figure, statement)
  const phrase = withoutFrom(statement.text.slice(figure.phrase.start, figure.phrase.end), figure).replace(LEADING, '')
  return `${leadOf(figure, phrase)}${subjectOf(figure, phrase)}${phrase}`
}

/** 收入从9万元提高到11万元: what it was before is told as 收入9万元. */
function withoutFrom(phrase: string, { text }: Figure): string {
  return /[从由]$/.test(phrase.slice(0, -text.length)) && phrase.endsWith(text)
    ? phrase.slice(0, -text.length - 1) + text
    : phrase
}

/** Marks, and the number of the item that the phrase begins. */
const LEADING =
  /^[,，、;；:：\s]+|^的(?=\d)|^\d{1,2}[、.．]\s*(?=\p{Script=Han})|^[一二三四五六七八九十]{1,3}是(?![否非])/gu

/** What the phrase hides of its indicator: all of it, or whose account it is; '' where it says it itself. */
function subjectOf(figure: Figure, phrase: string): string {
  const { indicator } = figure
  const scope = scopeAtHead(indicator) || ownerOfAccount(indicator)
  if (explains(toSearchForm(phrase), toSearchForm(indicator.slice(scope.length)))) {
    return phrase.includes(scope) || !/^\p{Script=Han}/u.test(phrase) ? '' : scope
  }
  if (isBareChange(figure, phrase)) return indicator + (figure.direction < 0 ? '减少' : '增加')
  const budgeted = indicator.replace(/完成[^完]{0,3}预算的比例$/, '')
  if (budgeted !== indicator && /^[为占]/.test(phrase)) return budgeted
  return answerWords('predicate', 'start').test(phrase) ? indicator : `${indicator}:`
}

/** 3亿元 of 分别增加2亿元、3亿元: an amount by which something changed, whose verb stands in front of another. */
function isBareChange({ measure, unit, text }: Figure, phrase: string): boolean {
  return measure === 'growth' && phrase === text && unitKindOf(unit) !== 'percent'
}

/** 2023年目标: · 2022年预计: · 2022年(累计): — what the phrase itself leaves out. */
export function leadOf(figure: Figure, phrase: string): string {
  const year = figure.period && !phrase.includes(figure.period.slice(0, 4)) ? periodLabel(figure.period) : ''
  const missing = figure.qualifiers.filter((word) => !toSearchForm(phrase).includes(toSearchForm(word)))
  const status = statusLabel(figure.status, phrase, missing)
  const rest = missing.filter((word) => !status.includes(word) && word !== '预期')
  const lead = `${year}${status}${rest.length > 0 ? `(${rest.join('、')})` : ''}`
  return lead === '' ? '' : `${lead}:`
}

function statusLabel(status: 'actual' | 'estimate' | 'target', phrase: string, missing: readonly string[]): string {
  if (status === 'target') return /目标|力争|预期|计划/.test(phrase) ? '' : '目标'
  if (status === 'estimate') return missing.includes('预计') || !phrase.includes('预') ? '预计' : ''
  return ''
}

/** Whether a phrase (search form) holds enough of an indicator to be understood without it. */
export function explains(phrase: string, indicator: string): boolean {
  const characters = [...indicator].filter((character) => /[\p{L}\p{N}]/u.test(character))
  if (characters.length === 0) return true
  return characters.filter((character) => phrase.includes(character)).length / characters.length >= SELF_EXPLAINING
}
