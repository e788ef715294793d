import type { Embedder } from '../../src/embedding/embedder.js'
import { createBm25Index } from '../../src/index/bm25.js'
import { toSearchForm } from '../../src/text/search-form.js'
import { tokensOf, weightOfToken } from '../../src/text/tokens.js'

/** One way to find: a score for every passage, 0 where it was not found. */
export type Scorer = (question: string) => Promise<Float64Array>

/** BM25 over characters and pairs of them: the program's own. */
export function createLexicalScorer(passages: readonly string[]): Scorer {
  const index = createBm25Index(passages.map((passage) => tokensOf(toSearchForm(passage))))
  return async (question) => {
    const scores = new Float64Array(passages.length)
    const tokens = tokensOf(toSearchForm(question))
    const weights = new Map(tokens.map((token) => [token, weightOfToken(token)]))
    for (const { position, score } of index.search(tokens, passages.length, weights)) scores[position] = score
    return scores
  }
}

/** Cosine to the nearest window of a passage. */
export async function createDenseScorer(passages: readonly string[], embedder: Embedder): Promise<Scorer> {
  const windows = passages.flatMap((passage, position) => windowsOf(passage).map((text) => ({ position, text })))
  const vectors = await embedder.embed(
    windows.map(({ text }) => text),
    'passage',
  )
  return async (question) => {
    const [asked] = await embedder.embed([question], 'question')
    const scores = new Float64Array(passages.length).fill(-1)
    for (const [i, { position }] of windows.entries())
      scores[position] = Math.max(scores[position]!, cosine(asked!, vectors[i]!))
    return scores
  }
}

/** Scores of both, each scaled to mean 0 and deviation 1 over all passages of a question, the second weighed. */
export function createFusedScorer(one: Scorer, other: Scorer, weight: number): Scorer {
  return async (question) => fuse(await one(question), await other(question), weight)
}

/** Keeps the scores of the last question: an arm alone and the hybrids it is part of ask for them one after the other. */
export function rememberLast(scorer: Scorer): Scorer {
  let last: { question: string; scores: Promise<Float64Array> } | undefined
  return (question) => {
    if (last?.question !== question) last = { question, scores: scorer(question) }
    return last.scores
  }
}

export function fuse(one: Float64Array, other: Float64Array, weight: number): Float64Array {
  const scaled = standardized(other)
  return standardized(one).map((score, position) => score + weight * scaled[position]!)
}

function standardized(scores: Float64Array): Float64Array {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length
  const deviation = Math.sqrt(variance) || 1
  return scores.map((score) => (score - mean) / deviation)
}

/** Characters of a window: about as many as a chunk of the index has. */
const WINDOW_LENGTH = 250

/** Whole sentences, as many as a window takes. */
function windowsOf(passage: string): string[] {
  const windows: string[] = ['']
  for (const sentence of passage.split(/(?<=[。!?！？;；])/u)) {
    if (windows.at(-1) !== '' && windows.at(-1)!.length + sentence.length > WINDOW_LENGTH) windows.push('')
    windows[windows.length - 1] += sentence
  }
  return windows
}

function cosine(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += one[i]! * other[i]!
  return sum
}
