import { fitPeriod, sectionYears, type Years } from '../retrieval/match-period.js'
import type { SearchableReport, SearchableStatement } from '../retrieval/searchable-report.js'
import { wordsOf } from '../text/tokens.js'
import { answerWords } from './answer-words.js'
import type { Asked } from './ask-report.js'
import type { Finding } from './finding.js'
import type { Memory } from './follow-up.js'
import { sourceOf } from './source.js'

/** Shared weight from which on two sentences speak of one matter: some three words that few others hold. */
const ENOUGH = 8
const SHORTEST_WORD = 2

/**
 * Answers whether what was answered last goes on in another year (今年还接着搞不) with that year's sentence that speaks of
 * the same matter; null where the question is another or no sentence does.
 */
export function answerContinued({ context }: Asked, memory: Memory): Finding | null {
  const { understanding, years, searchable } = context
  if (years.length === 0 || !answerWords('goes_on').test(understanding.text)) return null
  const before = searchable.statements.filter(({ statement }) =>
    memory.sources.some(({ reportId, start }) => reportId === searchable.report.id && start === statement.start),
  )
  const best = before
    .flatMap((statement) => continuationsOf(statement, years, searchable))
    .sort((a, b) => b.shared - a.shared)[0]
  if (!best || best.shared < ENOUGH) return null
  const source = sourceOf(searchable.report, best.statement.statement)
  return {
    outcome: 'answered',
    claims: [{ text: best.statement.statement.text.trim(), sources: [source], figures: source.figures }],
    related: [],
    reasons: ['问上一件事在另一年是否继续,取那一年最相近的一句。'],
    confidence: 0.7,
  }
}

function continuationsOf(before: SearchableStatement, years: readonly Years[], searchable: SearchableReport) {
  const { sections } = searchable.report
  const words = [...new Set(wordsOf(before.text))].filter(
    (word) => word.length >= SHORTEST_WORD && /\p{Script=Han}/u.test(word),
  )
  const weightOf = new Map(words.map((word) => [word, rarity(searchable.statementsWith(word).length, searchable)]))
  return searchable.statements
    .filter(
      ({ statement }) =>
        statement.kind === 'sentence' && fitPeriod(years, sectionYears(sections, statement.section)) === 'same',
    )
    .map((statement) => ({
      statement,
      shared: words.reduce((sum, word) => sum + (statement.text.includes(word) ? weightOf.get(word)! : 0), 0),
    }))
}

function rarity(holders: number, { statements }: SearchableReport): number {
  return Math.log((statements.length + 1) / (holders + 1))
}
