/** The reply as scripts receive it (`ask --json`). Every name here is part of the contract: see docs/contract.md. */
export interface Reply {
  id?: string
  question: string
  outcome: Outcome
  mode: 'extractive' | 'llm'
  /** What was asked and nothing else; figures carry citation marks [1]. */
  answer: string
  /** The whole reply as a citizen reads it: answer, context, sources, contact. */
  text: string
  citations: Citation[]
  figures: ReplyFigure[]
  contact: string | null
  timings: { retrieveMs: number; answerMs: number }
}

/**
 * - `answered`
 * - `no_figure`: the report speaks of it but gives no figure for what was asked
 * - `out_of_period`, `out_of_place`, `not_in_report`
 * - `off_topic`: nothing a report could answer, small talk included
 * - `needs_clarification`
 */
export type Outcome =
  | 'answered'
  | 'no_figure'
  | 'out_of_period'
  | 'out_of_place'
  | 'not_in_report'
  | 'off_topic'
  | 'needs_clarification'

/** One quoted sentence. `sentence` is the report file's text from `start` to `end`. */
export interface Citation {
  n: number
  reportId: string
  title: string
  /** Full heading path, outermost first. */
  section: string[]
  sentence: string
  start: number
  end: number
  url: string | null
}

/** A figure the reply prints: quoted from citation `citation`, or computed from several. */
export interface ReplyFigure {
  text: string
  value: number | null
  unit: string
  qualifiers: string[]
  indicator: string
  period: string | null
  status: 'actual' | 'estimate' | 'target'
  citation: number | null
  computed: { expression: string; citations: number[] } | null
}
