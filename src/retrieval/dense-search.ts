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

/** Statements taken for a question. */
const MOST_TAKEN = 80

/**
 * Nearest statements by meaning. Each counts by how much nearer it is than the last one taken, so that those that were not
 * taken stand no further behind than they are.
 */
export function createDenseSearch({ chunks, vectors, embedder }: DenseSearchSources): DenseSearch {
  return async (question) => {
    const [vector] = await embedder.embed([question], 'question')
    const found = new Map<string, Map<number, number>>()
    if (!vector) return found
    const nearest = vectors.search(vector, MOST_TAKEN)
    const least = nearest.length < MOST_TAKEN ? 0 : nearest.at(-1)!.similarity
    for (const { position, similarity } of nearest) {
      const { reportId, statement } = chunks[position]!
      const near = found.get(reportId) ?? new Map<number, number>()
      found.set(reportId, near.set(statement, similarity - least))
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
