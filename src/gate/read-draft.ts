import { type ExtractedFigure, extractFigures } from '../report/ledger/extract-figures.js'
import { findPeriods } from '../report/ledger/periods.js'
import type { ReportYears } from '../report/report.js'
import { toSearchForm } from '../text/search-form.js'
import { foldWidth } from '../text/width.js'
import { pairsOf, sentenceKey } from './figure-index.js'
import type { GateLexicon } from './gate-lexicon.js'
import type { IndicatorForm } from './indicator-form.js'
import { type Quantity, quantityOf } from './quantity.js'
import { claimedStatuses, claimOf, type StatusClaim } from './status.js'

/** A sentence of a draft, with what stands over it. */
export interface DraftSentence {
  text: string
  /** Offset in the draft. */
  start: number
  /** The heading or the lead line that it stands under; '' where there is none. */
  lead: string
  paragraph: number
  /** True where the sentence goes on from the one before by a semicolon. */
  continues: boolean
}

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

const MARK = /[。!?;\uff01\uff1f\uff1b]/
const LONGEST_HEADING = 40

/** Splits a draft at its sentence marks and line ends, and tells every sentence the heading that it stands under. */
export function splitDraft(text: string): DraftSentence[] {
  const sentences: DraftSentence[] = []
  let lead = ''
  let offset = 0
  for (const [paragraph, line] of text.split('\n').entries()) {
    if (isLead(line)) lead = line.trim()
    let start = 0
    for (let i = 0; i <= line.length; i++) {
      if (i < line.length && !MARK.test(line[i]!)) continue
      const continues = start > 0 && /[;\uff1b]/.test(line[start - 1]!)
      const part = line.slice(start, i + 1)
      if (part.trim()) sentences.push({ text: part, start: offset + start, lead, paragraph, continues })
      start = i + 1
    }
    offset += line.length + 1
  }
  return sentences
}

/** A line that ends in a colon, or a short one without a stop: it stands over the lines below. */
function isLead(line: string): boolean {
  const bare = foldWidth(line).trim()
  if (bare.endsWith(':')) return true
  if (bare === '' || bare.length > LONGEST_HEADING || /[。!?;,]/.test(bare)) return false
  return extractFigures(bare).length === 0
}

/** Every figure of a draft with what it claims, sentence by sentence. */
export function readClaims(text: string, reader: DraftReader): Claim[][] {
  const state: Carry = { paragraph: -1, subject: null, period: null }
  return splitDraft(text).map((sentence) => readSentence(sentence, state, reader))
}

interface Carry {
  paragraph: number
  subject: string | null
  period: string | null
}

function readSentence(sentence: DraftSentence, carry: Carry, reader: DraftReader): Claim[] {
  if (sentence.paragraph !== carry.paragraph) Object.assign(carry, { ...sentence, subject: null, period: null })
  const figures = extractFigures(sentence.text, { years: reader.years, subject: carry.subject })
  const before = carry.period
  carry.period = lastPeriod(sentence.text, reader.years) ?? carry.period
  if (figures.length === 0) return []
  carry.subject = figures.findLast((figure) => figure.indicator)?.indicator ?? carry.subject
  const form = formOf(sentence, reader.years)
  const alone = extractFigures(sentence.text, { years: reader.years })
  const claimed = claimedStatuses(sentence.text, figures, reader.lexicon.claims)
  const leadClaim = claimOf(sentence.lead, '', reader.lexicon.claims)
  return figures.map((figure, i) => ({
    figure,
    indicators: [...new Set([figure.indicator, alone[i]?.indicator ?? figure.indicator].map(reader.form))],
    quantity: quantityOf(figure.value, figure.unit),
    claimed: claimed[i]!.status ? claimed[i]! : leadClaim.status === 'actual' ? claimed[i]! : leadClaim,
    period: figure.period ?? (sentence.continues ? before : null) ?? form.leadPeriod,
    periodBefore: before,
    sentence: form,
  }))
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
