import type { Embedder } from '../embedding/embedder.js'
import type { Report } from '../report/report.js'
import type { Chunk } from './chunk.js'
import { embedChunks, type IndexProgress } from './embed-chunks.js'
import { createExactIndex } from './exact-index.js'
import { readGeneration, writeGeneration } from './generation.js'
import { buildHnswIndex, type HnswIndex } from './hnsw-index.js'
import { IndexError } from './index-error.js'
import { DEFAULT_WAIT_MS, unwritable, withIndexLock } from './index-lock.js'
import { INDEX_FORMAT, type IndexPlan, planIndex } from './manifest.js'
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

export interface BuildIndexOptions {
  /** The index folder; created where it is missing. */
  directory: string
  reports: readonly Report[]
  embedder: Embedder
  /** Embeds every chunk again. */
  force?: boolean
  onProgress?: (progress: IndexProgress) => void
  /** Told, in one Chinese sentence each, what runs otherwise than usual. */
  onNotice?: (notice: string) => void
  /** How long to wait for another run. Default 6 seconds. */
  waitMs?: number
}

/** Notice where hnswlib-node cannot be loaded. */
export const EXACT_NOTICE = 'hnswlib-node 无法加载,改用逐一比对的精确检索,结果不受影响。'

/**
 * Writes the index of a corpus, embedding only chunks whose text or model is new.
 *
 * @throws {IndexError} where the folder cannot be written or another run is at work
 */
export async function buildIndex(options: BuildIndexOptions): Promise<Index> {
  const { directory, embedder } = options
  const plan = planIndex(options.reports)
  return withIndexLock(directory, options.waitMs ?? DEFAULT_WAIT_MS, async () => {
    const kept = options.force ? 'absent' : await readGeneration(directory)
    const known = typeof kept === 'string' ? null : kept
    const { vectors, embedded } = await embedChunks(plan, embedder, known, options.onProgress)
    const graph = await buildHnswIndex(vectors, embedder.dimensions)
    await write(directory, { plan, embedder, vectors, graph })
    return ready(plan, { vectors, graph, embedded, origin: 'built' }, options.onNotice)
  })
}

/** The same index without a folder: gone with the process. */
export async function buildInMemory(options: Omit<BuildIndexOptions, 'directory'>): Promise<Index> {
  const plan = planIndex(options.reports)
  const { vectors, embedded } = await embedChunks(plan, options.embedder, null, options.onProgress)
  const graph = await buildHnswIndex(vectors, options.embedder.dimensions)
  return ready(plan, { vectors, graph, embedded, origin: 'memory' }, options.onNotice)
}

function ready(
  plan: IndexPlan,
  made: { vectors: Float32Array[]; graph: HnswIndex | null } & Pick<Index, 'embedded' | 'origin'>,
  onNotice?: (notice: string) => void,
): Index {
  if (!made.graph) onNotice?.(EXACT_NOTICE)
  const { embedded, origin } = made
  return { chunks: plan.chunks, vectors: made.graph ?? createExactIndex(made.vectors), embedded, origin }
}

async function write(
  directory: string,
  made: { plan: IndexPlan; embedder: Embedder; vectors: Float32Array[]; graph: HnswIndex | null },
): Promise<void> {
  const { plan, embedder, vectors, graph } = made
  const { modelId: model, dimensions } = embedder
  const { reports, hashes } = plan
  const manifest = {
    format: INDEX_FORMAT,
    model,
    dimensions,
    reports,
    chunks: hashes,
    vectors: vectors.length,
  } as const
  try {
    await writeGeneration(directory, { manifest, vectors, graph })
  } catch (cause) {
    throw cause instanceof IndexError ? cause : unwritable(directory, cause)
  }
}
