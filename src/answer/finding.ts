import type { Figure, Report } from '../report/report.js'
import type { Outcome } from './reply.js'

/** A stretch of a report that can be cited. */
export interface Source {
  report: Report
  start: number
  end: number
  section: string[]
  /** Ledger figures that stand in it. */
  figures: Figure[]
}

/** One sentence of a reply, bound to what it stands on. */
export interface AnswerClaim {
  /** Without citation marks. */
  text: string
  sources: Source[]
  /** Figures the sentence prints, the asked one first. */
  figures: Figure[]
  computed?: ComputedFigure
}

/** A figure worked out from others; `expression` shows how (354 − 295.4). */
export interface ComputedFigure {
  text: string
  value: number
  unit: string
  indicator: string
  expression: string
  operands: Figure[]
}

/** What came of one question in one report. */
export interface Finding {
  outcome: Outcome
  claims: AnswerClaim[]
  /** What to say of a number that the question took for granted. */
  premise?: string
  /** A reply in words of our own, for small talk. */
  say?: string | undefined
  /** Cited beside the answer, or offered where there is none: the nearest that the report says. */
  related: Source[]
  /** Why this outcome, one Chinese sentence a step. */
  reasons: string[]
  /** How sure the finding is (0–1), to choose among reports and readings. */
  confidence: number
}
