import type { Understanding } from '../understand/understanding.js'
import type { Asked, Focus } from './ask-report.js'
import { figuresOf } from './merge-findings.js'

/**
 * Asks the parts of one question one after another. They ask for different figures: a part that only finds what an earlier
 * one found (推进了几个,盘子多大) is asked again without it.
 */
export function askParts(
  parts: readonly Understanding[],
  ask: (part: Understanding, without: Focus['exclude']) => Asked,
): Asked[] {
  const found = new Set<number>()
  return parts.map((part) => {
    const first = ask(part, new Set())
    const answer = repeats(first, found) ? answeredOr(first, ask(part, found)) : first
    for (const { figure } of figuresOf(answer)) found.add(figure.index)
    return answer
  })
}

function repeats(asked: Asked, found: ReadonlySet<number>): boolean {
  const figures = figuresOf(asked)
  return figures.length > 0 && figures.every(({ figure }) => found.has(figure.index))
}

function answeredOr(first: Asked, second: Asked): Asked {
  return second.finding.outcome === 'answered' ? second : first
}
