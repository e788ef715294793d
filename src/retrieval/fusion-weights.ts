import { type Evidence, MOST_BY_MEANING } from './evidence.js'

/** What each arm's score, 0–1, counts in the score of a statement. */
export type FusionWeights = Readonly<Record<keyof Evidence['arms'], number>>

/** What else orders statements, where the words of the best one count about 1. */
export interface RankingWeights {
  /** Taken from a statement that speaks of another time than the one asked. */
  otherTime: number
  /** Given, where a number is asked, to the best figure of the kind and time asked; to the others in proportion. */
  figure: number
  /** Taken, where a number is asked, from a statement without any. */
  noFigure: number
  /** Given for nearness of meaning, besides what it counts in the statement's score. */
  meaning: number
}

export const fusionWeights: FusionWeights = { coverage: 1, lexical: 0.25, dense: MOST_BY_MEANING.statement, near: 0.2 }

export const rankingWeights: RankingWeights = { otherTime: 0.25, figure: 0.2, noFigure: 0.15, meaning: 0.9 }

/**
 * What the weights in use are worth, and what is left without one, R@1 in percent:
 * `npm run bench -- --fusion test/questions/questions.jsonl` (447 questions), and the same on later-questions.jsonl (230).
 * Doubling or halving any of them moves R@1 by less than a point.
 */
export const weightsFound = [
  { questions: 447, used: 96.4, coverageAlone: 85.7, lexicalAlone: 85.0, fusedNotRanked: 88.1, withoutMeaning: 95.7 },
  { questions: 230, used: 97.8, coverageAlone: 86.1, lexicalAlone: 83.9, fusedNotRanked: 87.4, withoutMeaning: 96.5 },
] as const

export function fuseArms(arms: Evidence['arms'], weights: FusionWeights = fusionWeights): number {
  return (
    weights.coverage * arms.coverage +
    weights.lexical * arms.lexical +
    weights.dense * arms.dense +
    weights.near * arms.near
  )
}
