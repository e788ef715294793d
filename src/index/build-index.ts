import type { Embedder } from '../embedding/embedder.js'
import { messages } from '../messages.js'
import type { Report } from '../report/report.js'
import { embedChunks, type IndexProgress } from './embed-chunks.js'
import { type EmbeddingCache, noEmbeddingCache, openEmbeddingCache } from './embedding-cache.js'
import { createExactIndex } from './exact-index.js'
import { buildHnswIndex } from './hnsw-index.js'
import { unwritable } from './index-error.js'
import { DEFAULT_WAIT_MS, withIndexLock } from './index-lock.js'
import { INDEX_FORMAT } from './manifest.js'
import { type IndexPlan, planIndex } from './plan-index.js'
import { type Index, readIndex } from './read-index.js'
import { type GenerationContent, writeGeneration } from './write-generation.js'

export interface BuildIndexOptions {
  /** The index folder (see `indexDirectoryFor`); created where it is missing. */
  directory: string
  reports: readonly Report[]
  embedder: Embedder
  /** Embeds every chunk again. Default false. */
  force?: boolean
  onProgress?: (progress: IndexProgress) => void
  /** Told, in one Chinese sentence each, what runs otherwise than usual. */
  onNotice?: (notice: string) => void
  /** How long to wait for another run. Default 11 seconds, which outlasts a dead run's lock. */
  waitMs?: number
}

/**
 * Brings the index of a corpus up to date: embeds the chunks that the model has not embedded lately, and writes nothing
 * where the index fits already. A run that is killed leaves what it has embedded to the next.
 *
 * @throws {IndexError} where the folder cannot be written or another run is at work
 * @throws {EmbeddingError} where the model cannot be loaded
 */
export async function buildIndex(options: BuildIndexOptions): Promise<Index> {
  const { directory, waitMs = DEFAULT_WAIT_MS, onNotice } = options
  const plan = planIndex(options.reports)
  const onWait = () => onNotice?.(messages.index.waiting)
  const index = await withIndexLock({ directory, waitMs, onWait }, async (signal) => {
    const kept = options.force ? null : await readIndex(directory, plan, options.embedder)
    return kept?.fault === null ? kept.index : writeIndex(options, plan, signal)
  })
  if (index.vectors.kind === 'exact') onNotice?.(messages.index.exact)
  return index
}

/** The same index without a folder: gone with the process. */
export async function buildInMemory(options: Omit<BuildIndexOptions, 'directory'>): Promise<Index> {
  const plan = planIndex(options.reports)
  const { index } = await makeIndex(options, plan, noEmbeddingCache)
  if (index.vectors.kind === 'exact') options.onNotice?.(messages.index.exact)
  return { ...index, origin: 'memory' }
}

async function writeIndex(options: BuildIndexOptions, plan: IndexPlan, signal: AbortSignal): Promise<Index> {
  const { directory, embedder, force } = options
  const cache = await openEmbeddingCache(directory, embedder, plan.chunks.length)
  const { index, content } = await makeIndex(options, plan, force ? { ...cache, vectors: new Map() } : cache)
  try {
    await writeGeneration(directory, content, signal)
  } catch (cause) {
    throw signal.aborted ? signal.reason : unwritable(directory, cause)
  }
  return index
}

async function makeIndex(
  { embedder, onProgress }: Pick<BuildIndexOptions, 'embedder' | 'onProgress'>,
  plan: IndexPlan,
  cache: EmbeddingCache,
): Promise<{ index: Index; content: GenerationContent }> {
  const { vectors, embedded } = await embedChunks(plan, embedder, cache, onProgress)
  const { modelId: model, dimensions } = embedder
  const graph = await buildHnswIndex(vectors, dimensions)
  const manifest = { format: INDEX_FORMAT, model, dimensions, reports: plan.reports, chunks: plan.hashes } as const
  return {
    index: { chunks: plan.chunks, vectors: graph ?? createExactIndex(vectors), embedded, origin: 'built' },
    content: { manifest, vectors, graph },
  }
}
