import type { Random } from './random.js'

/** Two texts that belong together. */
export interface Pair {
  question: string
  passage: string
  /** Pairs of one document are no negatives of each other. */
  document: number
}

/** One way to make pairs. */
export interface PairSource {
  name: string
  /** Share of the training steps. */
  share: number
  /** A pair; null where this throw of the dice gives none. */
  draw(random: Random): Pair | null
}

/** Characters of a passage: as long as a chunk of the index, or as a paragraph that is read whole. */
const PASSAGE_LENGTH = { least: 90, most: 320 }

/** Consecutive sentences around the one at `position`, as many as fit a length drawn at random. */
export function passageAround(sentences: readonly string[], position: number, random: Random): string[] {
  const limit = PASSAGE_LENGTH.least + random() * (PASSAGE_LENGTH.most - PASSAGE_LENGTH.least)
  let [first, last, length] = [position, position, sentences[position]!.length]
  while (length < limit && (first > 0 || last < sentences.length - 1)) {
    const forward = first === 0 || (last < sentences.length - 1 && random() < 0.5)
    const added = forward ? ++last : --first
    length += sentences[added]!.length
  }
  return sentences.slice(first, last + 1)
}

/** Cuts a passage to the longest that is embedded. */
export function cutPassage(text: string): string {
  return text.slice(0, 400)
}

/** The sentence, or one or two of its clauses: what a question has words of. */
export function partOf(sentence: string, random: Random): string {
  const clauses = sentence.split(/[,、:。;]/u).filter((clause) => clause.length > 3)
  if (clauses.length < 2 || random() < 0.3) return sentence
  const first = Math.floor(random() * clauses.length)
  return clauses.slice(first, first + 1 + Math.floor(random() * 2)).join(',')
}
