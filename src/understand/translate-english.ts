import type { ConceptLexicon } from '../lexicon/concepts.js'

/** Turns an English question into the Chinese words that matter in it. */
export type Translate = (question: string) => string

const MOSTLY = 0.6
const LONGEST_PHRASE = 6

/** Whether a question is written in English: mostly Latin letters, no Han among them. */
export function isEnglish(question: string): boolean {
  const letters = question.match(/[A-Za-z]/g)?.length ?? 0
  const signs = question.match(/[\p{L}]/gu)?.length ?? 0
  return signs > 0 && letters >= 8 && letters / signs > MOSTLY && !/\p{Script=Han}/u.test(question)
}

/**
 * Word-by-word translation by longest phrase: concepts' English names, then the glossary. Numbers and words in capitals
 * stay; what is unknown is dropped.
 * @param glossary English phrase, lower case → Chinese; cues of the question (how many → 多少) among them
 */
export function createTranslate(concepts: ConceptLexicon, glossary: ReadonlyMap<string, string>): Translate {
  let phrases: ReadonlyMap<string, string> | undefined
  return (question) => {
    phrases ??= gatherPhrases(concepts, glossary)
    const words = question.match(/[A-Za-z0-9.%'-]+/g) ?? []
    const translated: string[] = []
    for (let i = 0; i < words.length; ) {
      const { length, chinese } = longestPhrase(words, i, phrases)
      if (chinese) translated.push(chinese)
      i += length
    }
    return translated.join(' ')
  }
}

function gatherPhrases(concepts: ConceptLexicon, glossary: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const phrases = new Map(glossary)
  for (const [word, [meaning]] of concepts.words)
    if (meaning?.via === 'english' && !phrases.has(word)) phrases.set(word, meaning.concept.name)
  return phrases
}

function longestPhrase(words: readonly string[], from: number, phrases: ReadonlyMap<string, string>) {
  for (let length = Math.min(LONGEST_PHRASE, words.length - from); length >= 1; length--) {
    const phrase = words
      .slice(from, from + length)
      .join(' ')
      .toLowerCase()
      .replace(/[.'?]+$/, '')
    const chinese = phrases.get(phrase) ?? phrases.get(phrase.replace(/s$/, ''))
    if (chinese !== undefined) return { length, chinese }
  }
  const word = words[from]!
  return { length: 1, chinese: /^\d|^[A-Z0-9]{2,}$/.test(word) ? word : null }
}
