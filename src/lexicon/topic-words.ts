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
  /** The topic of which the whole text, punctuation aside, is one or two words; null where it says more. */
  whole(text: string): string | null
}

/** Reads a lexicon file of the shape `topic: [words]`; a word may have gaps (股票…能买). */
export function loadTopicWords(file: string): TopicWords {
  const topics = Object.entries(loadLexicon(file, topicWordsSchema)).map(([topic, words]) => ({
    topic,
    words: words.map((word) => word.toLowerCase().replace(/\s/g, '')),
  }))
  const hear = createHearing(topics.flatMap(({ topic, words }) => words.map((word) => ({ topic, word }))))
  const longest = topics.map(({ topic, words }) => ({ topic, words: [...words].sort((a, b) => b.length - a.length) }))
  return {
    within: (text) => hear(text)[0]?.topic ?? null,
    wordsIn: (text) => hear(text).map(({ word }) => word),
    whole(text) {
      const bare = text.replace(/[^\p{L}\p{N}]/gu, '')
      const ungreeted = bare.replace(GREETING, '')
      const topicOf = (said: string) => longest.find(({ words }) => said !== '' && isMadeOf(said, words))?.topic
      return topicOf(bare) ?? topicOf(ungreeted) ?? topicOf(ungreeted.replace(PARTICLES, '')) ?? null
    },
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
  return (text) =>
    [...new Set(text.split(''))]
      .flatMap((character) => byFirst.get(character) ?? [])
      .filter(({ isHeard }) => isHeard(text))
      .sort((a, b) => a.order - b.order)
      .map(({ entry }) => entry)
}

/** Whether a text holds the word, or its parts with a few characters between them. */
function hearing(word: string): (text: string) => boolean {
  if (!word.includes(GAP)) return (text) => text.includes(word)
  const gapped: GappedWords = new Map()
  addGapped(gapped, word)
  return (text) => text.includes(word.slice(0, word.indexOf(GAP))) && findGapped(text, gapped).length > 0
}

/** 你好,你能干什么呀: what stands around what is said. */
const GREETING = /^(?:你好|您好|在吗|嗨|哈喽|请问)+/u
const PARTICLES = /[呀啊呢吧哦嘛哈啦]+$/u

function isMadeOf(text: string, words: readonly string[]): boolean {
  let rest = text
  for (let parts = 0; parts < 3 && rest !== ''; parts++) {
    const word = words.find((candidate) => rest.startsWith(candidate))
    if (!word) return false
    rest = rest.slice(word.length)
  }
  return rest === ''
}
