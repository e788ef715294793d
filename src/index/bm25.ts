import type { LexicalHit, LexicalIndex } from './lexical-index.js'

/** Term-frequency saturation. Found on development sets (docs/embedding-retrieval.md); Robertson & Zaragoza (2009) use 1.2–2. */
const K1 = 0.8
/** Length normalisation, 0–1; statements are short and alike in length, so it is mild. */
const B = 0.4

interface Postings {
  documents: number[]
  frequencies: number[]
}

/** Where a token stands, and what each document gains by it: saturated frequency times idf. */
interface Gains {
  documents: Uint32Array
  gains: Float64Array
}

/** BM25 (Robertson & Zaragoza, 2009, with the non-negative idf of Lucene) over tokenised documents. */
export function createBm25Index(documents: readonly (readonly string[])[]): LexicalIndex {
  const postings = new Map<string, Postings>()
  for (const [position, tokens] of documents.entries()) post(postings, tokens, position)
  const averageLength = documents.reduce((sum, tokens) => sum + tokens.length, 0) / (documents.length || 1) || 1
  const norms = documents.map((tokens) => K1 * (1 - B + (B * tokens.length) / averageLength))
  const index = new Map([...postings].map(([token, entry]) => [token, gainsOf(entry, norms)]))

  return {
    search(tokens, limit, weights) {
      const scores = new Float64Array(documents.length)
      for (const token of new Set(tokens)) {
        const entry = index.get(token)
        if (!entry) continue
        const weight = weights?.get(token) ?? 1
        for (let i = 0; i < entry.documents.length; i++) scores[entry.documents[i]!]! += weight * entry.gains[i]!
      }
      return best(scores, limit)
    },
  }
}

function gainsOf({ documents, frequencies }: Postings, norms: readonly number[]): Gains {
  const count = documents.length
  const idf = Math.log(1 + (norms.length - count + 0.5) / (count + 0.5))
  const gains = frequencies.map((frequency, i) => (idf * frequency * (K1 + 1)) / (frequency + norms[documents[i]!]!))
  return { documents: Uint32Array.from(documents), gains: Float64Array.from(gains) }
}

function post(postings: Map<string, Postings>, tokens: readonly string[], position: number): void {
  for (const token of tokens) {
    const entry = postings.get(token)
    if (!entry) postings.set(token, { documents: [position], frequencies: [1] })
    else if (entry.documents.at(-1) === position) entry.frequencies[entry.frequencies.length - 1]!++
    else {
      entry.documents.push(position)
      entry.frequencies.push(1)
    }
  }
}

function best(scores: Float64Array, limit: number): LexicalHit[] {
  const positions: number[] = []
  for (let position = 0; position < scores.length; position++) if (scores[position]! > 0) positions.push(position)
  return positions
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .slice(0, limit)
    .map((position) => ({ position, score: scores[position]! }))
}
