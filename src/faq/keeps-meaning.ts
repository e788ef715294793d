import { polarityOf } from '../answer/written/polarity.js'
import { contentWords, numeralWords, toComparedForm } from '../answer/written/reply-words.js'
import { toSearchForm } from '../text/search-form.js'
import type { FaqSeed } from './faq-entry.js'
import type { Wording } from './wording.js'

/**
 * Whether a model's wording asks for no more and nothing else than the program's own: the same numbers, the same direction,
 * and no word that neither the question, its other wordings, the report's sentences nor citizens' everyday words hold.
 */
export function keepsMeaning(
  reworded: string,
  { question, seed, sentences }: { question: string; seed: FaqSeed; sentences: readonly string[] },
  { spoken }: Wording,
): boolean {
  const known = [question, ...seed.wordings, ...seed.others, ...sentences, ...spoken].map(toComparedForm)
  const words = contentWords(reworded)
  return (
    words.length > 0 &&
    // 涨了 is one word to the tokenizer.
    words.every((word) => known.some((text) => text.includes(word.replace(/(?<=.)了$/, '')))) &&
    numbersOf(reworded) === numbersOf(question) &&
    isSameDirection(reworded, [question, ...seed.wordings, ...seed.others])
  )
}

/** 几 asks for a number, and is none. */
function numbersOf(text: string): string {
  return numeralWords(toSearchForm(text).replaceAll('几', ' ')).sort().join(' ')
}

function isSameDirection(reworded: string, wordings: readonly string[]): boolean {
  const [asked, ...own] = [reworded, ...wordings].map((text) => polarityOf(toSearchForm(text)))
  const sides = new Set(own.flatMap((polarity) => [...polarity.sides]))
  return asked!.isNegated === own[0]!.isNegated && [...asked!.sides].every((side) => sides.has(side))
}
