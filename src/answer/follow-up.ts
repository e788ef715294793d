import type { AskedKind, AskedPeriod, Term, Understanding } from '../understand/understanding.js'

/** What a turn leaves for the next one. Plain data: survives JSON. */
export interface Memory {
  terms: Term[]
  periods: AskedPeriod[]
  kind: AskedKind
  unit: string | null
  asksAmount: boolean
  firmStatus: Understanding['firmStatus']
  reportIds: string[]
  /** The sources that the last answer stood on. */
  sources: { reportId: string; start: number; end: number }[]
  /** Ledger figures that the last answer printed. */
  figures: { reportId: string; figure: number }[]
}

const ANAPHORIC =
  /^(?:那|其中|里面|里头|这里面|另外|还有|再|这|它|他们|她|上面|前面|刚才|然后|而|又|也|就|跟|比|和)|(?:呢|咧|呐)[?!。]*$|这些|那些|那个|那笔|这笔|这个|其中|里面|前面说|刚才/
const UNTIMED: AskedKind[] = ['open', 'which', 'whether', 'figure']

/** Whether a question points back at the one before: 那…呢, 其中, 这些钱. */
export function pointsBack(text: string): boolean {
  return ANAPHORIC.test(text)
}

/** The question completed by what it leaves out: topic, time, kind of answer. */
export function inherit(current: Understanding, memory: Memory): Understanding {
  const own = new Set(current.terms.flatMap(({ forms }) => forms.map(({ form }) => form)))
  const inherited = memory.terms
    .filter(({ forms, role }) => role !== 'per' && !forms.some(({ form }) => own.has(form)))
    .map((term): Term => ({ ...term, role: 'inherited' }))
  const takesKind = UNTIMED.includes(current.kind) && !(current.kind === 'which' && current.claims.length > 0)
  const takesTime = current.periods.length === 0
  return {
    ...current,
    terms: [...current.terms, ...inherited],
    periods: takesTime ? memory.periods : current.periods,
    firmStatus: current.firmStatus ?? (takesTime ? memory.firmStatus : null),
    kind: takesKind ? memory.kind : current.kind,
    unit: takesKind ? memory.unit : current.unit,
    asksAmount: takesKind ? memory.asksAmount : current.asksAmount,
    notes: [...current.notes, `接着上一问:${inherited.map(({ text }) => text).join('、') || '(无)'}`],
  }
}
