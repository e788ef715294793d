import { toSearchForm } from '../text/search-form.js'

/** From here on two questions with the same numbers count as one. */
export const TOO_NEAR = 0.85

/**
 * Nearness of two questions, 0–1: Dice's coefficient over the pairs of neighbouring characters of their search forms,
 * punctuation aside; 0 where their numbers differ, since 2022年 and 2023年 make two questions of one wording.
 */
export function similarity(one: QuestionForm, other: QuestionForm): number {
  if (one.numbers !== other.numbers) return 0
  if (one.pairs.size === 0 || other.pairs.size === 0) return one.text === other.text ? 1 : 0
  let shared = 0
  for (const pair of one.pairs) if (other.pairs.has(pair)) shared++
  return (2 * shared) / (one.pairs.size + other.pairs.size)
}

/** A question as `similarity` reads it. */
export interface QuestionForm {
  text: string
  numbers: string
  pairs: ReadonlySet<string>
}

export function questionForm(question: string): QuestionForm {
  const text = toSearchForm(question).replace(/[^\p{L}\p{N}.%]/gu, '')
  const characters = [...text]
  const pairs = new Set(characters.slice(1).map((character, i) => characters[i]! + character))
  return { text, numbers: (text.match(/\d+(?:\.\d+)?/g) ?? []).join(' '), pairs }
}
