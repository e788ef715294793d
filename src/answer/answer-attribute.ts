import type { FigureEvidence } from '../retrieval/evidence.js'
import { toSearchForm } from '../text/search-form.js'
import { answerWords } from './answer-words.js'
import type { Asked } from './ask-report.js'
import type { AnswerClaim, Finding } from './finding.js'
import type { Memory } from './follow-up.js'
import { figuresOf } from './merge-findings.js'
import { clauseScore, tidy } from './quote-clauses.js'
import { rememberedFigures } from './remembered-figures.js'
import { quotedClaim, sourceOf } from './source.js'
import { stateFigure } from './state-figure.js'

/** What may be asked of the thing just told, and how the clause that tells of it says so. */
const ATTRIBUTES = [
  { asks: 'asks_level', says: 'level' },
  { asks: 'asks_year', says: 'year' },
  { asks: 'asks_streak', says: 'streak' },
] as const

/**
 * Answers what level or year the thing told last is of, or for how long (什么级别的, 哪一年的, 连着几年了) with the clause that
 * told of it; null where another thing is asked, or the clause does not say.
 * @param completed the follow-up with what it inherits
 */
export function answerAttribute(completed: Asked, memory: Memory): Finding | null {
  const { understanding } = completed.context
  const attribute = ATTRIBUTES.find(({ asks }) => answerWords(asks).test(understanding.text))
  if (!attribute) return null
  const saying = told(completed, memory).filter(({ text }) => answerWords(attribute.says).test(toSearchForm(text)))
  const claims = saying.length > 0 || attribute.asks !== 'asks_year' ? saying : toldFigures(completed, memory)
  if (claims.length === 0) return null
  return {
    outcome: 'answered',
    claims,
    related: [],
    reasons: ['问的是刚才那件事的级别、年份或连续几次。'],
    confidence: 0.8,
  }
}

/** Whether an answer says only what was told before, and its clause gives no rank or place that is asked. */
export function repeatsWithoutAttribute(completed: Asked, memory: Memory): boolean {
  const { finding, context } = completed
  const { kind, text } = context.understanding
  const says =
    kind === 'rank' ? 'rank' : kind === 'where' && !answerWords('asks_channel').test(text) ? 'location' : null
  if (
    says === null ||
    finding.outcome !== 'answered' ||
    figuresOf(completed).some((figure) => isOfTold(figure, completed))
  )
    return false
  const starts = new Set(memory.sources.map(({ start }) => start))
  const isTold = finding.claims.every(({ sources }) => sources.every(({ start }) => starts.has(start)))
  return isTold && !told(completed, memory).some((claim) => answerWords(says).test(toSearchForm(claim.text)))
}

/** Whether a figure's own words name the thing told before. */
function isOfTold({ met }: FigureEvidence, { context: { question } }: Asked): boolean {
  return question.terms.some(({ term }, i) => term.role === 'inherited' && met[i]!.own >= NAMED)
}

const NAMED = 0.5

/** The figure told last, which is said with its year. */
function toldFigures(completed: Asked, memory: Memory): AnswerClaim[] {
  const [latest] = memory.isFigure ? rememberedFigures(completed, memory) : []
  return latest && latest.figure.period !== null ? [stateFigure(latest)] : []
}

/** Of each sentence told last the clause that speaks of the thing. */
function told({ context: { searchable, question } }: Asked, memory: Memory): AnswerClaim[] {
  const { report } = searchable
  const inherited = { ...question, terms: question.terms.filter(({ term }) => term.role === 'inherited') }
  const isSource = (start: number) =>
    memory.sources.some((source) => source.reportId === report.id && source.start === start)
  return searchable.statements
    .filter(({ statement }) => isSource(statement.start))
    .map(({ statement, clauses }) => {
      const source = sourceOf(report, statement)
      const scores = clauses.map(({ text }) => clauseScore(text, inherited))
      const top = Math.max(...scores)
      const best = top > 0 ? clauses[scores.indexOf(top)] : undefined
      const text = tidy(best ? statement.text.slice(best.start, best.end) : statement.text)
      return quotedClaim(text, source)
    })
}
