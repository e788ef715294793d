import { type Extreme, messages } from '../messages.js'
import type { FigureEvidence } from '../retrieval/evidence.js'
import { strengthIn, type WeighedTerm } from '../retrieval/weigh-terms.js'
import { answerWords } from './answer-words.js'
import { comparesGrowth } from './choose-figures.js'
import { amountOf } from './compute.js'
import type { AskContext } from './context.js'
import type { Finding } from './finding.js'
import { fitsScope, fitsTime } from './fits.js'
import { plainEvidence } from './plain-evidence.js'
import { sourceOf } from './source.js'
import { stateFigure } from './state-figure.js'

/** Fewer of a kind are a comparison, or a total and its part. */
const FEWEST = 3
const SPOKEN_OF = 0.8
const ASKED = ['topic', 'head']

/**
 * Answers “which of them most” (哪一类涨得最多, 哪项支出降得最狠) with the one that stands out among those that the report
 * counts under one heading or in one table; null for other questions, where none are counted, and where sentences elsewhere
 * go beyond.
 */
export function answerWithExtreme(context: AskContext): Finding | null {
  const { text } = context.understanding
  if (!asksExtreme(text)) return null
  const alike = figuresOfKind(context)
  const row = longestRow(alike, context)
  if (!row.some(({ found }) => measuresAsked(found.indicator, context))) return null
  const [first, second] = inOrder(row, text)
  if (row.length < FEWEST || !first || (second && rankOf(first, text) === rankOf(second, text))) return null
  const isTable = first.statement.statement.kind === 'row'
  if (!isTable && inOrder(alike, text)[0] !== first) return null
  const { figure, searchable, statement } = first
  return {
    outcome: 'answered',
    claims: [
      stateFigure(first),
      {
        text: messages.answer.extreme(figure.indicator, wayOf(first, text)),
        sources: [sourceOf(searchable.report, statement.statement)],
        figures: [],
      },
    ],
    related: [],
    reasons: [`报告在一处列出同类的 ${row.length} 个数字,取其中最突出的“${figure.indicator}”(${figure.text})。`],
    confidence: 0.9,
  }
}

/** Whether a question wants the one of several that stands out. */
export function asksExtreme(text: string): boolean {
  return answerWords('asks_extreme').test(text)
}

/** The figures of the kind and time asked that are of every thing asked, totals left out. */
function figuresOfKind(context: AskContext): FigureEvidence[] {
  const { searchable, understanding } = context
  const measure = wantsGrowth(context) ? 'growth' : understanding.kind === 'share' ? 'share' : 'level'
  const asked = thingsAsked(context).map(isOf)
  return searchable.figures
    .filter(({ figure: { measure: own, value } }) => own === measure && value !== null)
    .map((found) => plainEvidence(searchable, found))
    .filter(
      (candidate) =>
        asked.every((is) => is(candidate)) &&
        !answerWords('whole_of').test(candidate.found.indicator) &&
        fitsScope(candidate.found, understanding) &&
        fitsTime(candidate, context),
    )
}

type IsOf = (candidate: FigureEvidence) => boolean

/** What each of the row must be of: all that is asked but the class (哪个行业), where a measure is named beside it. */
function thingsAsked({ question, understanding: { text } }: AskContext): WeighedTerm[] {
  const asked = question.terms.filter(
    ({ term, present }) => present && ASKED.includes(term.role) && term.concept?.kind !== 'action',
  )
  const others = asked.filter(({ term }) => !answerWords('which_kind').test(text.slice(0, term.at)))
  return others.length > 0 ? others : asked
}

/** 第三产业用电量 does not tell which of the 三次产业 grows: what is measured must be asked. */
function measuresAsked(indicator: string, context: AskContext): boolean {
  return thingsAsked(context).some(({ term }) => endsAlike(indicator, term))
}

/** 衣着价格 is a price as 居民消费价格 is one: what is measured stands at the end. */
function endsAlike(indicator: string, { forms }: WeighedTerm['term']): boolean {
  return forms.some(({ form }) => indicator.endsWith(form.slice(-2)))
}

/**
 * Whether a figure is of a thing: its name says so, its sentence does, or its paragraph does and the figure measures the
 * same. The thing's own figure is the whole.
 */
function isOf({ term, strengths }: WeighedTerm): IsOf {
  let paragraphs: Set<number> | undefined
  const isSpokenOf = (position: number) => (strengths.get(position) ?? 0) >= SPOKEN_OF
  return ({ found: { indicator }, statement: { statement }, searchable }) => {
    if (term.forms.some(({ form }) => form === indicator)) return false
    if (strengthIn(indicator, term) >= SPOKEN_OF || isSpokenOf(statement.index)) return true
    paragraphs ??= new Set(
      searchable.statements.flatMap((other, i) => (isSpokenOf(i) ? [other.statement.paragraph] : [])),
    )
    return paragraphs.has(statement.paragraph) && endsAlike(indicator, term)
  }
}

function wantsGrowth({ understanding }: AskContext): boolean {
  return comparesGrowth(understanding) || answerWords('dearer').test(understanding.text)
}

/** The most figures of one unit and time under one heading or in one table, those of the report's year before others. */
function longestRow(alike: readonly FigureEvidence[], { searchable }: AskContext): FigureEvidence[] {
  const rows = new Map<string, Map<string, FigureEvidence>>()
  for (const candidate of alike) {
    const { figure, statement } = candidate
    const key = [statement.statement.section, figure.unit, figure.period].join(' ')
    const row = rows.get(key) ?? new Map<string, FigureEvidence>()
    rows.set(key, row)
    if (!row.has(figure.indicator)) row.set(figure.indicator, candidate)
  }
  const isOfYear = ([key]: [string, unknown]) => Number(key.endsWith(` ${searchable.report.years.result}`))
  const [longest] = [...rows].sort((a, b) => b[1].size - a[1].size || isOfYear(b) - isOfYear(a))
  return longest ? [...longest[1].values()] : []
}

/** Those that moved the way asked, the one that stands out most first. */
function inOrder(figures: readonly FigureEvidence[], text: string): FigureEvidence[] {
  return figures.filter((candidate) => isSaidWay(candidate, text)).sort((a, b) => rankOf(b, text) - rankOf(a, text))
}

/** The more the further out: what fell most has the lowest value. */
function rankOf({ figure }: FigureEvidence, text: string): number {
  const isDown = answerWords('falls').test(text) !== answerWords('least').test(text)
  return (isDown ? -1 : 1) * (amountOf(figure) ?? 0)
}

/** What rose does not answer for what fell. */
function isSaidWay({ figure }: FigureEvidence, text: string): boolean {
  if (figure.measure !== 'growth') return true
  if (answerWords('falls').test(text)) return figure.value! < 0
  return answerWords('least').test(text) || figure.value! > 0
}

function wayOf({ figure }: FigureEvidence, text: string): Extreme {
  const isLeast = answerWords('least').test(text)
  if (figure.measure !== 'growth') return isLeast ? 'least' : 'most'
  if (figure.value! < 0) return isLeast ? 'fallenLeast' : 'fallen'
  return isLeast ? 'risenLeast' : 'risen'
}
