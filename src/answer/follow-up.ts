import { needsOwner } from '../report/ledger/words.js'
import { namesThing } from '../retrieval/weigh-terms.js'
import type { AskedKind, AskedPeriod, Term, Understanding } from '../understand/understanding.js'
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
  /** Ledger figures answered with, the latest first. */
  figures: { reportId: string; figure: number }[]
}

const MOST_FIGURES = 4
const INHERITED_KINDS: AskedKind[] = ['open', 'figure']
/** After a question about the report itself: 谁, 哪天 ask about the report, too. */
const META_BY_KIND: Partial<Record<AskedKind, string>> = { who: 'speaker', when: 'date', where: 'place' }
const ANAPHORIC =
  /^(?:那|其中|里面|里头|这里面|另外|还有|再|这|它|他们|她|上面|前面|刚才|然后|而|又|也|就|跟|比|和|and)|(?:呢|咧|呐)[?!。]*$|这些|那些|那个|那笔|这笔|这个|其中|里面|前面说|刚才|(?:今年|明年|去年|年)(?:还要?|再|又|也)/
const DOUBTS = /确定|确实吗|不对|真的|没搞错|没错吧|记得|听说|不是说/

/** Whether a question points back at the one before: 那…呢, 其中, 这些钱, 今年还要. */
export function pointsBack(text: string): boolean {
  return ANAPHORIC.test(text)
}

/** Whether a question without a topic doubts the answer before it. */
export function doubts({ cues, text }: Understanding): boolean {
  return cues.has('confirm') || DOUBTS.test(text)
}

/** Whether a question has a thing of its own that the report knows and that needs no owner. */
export function hasTopic({ context }: Asked): boolean {
  return context.question.terms.some((entry) => {
    const { role, concept } = entry.term
    return namesThing(entry, context.searchable) && concept?.kind !== 'action' && (role === 'head' || role === 'topic')
  })
}

/** The question completed by what it leaves out: topic, time, kind of answer. */
export function inherit(current: Understanding, memory: Memory): Understanding {
  const own = new Set(current.terms.flatMap(({ forms }) => forms.map(({ form }) => form)))
  const inherited = memory.terms
    .filter(({ forms, role }) => role !== 'per' && role !== 'background' && !forms.some(({ form }) => own.has(form)))
    .map((term): Term => ({ ...term, role: 'inherited' }))
  const isMeasure = current.terms.some(
    ({ text, concept, role }) => role !== 'background' && (concept?.kind === 'measure' || needsOwner(text)),
  )
  const takesKind = INHERITED_KINDS.includes(current.kind) && !current.asksAmount && !isMeasure
  const takesTime = current.periods.length === 0
  const periods = current.periods.map((period) => seenFrom(period, memory.periods))
  return {
    ...current,
    meta: current.meta ?? (memory.meta === null ? null : (META_BY_KIND[current.kind] ?? null)),
    terms: [...current.terms, ...inherited],
    periods: takesTime ? memory.periods : periods,
    firmStatus: current.firmStatus ?? (takesTime ? memory.firmStatus : null),
    kind: takesKind ? memory.kind : current.kind,
    unit: takesKind ? memory.unit : current.unit,
    asksAmount: takesKind ? memory.asksAmount : current.asksAmount,
    notes: [...current.notes, `接着上一问:${inherited.map(({ text }) => text).join('、') || '(无)'}`],
  }
}

/** 那明年呢 behind a question for 2022 means the year after that. */
function seenFrom(period: AskedPeriod, before: readonly AskedPeriod[]): AskedPeriod {
  const [last, ...others] = before
  if (last?.kind !== 'year' || others.length > 0) return period
  if (period.kind !== 'relative' || period.offset !== 'next') return period
  return { kind: 'year', year: last.year + 1, at: period.at }
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
    terms: understanding.terms,
    periods: understanding.periods,
    kind: understanding.kind,
    unit: understanding.unit,
    asksAmount: understanding.asksAmount,
    firmStatus: understanding.firmStatus,
    reportIds: [reportId],
    sources: finding.claims
      .flatMap(({ sources }) => sources)
      .map(({ report, start, end }) => ({ reportId: report.id, start, end })),
    figures: [...figures, ...older].slice(0, MOST_FIGURES),
  }
}
