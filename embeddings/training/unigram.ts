import { type Piece, SPECIAL_TOKENS } from './write-model.js'

/** Text → ids of the rows of the table; unknown characters and blanks are left out. */
export type Tokenize = (text: string) => number[]

/** The form in which the tokenizer of the model reads a text: NFKC, lower case. */
export function normalize(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Below the least likely piece, as far as transformers.js puts an unknown character. */
const UNKNOWN_PENALTY = 10

/**
 * The most probable cut of a text into pieces (Viterbi), as the Unigram model of transformers.js finds it.
 * Ids count the special tokens, as in tokenizer.json. Expects the form that `normalize` gives.
 */
export function createUnigram(pieces: readonly Piece[]): Tokenize {
  const ids = new Map(pieces.map(([word], i) => [word, i + SPECIAL_TOKENS.length]))
  const scores = Float64Array.from([...SPECIAL_TOKENS.map(() => 0), ...pieces.map(([, score]) => score)])
  const longest = pieces.reduce((most, [word]) => Math.max(most, word.length), 1)
  const unknown = pieces.reduce((least, [, score]) => Math.min(least, score), 0) - UNKNOWN_PENALTY
  const cut = (word: string) => cutWord(word, { ids, scores, longest, unknown })
  return (text) => text.split(' ').flatMap(cut)
}

interface Lattice {
  ids: ReadonlyMap<string, number>
  scores: Float64Array
  longest: number
  unknown: number
}

function cutWord(word: string, { ids, scores, longest, unknown }: Lattice): number[] {
  const best = new Float64Array(word.length + 1).fill(Number.NEGATIVE_INFINITY)
  const starts = new Int32Array(word.length + 1)
  const last = new Int32Array(word.length + 1)
  best[0] = 0
  for (let start = 0; start < word.length; start++) {
    const reach = (end: number, score: number, id: number) => {
      if (best[start]! + score <= best[end]!) return
      best[end] = best[start]! + score
      starts[end] = start
      last[end] = id
    }
    const furthest = Math.min(word.length, start + longest)
    for (let end = start + 1; end <= furthest; end++) {
      const id = ids.get(word.slice(start, end))
      if (id !== undefined) reach(end, scores[id]!, id)
      else if (end === start + 1) reach(end, unknown, -1)
    }
  }
  const found: number[] = []
  for (let end = word.length; end > 0; end = starts[end]!) if (last[end]! >= 0) found.push(last[end]!)
  return found.reverse()
}
