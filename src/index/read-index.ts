import type { Embedder } from '../embedding/embedder.js'
import type { Chunk } from './chunk.js'
import { createExactIndex } from './exact-index.js'
import type { Generation } from './generation.js'
import { hnswIsAvailable, loadHnswIndex } from './hnsw-index.js'
import { type IndexFault, mismatch } from './manifest.js'
import type { IndexPlan } from './plan-index.js'
import { readGeneration } from './read-generation.js'
import type { VectorIndex } from './vector-index.js'

/** An index ready for searching: position i of `vectors` is `chunks[i]`. */
export interface Index {
  chunks: Chunk[]
  vectors: VectorIndex
  /** Chunks that had to be embedded; 0 where all were known. */
  embedded: number
  /** Where it came from: read as it was, written anew, or held in memory only. */
  origin: 'opened' | 'built' | 'memory'
}

/** The index of a folder, or why there is none to serve. */
export type ReadIndex = { fault: null; index: Index } | { fault: IndexFault }

/** Reads a folder's index and holds it against what is wanted. Never throws: what cannot be read is a fault. */
export async function readIndex(directory: string, plan: IndexPlan, embedder: Embedder): Promise<ReadIndex> {
  const generation = await readGeneration(directory)
  if (typeof generation === 'string') return { fault: generation }
  const fault = mismatch(generation.manifest, plan, embedder)
  if (fault) return { fault }
  const vectors = await loadVectors(generation)
  if (typeof vectors === 'string') return { fault: vectors }
  return { fault: null, index: { chunks: plan.chunks, vectors, embedded: 0, origin: 'opened' } }
}

async function loadVectors({ manifest, vectors, graphFile }: Generation): Promise<VectorIndex | IndexFault> {
  if (!graphFile) return (await hnswIsAvailable()) ? 'graph' : createExactIndex(vectors)
  try {
    return (await loadHnswIndex(graphFile, manifest.dimensions, vectors.length)) ?? createExactIndex(vectors)
  } catch {
    // Written by another version of hnswlib, or removed since by another run.
    return 'damaged'
  }
}
