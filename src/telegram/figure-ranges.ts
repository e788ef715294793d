import type { ReplyFigure } from '../answer/reply.js'
import type { Range } from './rich-text.js'

/** A figure to look for: as it stands in the text, and the words around it that belong to it. */
export type FigureWords = Pick<ReplyFigure, 'text' | 'qualifiers'>

/**
 * Where figures stand in a text, qualifiers that touch them included, in order and without overlap. A figure is never
 * found inside a longer number: 8% is not in 28%.
 */
export function figureRanges(text: string, figures: readonly FigureWords[]): Range[] {
  const ranges = figures.flatMap((figure) =>
    occurrences(text, figure.text).map((range) => withQualifiers(text, range, figure.qualifiers)),
  )
  return merge(ranges)
}

function occurrences(text: string, figure: string): Range[] {
  const found: Range[] = []
  if (figure === '') return found
  for (let at = text.indexOf(figure); at >= 0; at = text.indexOf(figure, at + figure.length)) {
    const end = at + figure.length
    if (!continuesNumber(text, at, end)) found.push({ start: at, end })
  }
  return found
}

function continuesNumber(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start)
  const after = text.slice(end, end + 2)
  const startsWithDigit = isDigit(text.charAt(start))
  const endsWithDigit = isDigit(text.charAt(end - 1))
  return (startsWithDigit && /(?:\d|\d[.,．，])$/u.test(before)) || (endsWithDigit && /^(?:\d|[.．]\d)/u.test(after))
}

function isDigit(character: string): boolean {
  return /^\p{Nd}$/u.test(character)
}

function withQualifiers(text: string, range: Range, qualifiers: readonly string[]): Range {
  let { start, end } = range
  for (const qualifier of qualifiers) {
    if (text.startsWith(qualifier, end)) end += qualifier.length
    else if (text.slice(0, start).endsWith(qualifier)) start -= qualifier.length
  }
  return { start, end }
}

function merge(ranges: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    if (last !== undefined && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else merged.push({ ...range })
  }
  return merged
}
