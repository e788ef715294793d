import type { Report } from '../report/report.js'
import { toSearchForm } from '../text/search-form.js'
import type { IndexedContext } from './create-gate.js'
import { sentenceKey } from './figure-index.js'
import { type Judgement, judge } from './judge.js'
import { findSlips } from './near-verbatim.js'
import { type Claim, readClaims } from './read-draft.js'
import type { Entry } from './read-entries.js'
import { gateMessages, reasonFor } from './reasons.js'
import type { DraftSentence } from './split-draft.js'
import { strayNumerals } from './stray-numerals.js'
import type { CheckResult, NearestStatement, Verdict } from './verdict.js'

export interface CheckTextOptions {
  /** Id of the report that a draft without a place means. Default: the corpus's default report, else its first. */
  defaultReport?: string
}

/** Judges every figure of `text`; `ok` where the corpus says all of them. A text without figures is ok. */
export function checkText(text: string, gate: IndexedContext, options: CheckTextOptions = {}): CheckResult {
  const home = homeOf(text, gate.index.reports, options.defaultReport)
  if (!home) return { ok: true, figures: [] }
  const sentences = readClaims(text, { form: gate.form, lexicon: gate.lexicon, years: home.years })
  const figures = sentences.flatMap(({ sentence, claims }) => [
    ...judgeSentence(claims, gate, home),
    ...judgeStrays(sentence, gate),
  ])
  return { ok: figures.every((figure) => figure.verdict === 'supported'), figures }
}

/** Numbers without a unit cannot be checked, but for those of a whole sentence of a report. */
function judgeStrays({ text }: DraftSentence, { index, lexicon }: IndexedContext): Verdict[] {
  const strays = strayNumerals(text, lexicon)
  if (strays.length === 0 || index.bySentence(sentenceKey(text)).length > 0) return []
  return strays.map((stray) => ({
    text: stray,
    verdict: 'unknown',
    reason: gateMessages.noUnit(stray),
    nearest: null,
  }))
}

/** The report whose place the text names, else the default one. */
function homeOf(text: string, reports: readonly Report[], defaultReport?: string): Report | undefined {
  const fallback =
    reports.find((report) => report.id === defaultReport) ?? reports.find((report) => report.isDefault) ?? reports[0]
  if (fallback && namesPlace(text, fallback)) return fallback
  return reports.find((report) => namesPlace(text, report)) ?? fallback
}

function namesPlace(text: string, report: Report): boolean {
  return [report.place ?? '', ...report.placeAliases].some((place) => place.length > 1 && text.includes(place))
}

function judgeSentence(claims: readonly Claim[], gate: IndexedContext, home: Report): Verdict[] {
  if (claims.length === 0) return []
  const verbatim = verbatimEntries(claims, gate, home)
  if (verbatim)
    return claims.map((claim, i) => verdictOf(claim, { verdict: 'supported', entry: verbatim[i]!, coverage: 1 }))
  const slips = findSlips(claims, gate.index, gate.lexicon, (entry) => entry.report === home)
  return claims.map((claim, i) => verdictOf(claim, slips.get(i) ?? judgeClaim(claim, gate, home)))
}

/** The figures of the report's sentence or table row that the draft quotes whole; null where it quotes none. */
function verbatimEntries(claims: readonly Claim[], gate: IndexedContext, home: Report): readonly Entry[] | null {
  const quoted = gate.index.bySentence(claims[0]!.sentence.key).flatMap(({ report, statement }) => {
    const entries = gate.index.entriesOf(report, statement)
    if (statement.kind === 'row' && entries.length > 0) return [claims.map((_, i) => entries[i] ?? entries[0]!)]
    return entries.length === claims.length && entries.every((entry, i) => underSameTime(entry, claims[i]!))
      ? [entries]
      : []
  })
  return quoted.find((entries) => entries[0]!.report === home) ?? quoted[0] ?? null
}

/** A quoted sentence under a heading of the draft that moves it to another year says something else. */
function underSameTime(entry: Entry, claim: Claim): boolean {
  const { leadPeriod, context } = claim.sentence
  if (leadPeriod === null || claim.figure.period !== null) return true
  return entry.figure.period === null || entry.figure.period === leadPeriod || context.includes(entry.figure.period)
}

/** The home report decides, unless another one has it, nearly word for word or alone. */
function judgeClaim(claim: Claim, gate: IndexedContext, home: Report): Judgement {
  const { index, lexicon } = gate
  const atHome = judge(claim, index, lexicon, (entry) => entry.report === home)
  if (atHome.verdict === 'supported' || index.reports.length === 1) return atHome
  const elsewhere = judge(claim, index, lexicon, (entry) => entry.report !== home)
  if (atHome.verdict === 'unknown') return elsewhere
  const nearlyVerbatim = elsewhere.verdict === 'supported' && elsewhere.coverage >= Math.max(0.8, atHome.coverage)
  return nearlyVerbatim && !namesPlace(toSearchForm(claim.sentence.context), home) ? elsewhere : atHome
}

/** A judgement as it is reported. */
export function verdictOf(claim: Claim, judgement: Judgement): Verdict {
  const reason = reasonFor(judgement, claim.figure.indicator)
  return {
    text: claim.figure.text,
    verdict: judgement.verdict,
    ...(reason === undefined ? {} : { reason }),
    nearest: judgement.verdict === 'unknown' || !judgement.entry ? null : nearestOf(judgement.entry),
  }
}

/** Where an entry's statement stands; offsets are into the report's stored text. */
function nearestOf({ report, statement, section }: Entry): NearestStatement {
  const { start, end } = statement
  return { reportId: report.id, section, sentence: report.text.slice(start, end), start, end }
}
