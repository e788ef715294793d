import type { Embedder } from '../embedding/embedder.js'
import type { Generation } from './generation.js'
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

/** Vectors of a plan's chunks, in order: those that `known` holds for the same text and model, the others embedded. */
export async function embedChunks(
  plan: IndexPlan,
  embedder: Embedder,
  known: Generation | null,
  onProgress?: (progress: IndexProgress) => void,
): Promise<EmbeddedChunks> {
  const vectors = knownVectors(embedder, known)
  const missing = plan.chunks
    .map((chunk, i) => ({ chunk, hash: plan.hashes[i]! }))
    .filter(({ hash }) => !vectors.has(hash))
  const total = plan.chunks.length
  for (let start = 0; start < missing.length; start += STEP) {
    const step = missing.slice(start, start + STEP)
    const texts = step.map(({ chunk }) => chunk.text)
    const found = await embedder.embed(texts, 'passage')
    step.forEach(({ hash }, i) => {
      vectors.set(hash, found[i]!)
    })
    const done = total - missing.length + start + step.length
    onProgress?.({ done, total, report: step.at(-1)!.chunk.reportId })
  }
  return { vectors: plan.hashes.map((hash) => vectors.get(hash)!), embedded: missing.length }
}

function knownVectors(embedder: Embedder, known: Generation | null): Map<string, Float32Array> {
  if (known?.manifest.model !== embedder.modelId || known.manifest.dimensions !== embedder.dimensions) return new Map()
  return new Map(known.manifest.chunks.map((hash, i) => [hash, known.vectors[i]!]))
}
