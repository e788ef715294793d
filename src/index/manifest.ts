import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Embedder } from '../embedding/embedder.js'
import type { Report } from '../report/report.js'
import { type Chunk, chunkReport } from './chunk.js'

/** Raised when the files' layout changes; an index of another format is built anew. */
export const INDEX_FORMAT = 1

const fileSchema = z.object({ bytes: z.int().nonnegative(), sha256: z.string().length(64) })

/** What `manifest.json` of an index says: enough to know, without loading the model, whether the index fits. */
export const manifestSchema = z.object({
  format: z.literal(INDEX_FORMAT),
  model: z.string(),
  dimensions: z.int().positive(),
  reports: z.array(z.object({ id: z.string(), hash: z.string(), chunks: z.int().nonnegative() })),
  /** Content hash of each chunk's text, in the order of the vectors. */
  chunks: z.array(z.string()),
  vectors: z.int().nonnegative(),
  kind: z.enum(['hnsw', 'exact']),
  files: z.object({ vectors: fileSchema, graph: fileSchema.nullable() }),
})

export type Manifest = z.output<typeof manifestSchema>
export type FileRecord = z.output<typeof fileSchema>

/** What an index of these reports has to hold. */
export interface IndexPlan {
  chunks: Chunk[]
  /** Content hash of each chunk's text. */
  hashes: string[]
  reports: Manifest['reports']
}

export function planIndex(reports: readonly Report[]): IndexPlan {
  const perReport = reports.map((report) => ({ report, chunks: chunkReport(report) }))
  const chunks = perReport.flatMap((entry) => entry.chunks)
  return {
    chunks,
    hashes: chunks.map(({ text }) => sha256(text).slice(0, 32)),
    reports: perReport.map(({ report, chunks }) => ({ id: report.id, hash: report.hash, chunks: chunks.length })),
  }
}

/** Why an index does not fit what is wanted, as a Chinese clause for a notice; null where it fits. */
export function mismatch(manifest: Manifest, plan: IndexPlan, embedder: Embedder): string | null {
  if (manifest.model !== embedder.modelId || manifest.dimensions !== embedder.dimensions) return '向量模型已更换'
  if (manifest.vectors !== manifest.chunks.length) return '索引清单前后不符'
  if (JSON.stringify(manifest.reports) !== JSON.stringify(plan.reports)) return '报告有增减或改动'
  if (manifest.chunks.join() !== plan.hashes.join()) return '报告的切分有变化'
  return null
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
