import type { Evidence, FigureEvidence } from '../retrieval/evidence.js'
import type { Years } from '../retrieval/match-period.js'
import type { SearchableReport } from '../retrieval/searchable-report.js'
import type { WeighedQuestion } from '../retrieval/weigh-terms.js'
import type { Understanding } from '../understand/understanding.js'

/** One question against one report, with what retrieval found: the input of every way to answer. */
export interface AskContext {
  understanding: Understanding
  searchable: SearchableReport
  question: WeighedQuestion
  /** One side of a comparison: what is special to the other side is no demand here. */
  oneSide?: boolean
  /** The years asked for, as this report counts them; empty where none were. */
  years: Years[]
  evidence: Evidence[]
  figures: FigureEvidence[]
}
