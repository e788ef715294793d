import { type ExtractedFigure, extractFigures } from '../report/ledger/extract-figures.js'
import { findPeriods } from '../report/ledger/periods.js'
import type { ReportYears } from '../report/report.js'
import { toSearchForm } from '../text/search-form.js'
import { foldWidth } from '../text/width.js'
import { sentenceKey } from './figure-index.js'
import type { GateLexicon } from './gate-lexicon.js'
import type { IndicatorForm } from './indicator-form.js'
import { pairsOf } from './pairs.js'
import { type Quantity, quantityOf } from './quantity.js'
import { type DraftSentence, splitDraft } from './split-draft.js'
import { claimedStatuses, claimOf, type StatusClaim } from './status.js'

/** A figure that a draft claims. */
export interface Claim {
  figure: ExtractedFigure
  /** Normal forms of the indicator: with the subject of the sentence before, and without. */
  indicators: string[]
  quantity: Quantity | null
  claimed: StatusClaim
  /** The time said in the sentence or by the heading over it; null where neither says one. */
  period: string | null
  /** The time that the sentences before spoke of; weaker than `period`. */
  periodBefore: string | null
  sentence: SentenceForm
}

/** A sentence in the forms that comparisons need. */
export interface SentenceForm {
  key: string
  /** Search form, lead included. */
  context: string
  pairs: ReadonlySet<string>
  /** What the lead says of time; null where nothing. */
  leadPeriod: string | null
}

export interface DraftReader {
  form: IndicatorForm
  lexicon: GateLexicon
  years: ReportYears
}

/** A sentence of a draft with the figures that it claims. */
export interface ClaimedSentence {
  sentence: DraftSentence
  claims: Claim[]
}

/** Every figure of a draft with what it claims, sentence by sentence. */
export function readClaims(text: string, reader: DraftReader): ClaimedSentence[] {
  const state: Carry = { paragraph: -1, subject: null, period: null }
  return splitDraft(text).map((sentence) => ({
    sentence,
    claims: readSentence(sentence, state, reader),
  }))
}

interface Carry {
  paragraph: number
  subject: string | null
  period: string | null
}

function readSentence(sentence: DraftSentence, carry: Carry, reader: DraftReader): Claim[] {
  if (sentence.paragraph !== carry.paragraph)
    Object.assign(carry, { paragraph: sentence.paragraph, subject: null, period: null })
  const alone = extractFigures(sentence.text, { years: reader.years })
  const figures = carry.subject ? extractFigures(sentence.text, { years: reader.years, subject: carry.subject }) : alone
  const before = carry.period
  carry.period = lastPeriod(sentence.text, reader.years) ?? carry.period
  if (figures.length === 0) return []
  carry.subject = figures.findLast((figure) => figure.indicator)?.indicator ?? carry.subject
  const form = formOf(sentence, reader.years)
  const tail = tailPeriod(sentence.text, figures, reader)
  const claimed = claimedStatuses(sentence.text, figures, reader.lexicon.claims)
  const leadClaim = claimOf(sentence.lead, '', reader.lexicon.claims)
  return figures.map((read, i) => {
    const figure = withHalf(read, sentence.text)
    return {
      figure,
      indicators: [...new Set([figure.indicator, alone[i]?.indicator ?? figure.indicator].map(reader.form))],
      quantity: quantityOf(figure.value, figure.unit),
      claimed: claimed[i]!.status ? claimed[i]! : leadClaim.status === 'actual' ? claimed[i]! : leadClaim,
      period: figure.period ?? (sentence.continues ? before : null) ?? tail ?? form.leadPeriod,
      periodBefore: before,
      sentence: form,
    }
  })
}

/** 一成半, 两倍半: the half stands behind the unit. */
function withHalf(figure: ExtractedFigure, text: string): ExtractedFigure {
  if (!/^[成倍]$/.test(figure.unit) || text[figure.at.end] !== '半' || figure.value === null) return figure
  const half = figure.value < 0 ? -0.5 : 0.5
  return { ...figure, value: figure.value + half, text: `${figure.text}半` }
}

/** The year that a sentence says at last of what it said before: …增长8%左右,这是2023年的目标. */
function tailPeriod(text: string, figures: readonly ExtractedFigure[], { lexicon, years }: DraftReader): string | null {
  const folded = foldWidth(text)
  const tail = folded.slice(figures.at(-1)!.phrase.end)
  const refers = lexicon.backReferences.some((word) => tail.includes(`,${word}`) || tail.includes(`(${word}`))
  return refers ? (findPeriods(tail, years).at(-1)?.period ?? null) : null
}

function formOf(sentence: DraftSentence, years: ReportYears): SentenceForm {
  const text = toSearchForm(sentence.text)
  return {
    key: sentenceKey(sentence.text),
    context: toSearchForm(sentence.lead) + text,
    pairs: pairsOf(text),
    leadPeriod: onlyPeriod(sentence.lead, years),
  }
}

/** The one year or span that a heading names; null where it names none, or several. */
function onlyPeriod(lead: string, years: ReportYears): string | null {
  const periods = new Set(findPeriods(foldWidth(lead), years).map((found) => found.period))
  return periods.size === 1 ? [...periods][0]! : null
}

function lastPeriod(text: string, years: ReportYears): string | null {
  return findPeriods(foldWidth(text), years).findLast((found) => !found.compared)?.period ?? null
}
