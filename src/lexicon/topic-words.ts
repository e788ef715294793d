import * as z from 'zod'
import { addGapped, findGapped, GAP, type GappedWords } from './gapped-words.js'
import { loadLexicon } from './load-lexicon.js'

export const topicWordsSchema = z.record(z.string(), z.array(z.string().min(1)))

/** Lists of words by topic or intent. */
export interface TopicWords {
  /** The topic whose words the text holds; null where none. */
  within(text: string): string | null
  /** All words of any topic that the text holds. */
  wordsIn(text: string): string[]
}

/** Reads a lexicon file of the shape `topic: [words]`; a word may have gaps (股票…能买). */
export function loadTopicWords(file: string): TopicWords {
  const topics = Object.entries(loadLexicon(file, topicWordsSchema)).map(([topic, words]) => ({
    topic,
    words: words.map((word) => word.toLowerCase().replace(/\s/g, '')),
  }))
  const hear = createHearing(topics.flatMap(({ topic, words }) => words.map((word) => ({ topic, word }))))
  return {
    within: (text) => hear(text)[0]?.topic ?? null,
    wordsIn: (text) => hear(text).map(({ word }) => word),
  }
}

interface TopicWord {
  topic: string
  word: string
}

/** Finds the words that a text holds, in the lexicon's order. Of a thousand, those are looked at that begin as the text does somewhere. */
function createHearing(words: readonly TopicWord[]): (text: string) => TopicWord[] {
  const byFirst = new Map<string, { entry: TopicWord; order: number; isHeard: (text: string) => boolean }[]>()
  for (const [order, entry] of words.entries()) {
    const first = entry.word[0]!
    const others = byFirst.get(first) ?? []
    others.push({ entry, order, isHeard: hearing(entry.word) })
    byFirst.set(first, others)
  }
  return (text) => {
    const heard = new Map<number, TopicWord>()
    for (let at = 0; at < text.length; at++)
      for (const { entry, order, isHeard } of byFirst.get(text[at]!) ?? []) if (isHeard(text)) heard.set(order, entry)
    return [...heard].sort(([a], [b]) => a - b).map(([, entry]) => entry)
  }
}

/** Whether a text holds the word, or its parts with a few characters between them. */
function hearing(word: string): (text: string) => boolean {
  if (!word.includes(GAP)) return (text) => text.includes(word)
  const gapped: GappedWords = new Map()
  addGapped(gapped, word)
  return (text) => text.includes(word.slice(0, word.indexOf(GAP))) && findGapped(text, gapped).length > 0
}
