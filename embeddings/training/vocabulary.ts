import { segmentsOf } from '../../src/text/tokens.js'
import { type Corpus, sentencesOf } from './corpus.js'
import type { Piece } from './write-model.js'

/** Longer words are names of one text. */
const LONGEST = 8
/** News articles that words are counted in; the rest would change only the order of rare words. */
const ARTICLES_COUNTED = 15_000
/** What a character that was never met counts. */
const UNSEEN = 0.5

/**
 * The most frequent words of the corpus by ICU's segmenter and every character that occurs or is a common one (GB 2312),
 * with their log probabilities; the most frequent first.
 */
export function chooseVocabulary(corpus: Corpus, size: number): Piece[] {
  const counts = countWords(corpus)
  const kept = new Map<string, number>()
  const keep = (word: string) => kept.set(word, counts.get(word) ?? UNSEEN)
  for (const word of counts.keys()) if ([...word].length === 1) keep(word)
  for (const character of commonCharacters()) keep(character)
  for (const [word] of [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))) {
    if (kept.size >= size) break
    keep(word)
  }
  const total = [...kept.values()].reduce((sum, count) => sum + count, 0)
  return [...kept]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([word, count]) => [word, Number(Math.log(count / total).toFixed(3))])
}

function countWords({ news, government, questions }: Corpus): Map<string, number> {
  const counts = new Map<string, number>()
  const count = (text: string) => {
    for (const { segment } of segmentsOf(text)) {
      if (segment.trim() === '' || segment.length > LONGEST) continue
      counts.set(segment, (counts.get(segment) ?? 0) + 1)
    }
  }
  const contexts = new Set(questions.map(({ context }) => context))
  for (const { sentences } of [...news.slice(0, ARTICLES_COUNTED), ...government]) sentences.forEach(count)
  for (const context of contexts) sentencesOf(context).forEach(count)
  for (const { question } of questions) count(question)
  return counts
}

/** The 6,763 characters of GB 2312. */
function commonCharacters(): string[] {
  const bytes = Array.from({ length: 72 * 94 }, (_, i) => [0xb0 + Math.floor(i / 94), 0xa1 + (i % 94)]).flat()
  return [...new TextDecoder('gb18030').decode(Uint8Array.from(bytes))].filter((character) =>
    /\p{Script=Han}/u.test(character),
  )
}
