import * as z from 'zod'
import type { Embedder } from '../embedding/embedder.js'
import type { IndexPlan } from './plan-index.js'

/** Raised when the files' layout changes; an index of another format is built anew. */
export const INDEX_FORMAT = 1

const fileSchema = z.object({ bytes: z.int().nonnegative(), sha256: z.string().length(64) })

/** What `manifest.json` of an index says: enough to know, without loading the model, whether the index fits. */
export const manifestSchema = z.object({
  format: z.literal(INDEX_FORMAT),
  /** The embedder's `modelId`. */
  model: z.string(),
  dimensions: z.int().positive(),
  reports: z.array(z.object({ id: z.string(), hash: z.string(), chunks: z.int().nonnegative() })),
  /** Content hash of each chunk's text, in the order of the vectors. */
  chunks: z.array(z.string()),
  files: z.object({ vectors: fileSchema, graph: fileSchema.nullable() }),
})

export type Manifest = z.output<typeof manifestSchema>
export type FileRecord = z.output<typeof fileSchema>

/**
 * Why the index in a folder cannot be served.
 * - `absent`, `damaged`
 * - `model`: its vectors are another model's
 * - `reports`, `chunks`: it is another corpus's, or an older state of this one
 * - `graph`: it was written where hnswlib-node could not be loaded, and here it can
 */
export type IndexFault = 'absent' | 'damaged' | 'model' | 'reports' | 'chunks' | 'graph'

/** Why an index does not fit what is wanted; null where it fits. */
export function mismatch(manifest: Manifest, plan: IndexPlan, embedder: Embedder): IndexFault | null {
  if (manifest.model !== embedder.modelId || manifest.dimensions !== embedder.dimensions) return 'model'
  if (JSON.stringify(manifest.reports) !== JSON.stringify(plan.reports)) return 'reports'
  if (manifest.chunks.join() !== plan.hashes.join()) return 'chunks'
  return null
}
