import type { FigureEvidence } from '../retrieval/evidence.js'
import type { SearchableFigure, SearchableReport } from '../retrieval/searchable-report.js'

/** A figure of the ledger as evidence for itself, whatever words led to it. */
export function plainEvidence(searchable: SearchableReport, found: SearchableFigure): FigureEvidence {
  const { figure } = found
  const statement = searchable.statements[figure.statement]!
  return { searchable, statement, found, figure, met: [], coverage: 1, own: 1, score: 1 }
}
