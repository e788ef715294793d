import { setImmediate } from 'node:timers/promises'
import type { HierarchicalNSW } from 'hnswlib-node'
import { type HnswParameters, hnswParameters, searchCandidatesFor } from './hnsw-parameters.js'
import type { VectorHit, VectorIndex } from './vector-index.js'

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
export async function buildHnswIndex(
  vectors: readonly Float32Array[],
  dimensions: number,
  parameters = hnswParameters,
): Promise<HnswIndex | null> {
  const library = await importHnswlib()
  if (!library) return null
  const graph = new library.HierarchicalNSW('ip', dimensions)
  graph.initIndex({
    maxElements: Math.max(1, vectors.length),
    m: parameters.links,
    efConstruction: parameters.buildCandidates,
    randomSeed: SEED,
  })
  for (const [position, vector] of vectors.entries()) {
    graph.addPoint(Array.from(vector), position)
    if (position % BUILD_SLICE === BUILD_SLICE - 1) await setImmediate()
  }
  return wrap(graph, vectors.length, parameters)
}

/**
 * Reads a graph from a file; null where hnswlib-node cannot be loaded.
 *
 * @throws {Error} where the file is damaged or holds another number of vectors
 */
export async function loadHnswIndex(
  file: string,
  dimensions: number,
  count: number,
  parameters: Pick<HnswParameters, 'searchCandidates'> = hnswParameters,
): Promise<HnswIndex | null> {
  const library = await importHnswlib()
  if (!library) return null
  const graph = new library.HierarchicalNSW('ip', dimensions)
  await graph.readIndex(file)
  if (graph.getCurrentCount() !== count)
    throw new Error(`${file} holds ${graph.getCurrentCount()} vectors, not ${count}`)
  return wrap(graph, count, parameters)
}

function wrap(graph: HierarchicalNSW, count: number, parameters: Pick<HnswParameters, 'searchCandidates'>): HnswIndex {
  const candidates = searchCandidatesFor(parameters, count)
  return {
    kind: 'hnsw',
    search(vector, limit) {
      const wanted = Math.min(limit, count)
      if (wanted <= 0) return []
      graph.setEf(Math.max(candidates, wanted))
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
