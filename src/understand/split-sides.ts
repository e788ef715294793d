import type { Span } from '../text/clauses.js'
import { askingWords } from './asking-words.js'

const CLAUSE_END = /[,。;!?:]/
const SHORTEST_SIDE = 2

/**
 * The ways to read a question as the same asked of two sides (A和B哪个多, 去年建成的跟今年要建的差几套), one for each conjunction.
 * @returns pairs of texts; in each the other side is blanked, so that offsets stay
 */
export function splitSides(text: string): [string, string][] {
  return [...text.matchAll(askingWords('between_sides', 'anywhere', 'g'))].flatMap(({ index, 0: word }) => {
    const left = { start: startOfClause(text, index), end: index }
    const right = { start: index + word.length, end: endOfSide(text, index + word.length) }
    const isPair = [left, right].every((side) => text.slice(side.start, side.end).trim().length >= SHORTEST_SIDE)
    if (!isPair) return []
    const between = { start: index, end: index + word.length }
    return [[blankOut(text, [between, right]), blankOut(text, [left, between])] as [string, string]]
  })
}

function startOfClause(text: string, end: number): number {
  for (let start = end; start > 0; start--) if (CLAUSE_END.test(text[start - 1]!)) return start
  return 0
}

/** A side is more than a time (今年的目标), and what begins with what both share goes on to the end of its clause. */
function endOfSide(text: string, start: number): number {
  const behind = text.slice(start)
  const first = Math.max(SHORTEST_SIDE, (behind.match(askingWords('time_of_side'))?.[0].length ?? 0) + 1)
  const shared = behind.slice(first).search(askingWords('said_of_both'))
  return shared < 0 ? text.length : start + first + shared
}

function blankOut(text: string, spans: readonly Span[]): string {
  return spans.reduce((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), text)
}
