import type { Understanding } from '../understand/understanding.js'
import type { Evidence, FigureEvidence } from './evidence.js'
import { isClaimed } from './is-claimed.js'
import { matchingWords } from './matching-words.js'
import { meetTerms } from './meet-terms.js'
import { scoreFigure } from './score-figure.js'
import type { WeighedQuestion } from './weigh-terms.js'

/**
 * Every ledger figure that stands in evidence which meets a word of the question, best first. Kind and unit order; they do
 * not filter.
 */
export function findFigures(
  understanding: Understanding,
  question: WeighedQuestion,
  evidence: readonly Evidence[],
): FigureEvidence[] {
  const isNamed = understanding.claims.length > 0
  return evidence
    .filter(({ coverage, arms }) => coverage > 0 || arms.near > 0 || isNamed)
    .flatMap((entry) => scoreFigures(understanding, question, entry))
    .sort((a, b) => b.score - a.score || ratesFirst(a, b, understanding) || a.figure.index - b.figure.index)
}

/** 增速 and 增长 are asked of a rate; what was added (增加) may be an amount as well. */
function ratesFirst(a: FigureEvidence, b: FigureEvidence, { kind, unit, text }: Understanding): number {
  if (kind !== 'growth' || unit !== null || !matchingWords('rate').test(text)) return 0
  const isSameMatter = a.statement === b.statement && a.figure.indicator === b.figure.indicator
  return isSameMatter ? Number(b.figure.unit === '%') - Number(a.figure.unit === '%') : 0
}

function scoreFigures(understanding: Understanding, question: WeighedQuestion, entry: Evidence): FigureEvidence[] {
  const { figures } = entry.statement
  const met = meetTerms(question, entry)
  const claimed = figures.some(({ figure }) => understanding.claims.some((claim) => isClaimed(claim, figure)))
  return figures.map((found, i) => scoreFigure(understanding, question, entry, { found, met: met[i]!, claimed }))
}
