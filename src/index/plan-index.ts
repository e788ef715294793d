import type { Report } from '../report/report.js'
import { type Chunk, chunkReport } from './chunk.js'
import type { Manifest } from './manifest.js'
import { sha256 } from './sha256.js'

/** What an index of some reports has to hold. */
export interface IndexPlan {
  chunks: Chunk[]
  /** Content hash of each chunk's text. */
  hashes: string[]
  reports: Manifest['reports']
}

/** Chunks the reports, in their order. */
export function planIndex(reports: readonly Report[]): IndexPlan {
  const perReport = reports.map((report) => ({ report, chunks: chunkReport(report) }))
  const chunks = perReport.flatMap((entry) => entry.chunks)
  return {
    chunks,
    hashes: chunks.map(({ text }) => sha256(text).slice(0, 32)),
    reports: perReport.map(({ report, chunks }) => ({ id: report.id, hash: report.hash, chunks: chunks.length })),
  }
}
