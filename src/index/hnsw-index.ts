import { setImmediate } from 'node:timers/promises'
import type { HierarchicalNSW } from 'hnswlib-node'
import type { VectorHit, VectorIndex } from './vector-index.js'

/** Links a vector keeps (Malkov & Yashunin, 2018: 12–48 for high dimensions). */
const LINKS = 32
/** Candidates looked at while building: more is slower and better. */
const BUILD_CANDIDATES = 200
/** Candidates looked at while searching, at least; recall@10 against exact search is 0.99 and more with it. */
const SEARCH_CANDIDATES = 200
/** After so many vectors the event loop gets a turn, so that the folder's lock stays fresh. */
const BUILD_SLICE = 100
const SEED = 42

/** An HNSW graph over unit vectors that can be kept in a file. */
export interface HnswIndex extends VectorIndex {
  readonly kind: 'hnsw'
  /** Writes the graph; the file holds everything `loadHnswIndex` needs. */
  save(file: string): Promise<void>
}

/** Builds a graph over unit vectors; null where hnswlib-node, an optional dependency, cannot be loaded here. */
export async function buildHnswIndex(vectors: readonly Float32Array[], dimensions: number): Promise<HnswIndex | null> {
  const library = await importHnswlib()
  if (!library) return null
  const graph = new library.HierarchicalNSW('ip', dimensions)
  graph.initIndex({
    maxElements: Math.max(1, vectors.length),
    m: LINKS,
    efConstruction: BUILD_CANDIDATES,
    randomSeed: SEED,
  })
  for (const [position, vector] of vectors.entries()) {
    graph.addPoint(Array.from(vector), position)
    if (position % BUILD_SLICE === BUILD_SLICE - 1) await setImmediate()
  }
  return wrap(graph, vectors.length)
}

/**
 * Reads a graph from a file; null where hnswlib-node cannot be loaded.
 *
 * @throws {Error} where the file is damaged or holds another number of vectors
 */
export async function loadHnswIndex(file: string, dimensions: number, count: number): Promise<HnswIndex | null> {
  const library = await importHnswlib()
  if (!library) return null
  const graph = new library.HierarchicalNSW('ip', dimensions)
  await graph.readIndex(file)
  if (graph.getCurrentCount() !== count)
    throw new Error(`${file} holds ${graph.getCurrentCount()} vectors, not ${count}`)
  return wrap(graph, count)
}

function wrap(graph: HierarchicalNSW, count: number): HnswIndex {
  return {
    kind: 'hnsw',
    search(vector, limit) {
      const wanted = Math.min(limit, count)
      if (wanted <= 0) return []
      graph.setEf(Math.max(SEARCH_CANDIDATES, wanted))
      return toHits(graph.searchKnn(Array.from(vector), wanted))
    },
    async save(file) {
      await graph.writeIndex(file)
    },
  }
}

/** hnswlib's inner-product distance is 1 − cosine. */
function toHits({ neighbors, distances }: { neighbors: number[]; distances: number[] }): VectorHit[] {
  return neighbors
    .map((position, i) => ({ position, similarity: 1 - distances[i]! }))
    .sort((a, b) => b.similarity - a.similarity || a.position - b.position)
}

/** Whether hnswlib-node, an optional dependency, can be loaded here. */
export async function hnswIsAvailable(): Promise<boolean> {
  return (await importHnswlib()) !== null
}

async function importHnswlib(): Promise<typeof import('hnswlib-node') | null> {
  try {
    const library = await import('hnswlib-node')
    return 'default' in library ? (library.default as typeof import('hnswlib-node')) : library
  } catch {
    // An optional dependency: without a prebuilt binary or a compiler it is not there, and exact search does its work.
    return null
  }
}
