import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import * as z from 'zod'
import { readWholeLines } from './whole-lines.js'

/**
 * What a model made of each question, one JSON line each, kept from run to run: nothing is asked of it twice, and a run
 * repeated comes to the same bytes. Null: the model was asked and gave nothing.
 */
export interface RewordingFile {
  get(key: string): string | null | undefined
  add(found: readonly Rewording[]): void
  /** A batch that a server works on, and the keys of each of its requests; null for none. */
  readonly batch: PendingBatch | null
  setBatch(batch: PendingBatch | null): Promise<void>
}

export interface Rewording {
  key: string
  question: string | null
}

const batchSchema = z.object({ id: z.string(), requests: z.record(z.string(), z.array(z.string())) })
export type PendingBatch = z.output<typeof batchSchema>

const lineSchema = z.object({ key: z.string(), question: z.string().nullable() })

/** @throws where the folder cannot be written */
export async function openRewordings(folder: string): Promise<RewordingFile> {
  const file = join(folder, 'rewordings.jsonl')
  const batchFile = join(folder, 'rewording-batch.json')
  mkdirSync(dirname(file), { recursive: true })
  const lines = readWholeLines(file).flatMap((line) => lineSchema.safeParse(line).data ?? [])
  // What a kill tore off is gone, so that the next line begins on its own.
  if (existsSync(file)) await writeFileAtomic(file, lines.map(toLine).join(''))
  const known = new Map(lines.map(({ key, question }) => [key, question]))
  let batch = existsSync(batchFile) ? (batchSchema.safeParse(parsed(batchFile)).data ?? null) : null
  return {
    get: (key) => known.get(key),
    add(found) {
      for (const { key, question } of found) known.set(key, question)
      appendFileSync(file, found.map(toLine).join(''))
    },
    get batch() {
      return batch
    },
    async setBatch(next) {
      batch = next
      await writeFileAtomic(batchFile, `${JSON.stringify(next)}\n`)
    },
  }
}

function toLine({ key, question }: Rewording): string {
  return `${JSON.stringify({ key, question })}\n`
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
