import type { FigureEvidence } from '../retrieval/evidence.js'
import type { Asked } from './ask-report.js'
import type { Memory } from './follow-up.js'
import { plainEvidence } from './plain-evidence.js'

/** The figures of the report that were answered with in the turns before, the latest first. */
export function rememberedFigures({ context: { searchable } }: Asked, memory: Memory): FigureEvidence[] {
  return memory.figures
    .flatMap(({ reportId, figure }) => (reportId === searchable.report.id ? (searchable.figures[figure] ?? []) : []))
    .map((found) => plainEvidence(searchable, found))
}
