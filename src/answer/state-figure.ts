import type { FigureEvidence } from '../retrieval/evidence.js'
import { toSearchForm } from '../text/search-form.js'
import type { AnswerClaim } from './finding.js'
import { sourceOf } from './source.js'

/** Share of the indicator's characters that the phrase must hold to be understood alone. */
const SELF_EXPLAINING = 0.6

/** States one figure as a claim: its verbatim phrase, led by period and status, and by the indicator where the phrase hides it. */
export function stateFigure(evidence: FigureEvidence, options: { place?: string | null } = {}): AnswerClaim {
  const { searchable, statement, figure, found } = evidence
  const phrase = statement.statement.text.slice(figure.phrase.start, figure.phrase.end).replace(/^[,，、;；:：\s]+/, '')
  const subject = explains(found.phrase, found.indicator) ? '' : `${figure.indicator}:`
  return {
    text: `${options.place ?? ''}${leadOf(evidence, phrase)}${subject}${phrase}`,
    sources: [sourceOf(searchable.report, statement.statement)],
    figures: [figure],
  }
}

/** 2023年目标: · 2022年预计: · 2022年(累计): — what the phrase itself leaves out. */
function leadOf({ figure }: FigureEvidence, phrase: string): string {
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

/** 2022 → 2022年; 2021-2025 → 2021—2025年; 2022-06 → 2022年6月. */
export function periodLabel(period: string): string {
  const month = period.match(/^(\d{4})-(\d{2})$/)
  if (month) return `${month[1]}年${Number(month[2])}月`
  const span = period.match(/^(\d{4})-(\d{4})$/)
  if (span) return `${span[1]}—${span[2]}年`
  return /^\d{4}$/.test(period) ? `${period}年` : ''
}

function explains(phrase: string, indicator: string): boolean {
  const characters = [...indicator].filter((character) => /[\p{L}\p{N}]/u.test(character))
  if (characters.length === 0) return true
  return characters.filter((character) => phrase.includes(character)).length / characters.length >= SELF_EXPLAINING
}
