import type { Manifest } from './manifest.js'

/*
 * An index folder:
 *
 *   current                   one line: the generation in use and its manifest's SHA-256
 *   generation-…/manifest.json  what it holds, with the other files' sizes and SHA-256
 *   generation-…/vectors.f32  32-bit floats, little-endian, one row a chunk
 *   generation-…/graph.hnsw   where hnswlib-node was there
 *   embedded/…                vectors of all texts embedded lately, one file a model (embedding-cache.ts)
 *   lock/                     while a run writes
 *
 * A generation is written whole and never changed; replacing `current` by a rename switches to it. Whatever moment a run
 * is killed at, `current` names a whole generation, and every byte that is read is proven by a hash.
 */
export const POINTER_FILE = 'current'
export const CACHE_FOLDER = 'embedded'
export const MANIFEST_FILE = 'manifest.json'
export const VECTORS_FILE = 'vectors.f32'
export const GRAPH_FILE = 'graph.hnsw'

/** A generation's folder name. */
export const GENERATION = /^generation-[0-9a-f-]+$/

/** A generation read and checked. */
export interface Generation {
  manifest: Manifest
  vectors: Float32Array[]
  /** Absolute path of the graph's file; null where there is none. */
  graphFile: string | null
}
