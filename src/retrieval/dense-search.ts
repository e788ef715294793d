import type { Embedder } from '../embedding/embedder.js'
import { EmbeddingError } from '../embedding/embedding-error.js'
import type { Chunk } from '../index/chunk.js'
import type { VectorIndex } from '../index/vector-index.js'
import type { DenseSearch } from './retriever.js'

export interface DenseSearchSources {
  /** Position i of `vectors` is `chunks[i]`. */
  chunks: readonly Chunk[]
  vectors: VectorIndex
  /** The embedder that made the vectors; its model is loaded when the first question comes. */
  embedder: Embedder
}

/** Chunks taken for a question: some three statements each, so that the statement asked for is among them. */
const CHUNKS_TAKEN = 40

/** Nearest statements by meaning: each statement of a chunk is as near as its nearest chunk. */
export function createDenseSearch({ chunks, vectors, embedder }: DenseSearchSources): DenseSearch {
  return async (question) => {
    const [vector] = await embedder.embed([question], 'question')
    const found = new Map<string, Map<number, number>>()
    if (!vector) return found
    for (const { position, similarity } of vectors.search(vector, CHUNKS_TAKEN)) {
      const { reportId, statements } = chunks[position]!
      const near = found.get(reportId) ?? new Map<number, number>()
      found.set(reportId, near)
      for (const statement of statements) near.set(statement, Math.max(similarity, near.get(statement) ?? -1))
    }
    return found
  }
}

/** Where there are no vectors: words and ledger answer alone. */
export const noDenseSearch: DenseSearch = async () => new Map()

/** Finds nothing where the model cannot be used, and tells why, instead of failing: the other arms still answer. */
export function orNothing(search: DenseSearch, onFault: (fault: EmbeddingError) => void): DenseSearch {
  return async (question) => {
    try {
      return await search(question)
    } catch (error) {
      if (!(error instanceof EmbeddingError)) throw error
      onFault(error)
      return new Map()
    }
  }
}
