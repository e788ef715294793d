import { classifyNumerals } from '../../report/ledger/classify-numerals.js'
import { qualifierAfter, qualifierAtEnd } from '../../report/ledger/qualifiers.js'
import { wordAt } from '../../report/ledger/words.js'
import type { Figure } from '../../report/report.js'
import type { Span } from '../../text/clauses.js'
import { wordsOf } from '../../text/tokens.js'
import { foldWidth } from '../../text/width.js'

/** A stretch of a statement that holds a number, and the figure it says; null for names, dates, bounds. */
export interface NumberSpan extends Span {
  figure: Figure | null
}

/** Letters and digits with what joins them: 5G, 1+5+2, PM2.5, 2022年1-11月, 9:30. */
const DIGIT_RUN =
  /(?:[A-Za-z]*\d(?:[\dA-Za-z.+×*:/\-—–~%‰]|,(?=\d))*(?:年代|周年|年度|年|月份|月|日|号线|号|届|次|时|分)?)+/g

/**
 * Every number of a statement's reading text, in order and without overlap: figures with their direction and qualifiers
 * (增长8%左右), other numbers as they stand.
 */
export function numberSpans(text: string, figures: readonly Figure[]): NumberSpan[] {
  const spans = figures.map((figure) => ({ ...figureSpan(text, figure), figure }))
  const figured = withoutOverlap(spans)
  const others = [...digitRuns(text), ...chineseNumerals(text)].map((span) => ({ ...span, figure: null }))
  return withoutOverlap([...figured, ...withoutOverlap(others)])
}

/** The earlier in the list stays where two overlap; the result is in the text's order. */
function withoutOverlap(spans: readonly NumberSpan[]): NumberSpan[] {
  const kept: NumberSpan[] = []
  for (const span of spans) if (!kept.some(({ start, end }) => start < span.end && span.start < end)) kept.push(span)
  return kept.sort((a, b) => a.start - b.start)
}

/** The number with the words for rise and fall and the qualifiers that touch it. */
export function figureSpan(text: string, { at, phrase }: Pick<Figure, 'at' | 'phrase'>): Span {
  const folded = foldWidth(text)
  let { start, end } = at
  for (;;) {
    const left = folded.slice(phrase.start, start)
    const word = qualifierAtEnd(left) || turnAtEnd(left)
    if (word === '') break
    start -= word.length
  }
  end += qualifierAfter(folded, end).length
  return { start, end }
}

/** The word for rise or fall that ends `left` as a word, not as a part of one: 快 of 加快 is none. */
function turnAtEnd(left: string): string {
  const word = wordAt('rise', 'end', left) || wordAt('fall', 'end', left)
  return word.length > 1 || wordsOf(left).at(-1) === word ? word : ''
}

function digitRuns(text: string): Span[] {
  return [...foldWidth(text).matchAll(DIGIT_RUN)].map(({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
  }))
}

/** Chinese numerals that count or measure something; 一个 and 三大 stay words. */
function chineseNumerals(text: string): Span[] {
  return classifyNumerals(text)
    .filter(({ numeral, exclusion }) => numeral.kind !== 'arabic' && exclusion !== 'name' && exclusion !== 'ordinal')
    .map(({ start, end }) => ({ start, end }))
}
