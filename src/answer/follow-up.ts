import { looseMetaIntentOf, metaIntentsOf } from '../lexicon/meta-questions.js'
import { needsOwner, otherOfPair } from '../report/ledger/words.js'
import { namesThing } from '../retrieval/weigh-terms.js'
import type { AskedKind, AskedPeriod, Term, Understanding } from '../understand/understanding.js'
import { answerWords } from './answer-words.js'
import type { Asked } from './ask-report.js'

/** What a turn leaves for the next one. Plain data: survives JSON. */
export interface Memory {
  /** What the last question asked about the report itself. */
  meta: string | null
  terms: Term[]
  periods: AskedPeriod[]
  kind: AskedKind
  unit: string | null
  asksAmount: boolean
  firmStatus: Understanding['firmStatus']
  reportIds: string[]
  /** What the last answer stood on, by report and offsets. */
  sources: { reportId: string; start: number; end: number }[]
  /** Whether the last answer gave figures of the ledger, not words. */
  isFigure: boolean
  /** Ledger figures answered with, the latest first. */
  figures: { reportId: string; figure: number }[]
}

const MOST_FIGURES = 4
const INHERITED_KINDS: AskedKind[] = ['open', 'figure']
/** After a question about the report itself: 谁, 哪天 ask about the report, too. */
const META_BY_KIND: Partial<Record<AskedKind, string>> = { who: 'speaker', when: 'date', where: 'place' }

/** Whether a question points back at the one before: 那…呢, 其中, 这些钱, 今年还要. */
export function pointsBack(text: string): boolean {
  return answerWords('points_back').test(text)
}

/** Whether a question without a topic doubts the answer before it. */
export function doubts({ cues, text }: Understanding): boolean {
  return cues.has('confirm') || answerWords('doubts').test(text)
}

/** Whether a question has a thing of its own that the report knows and that needs no owner. */
export function hasTopic({ context }: Asked): boolean {
  return context.question.terms.some((entry) => {
    const { role, concept, text } = entry.term
    const isAsked = (role === 'head' || role === 'topic') && concept?.kind !== 'action' && !/^[\d.]+$/.test(text)
    return isAsked && namesThing(entry, context.searchable)
  })
}

/** The question completed by what it leaves out: topic, time, kind of answer. */
export function inherit(current: Understanding, memory: Memory): Understanding {
  const own = new Set(current.terms.flatMap(({ forms }) => forms.map(({ form }) => form)))
  const inherited = memory.terms
    .filter(({ forms, role }) => role !== 'per' && role !== 'background' && !forms.some(({ form }) => own.has(form)))
    .map((term): Term => ({ ...withOtherHalf(term, current.terms), role: 'inherited' }))
  const isMeasure = current.terms.some(
    ({ text, concept, role }) => role !== 'background' && (concept?.kind === 'measure' || needsOwner(text)),
  )
  const takesKind = INHERITED_KINDS.includes(current.kind) && !current.asksAmount && !isMeasure
  const takesTime = current.periods.length === 0 && !answerWords('as_of_now').test(current.text)
  const periods = current.periods.map((period) => seenFrom(period, memory.periods))
  return {
    ...current,
    meta: current.meta ?? (memory.meta === null ? null : metaOf(current)),
    terms: [...current.terms, ...inherited],
    periods: takesTime ? memory.periods : periods,
    firmStatus: current.firmStatus ?? (takesTime ? memory.firmStatus : null),
    kind: takesKind ? memory.kind : current.kind,
    unit: takesKind ? memory.unit : current.unit,
    asksAmount: takesKind ? memory.asksAmount : current.asksAmount,
    notes: [...current.notes, `接着上一问:${inherited.map(({ text }) => text).join('、') || '(无)'}`],
  }
}

/** 城镇的 behind 农村居民收入 asks for 城镇居民收入. */
function withOtherHalf(term: Term, own: readonly Term[]): Term {
  const swapped = (word: string) => otherOfPair(word, '') ?? word
  const isAsked = own.some(({ text }) => swapped(term.text).includes(text) && !term.text.includes(text))
  if (!isAsked) return term
  const forms = term.forms.map(({ form, weight }) => ({ form: swapped(form), weight }))
  return { ...term, text: swapped(term.text), forms, parts: term.parts.map((words) => words.map(swapped)) }
}

/** Behind a question about the report itself 在什么会上 is heard as if it named the report. */
function metaOf({ text, kind }: Understanding): string | null {
  return metaIntentsOf(`报告${text}`)[0] ?? looseMetaIntentOf(text) ?? META_BY_KIND[kind] ?? null
}

/** 那明年呢 behind a question for 2022 means the year after that. */
function seenFrom(period: AskedPeriod, before: readonly AskedPeriod[]): AskedPeriod {
  const [last, ...others] = before
  if (last?.kind !== 'year' || others.length > 0) return period
  if (period.kind !== 'relative' || period.offset !== 'next') return period
  return { kind: 'year', year: last.year + 1, at: period.at }
}

/** A measure asked for anew (财政收入的目标呢) takes the place of the one before: 它 means the new one. */
function withoutReplaced(terms: Term[]): Term[] {
  const isMeasure = ({ concept, wider }: Term) => concept?.kind === 'measure' || wider.length > 0
  const hasOwn = terms.some((term) => isMeasure(term) && (term.role === 'topic' || term.role === 'head'))
  return hasOwn ? terms.filter((term) => !(isMeasure(term) && term.role === 'inherited')) : terms
}

/** What this turn leaves for the next one. A turn without an answer keeps what the one before left. */
export function remember({ context, finding }: Asked, before: Memory | null): Memory | null {
  const { understanding, searchable } = context
  if (finding.outcome !== 'answered' && (before || understanding.terms.length === 0)) return before
  const reportId = searchable.report.id
  const figures = finding.claims
    .filter((claim) => claim.figures.length === 1)
    .flatMap((claim) => claim.figures)
    .map(({ index }) => ({ reportId, figure: index }))
  const older = (before?.figures ?? []).filter((old) => !figures.some(({ figure }) => figure === old.figure))
  return {
    meta: understanding.meta,
    terms: withoutReplaced(understanding.terms),
    periods: understanding.periods,
    kind: understanding.kind,
    unit: understanding.unit,
    asksAmount: understanding.asksAmount,
    firmStatus: understanding.firmStatus,
    reportIds: [reportId],
    sources: finding.claims
      .flatMap(({ sources }) => sources)
      .map(({ report, start, end }) => ({ reportId: report.id, start, end })),
    isFigure: figures.length > 0,
    figures: [...figures, ...older].slice(0, MOST_FIGURES),
  }
}
