import type { FigureEvidence } from '../retrieval/evidence.js'
import { answerWords } from './answer-words.js'
import { differenceOf } from './compute.js'
import type { AskContext } from './context.js'
import type { Finding } from './finding.js'
import { stateFigure } from './state-figure.js'

/**
 * 2025年比2024年少了多少, answered by a rate: where the same sentence or row has the amounts of both years, they and their
 * difference are told in front of it.
 */
export function withBothYears(finding: Finding, { understanding, figures }: AskContext): Finding {
  const change = finding.claims[0]?.figures[0]
  if (!change?.period || !answerWords('asks_difference').test(understanding.text)) return finding
  const amountIn = (year: number): FigureEvidence | undefined =>
    figures.find(
      ({ figure }) =>
        figure.statement === change.statement &&
        figure.indicator === change.indicator &&
        figure.measure === 'level' &&
        figure.period === String(year),
    )
  const [before, after] = [amountIn(Number(change.period) - 1), amountIn(Number(change.period))]
  if (!before || !after) return finding
  const amounts = [before, after].map((amount) => stateFigure(amount))
  return { ...finding, claims: [...amounts, ...differenceOf(before, after), ...finding.claims] }
}
