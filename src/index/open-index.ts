import { messages } from '../messages.js'
import type { BuildIndexOptions } from './build-index.js'
import { IndexError } from './index-error.js'
import { planIndex } from './plan-index.js'
import { type Index, readIndex } from './read-index.js'

export interface OpenIndexOptions extends Omit<BuildIndexOptions, 'force'> {
  /**
   * What to do where the folder cannot be written or is being written. `throw` is the default; `memory` builds an index for
   * this process alone, with a notice, and does not wait for another run unless `waitMs` says so.
   */
  whenUnwritable?: 'throw' | 'memory'
}

/**
 * Opens a corpus's index. One that is missing, damaged or of another corpus, model or format is mended by building it
 * anew, and a notice says why; it is never served. The embedder is asked for vectors only where some are missing.
 *
 * @throws {IndexError} where it has to be written and cannot be, unless `whenUnwritable` is `memory`
 * @throws {EmbeddingError} where it has to be built and the model cannot be loaded
 */
export async function openIndex(options: OpenIndexOptions): Promise<Index> {
  const kept = await readIndex(options.directory, planIndex(options.reports), options.embedder)
  if (kept.fault !== null) {
    const { building, rebuilding } = messages.index
    options.onNotice?.(kept.fault === 'absent' ? building : rebuilding[kept.fault])
    return mend(options)
  }
  if (kept.index.vectors.kind === 'exact') options.onNotice?.(messages.index.exact)
  return kept.index
}

async function mend(options: OpenIndexOptions): Promise<Index> {
  const { buildIndex, buildInMemory } = await import('./build-index.js')
  if (options.whenUnwritable !== 'memory') return buildIndex(options)
  try {
    return await buildIndex({ ...options, waitMs: options.waitMs ?? 0 })
  } catch (error) {
    if (!(error instanceof IndexError)) throw error
    options.onNotice?.(messages.index.inMemory(error.message))
    return buildInMemory(options)
  }
}
