import type { Figure } from '../report/report.js'
import type { SearchableFigure, SearchableReport, SearchableStatement } from './searchable-report.js'

/** The most that nearness of meaning adds to the score of a statement and of a figure, where words and ledger say 1. */
export const MOST_BY_MEANING = { statement: 0.1, figure: 0.05 }

/** A statement found for a question. */
export interface Evidence {
  searchable: SearchableReport
  statement: SearchableStatement
  /** Term by term, in the question's order: how far (0–1) the statement's own words meet it. */
  words: number[]
  /** The same for its headings and the sentence before it. */
  around: number[]
  /** The greater of the two. */
  met: number[]
  /** Share (0–1) of the question's weight that the statement meets. */
  coverage: number
  /** Fused score that orders evidence: coverage, words and vectors. */
  score: number
  arms: { coverage: number; lexical: number; dense: number; near: number }
}

/** A ledger figure found for a question. */
export interface FigureEvidence {
  searchable: SearchableReport
  statement: SearchableStatement
  found: SearchableFigure
  figure: Figure
  /** Term by term, in the question's order: how far (0–1) the figure's own words meet it, and anything around it. */
  met: { own: number; any: number }[]
  /** Share (0–1) of the question's weight that the figure's own words and context meet. */
  coverage: number
  /** Share met by the figure's indicator and phrase alone. */
  own: number
  score: number
}
