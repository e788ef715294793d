import type { Embedder } from '../embedding/embedder.js'
import { type BuildIndexOptions, buildIndex, buildInMemory, EXACT_NOTICE, type Index } from './build-index.js'
import { createExactIndex } from './exact-index.js'
import { type Generation, readGeneration } from './generation.js'
import { buildHnswIndex, loadHnswIndex } from './hnsw-index.js'
import { IndexError } from './index-error.js'
import { type IndexPlan, mismatch, planIndex } from './manifest.js'

export interface OpenIndexOptions extends Omit<BuildIndexOptions, 'embedder' | 'force'> {
  /** The embedder, or how to come by one. It is asked for vectors only where some are missing. */
  embedder: Embedder | (() => Promise<Embedder>)
  /** What to do where the folder cannot be written or is being written: `memory` builds an index for this process alone. */
  whenUnwritable?: 'throw' | 'memory'
}

/**
 * Opens a corpus's index. One that is missing, damaged or of another corpus, model or format is mended by building it
 * anew, and a notice says why; it is never served.
 *
 * @throws {IndexError} where it has to be written and cannot be, unless `whenUnwritable` is `memory`
 */
export async function openIndex(options: OpenIndexOptions): Promise<Index> {
  const embedder = typeof options.embedder === 'function' ? await options.embedder() : options.embedder
  const plan = planIndex(options.reports)
  const kept = await readGeneration(options.directory)
  const fault = await faultOf(kept, plan, embedder)
  if (fault === null && typeof kept !== 'string') return serve(kept, plan, options)
  if (fault) options.onNotice?.(`${fault},正在重建索引。`)
  return mend({ ...options, embedder })
}

async function faultOf(
  kept: Generation | 'absent' | 'damaged',
  plan: IndexPlan,
  embedder: Embedder,
): Promise<string | null> {
  if (kept === 'absent') return '尚无索引'
  if (kept === 'damaged') return '索引文件已损坏'
  return mismatch(kept.manifest, plan, embedder)
}

async function serve(kept: Generation, plan: IndexPlan, options: OpenIndexOptions): Promise<Index> {
  const { dimensions } = kept.manifest
  const graph = kept.graphFile
    ? await loadHnswIndex(kept.graphFile, dimensions, kept.vectors.length)
    : await buildHnswIndex(kept.vectors, dimensions)
  if (!graph) options.onNotice?.(EXACT_NOTICE)
  return { chunks: plan.chunks, vectors: graph ?? createExactIndex(kept.vectors), embedded: 0, origin: 'opened' }
}

async function mend(options: OpenIndexOptions & { embedder: Embedder }): Promise<Index> {
  const { whenUnwritable = 'throw' } = options
  try {
    return await buildIndex(options)
  } catch (error) {
    if (!(error instanceof IndexError) || whenUnwritable === 'throw') throw error
    options.onNotice?.(`${error.message.replace(/。$/, '')};本次在内存中建立索引。`)
    return buildInMemory(options)
  }
}
