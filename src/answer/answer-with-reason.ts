import type { SearchableStatement } from '../retrieval/searchable-report.js'
import { answerWords } from './answer-words.js'
import type { AskContext } from './context.js'
import type { AnswerClaim, Finding } from './finding.js'
import { rankByTime } from './rank-by-time.js'
import { sourceOf } from './source.js'

const ENOUGH = 0.5

/**
 * Answers why something is so with the sentence that speaks of it and gives a reason, or the one behind it that does; null
 * where the report gives none.
 */
export function answerWithReason(context: AskContext): Finding | null {
  if (!context.understanding.cues.has('reason')) return null
  const { statements } = context.searchable
  for (const { entry, fit } of rankByTime(context)) {
    if (entry.coverage < ENOUGH) break
    if (fit === 'other') continue
    const behind = statements[entry.statement.statement.index + 1]
    if (answerWords('reason').test(entry.statement.text)) return reasonOf(context, [entry.statement], entry.coverage)
    if (behind && isBehind(behind, entry.statement) && answerWords('reason').test(behind.text.slice(0, NEAR)))
      return reasonOf(context, [entry.statement, behind], entry.coverage)
  }
  return null
}

/** A reason opens the sentence behind. */
const NEAR = 16

function isBehind({ statement }: SearchableStatement, { statement: before }: SearchableStatement): boolean {
  return statement.paragraph === before.paragraph
}

function reasonOf({ searchable }: AskContext, statements: readonly SearchableStatement[], coverage: number): Finding {
  return {
    outcome: 'answered',
    claims: statements.map(({ statement }): AnswerClaim => {
      const source = sourceOf(searchable.report, statement)
      return { text: statement.text.trim().replace(/[;;。]$/, ''), sources: [source], figures: source.figures }
    }),
    related: [],
    reasons: ['问的是原因,这里写了原因。'],
    confidence: Math.min(1, coverage),
  }
}
