import type { Embedder } from '../embedding/embedder.js'
import type { EmbeddingCache } from './embedding-cache.js'
import type { IndexPlan } from './plan-index.js'

/** Told while chunks are embedded. */
export interface IndexProgress {
  /** Chunks that have their vector. */
  done: number
  total: number
  /** Id of the report at work. */
  report: string
}

export interface EmbeddedChunks {
  vectors: Float32Array[]
  /** Chunks that the model was asked for; the others had a vector already. */
  embedded: number
}

/** Chunks embedded between two progress calls. */
const STEP = 32

/** Vectors of a plan's chunks, in order: those that the cache holds, the others embedded, and added to it step by step. */
export async function embedChunks(
  plan: IndexPlan,
  embedder: Embedder,
  cache: EmbeddingCache,
  onProgress?: (progress: IndexProgress) => void,
): Promise<EmbeddedChunks> {
  const vectors = new Map(cache.vectors)
  const missing = plan.chunks
    .map((chunk, i) => ({ chunk, hash: plan.hashes[i]! }))
    .filter(({ hash }) => !vectors.has(hash))
  const total = plan.chunks.length
  for (let start = 0; start < missing.length; start += STEP) {
    const step = missing.slice(start, start + STEP)
    const texts = step.map(({ chunk }) => chunk.text)
    const found = await embedder.embed(texts, 'passage')
    const added = new Map(step.map(({ hash }, i) => [hash, found[i]!]))
    await cache.add(added)
    for (const [hash, vector] of added) vectors.set(hash, vector)
    const done = total - missing.length + start + step.length
    onProgress?.({ done, total, report: step.at(-1)!.chunk.reportId })
  }
  return { vectors: plan.hashes.map((hash) => vectors.get(hash)!), embedded: missing.length }
}
