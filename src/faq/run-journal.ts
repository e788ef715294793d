import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import * as z from 'zod'
import type { Examined } from './examine.js'
import type { FaqSeed } from './faq-entry.js'
import { readWholeLines } from './whole-lines.js'

/**
 * What a run has found so far, one JSON line a question, written as soon as it is known. A line cut off by a kill has no
 * end of line and does not count. Another corpus, lexicon or seed makes another fingerprint: the run then starts anew.
 */
export interface RunJournal {
  /** Found by an earlier run that was cut off. */
  known(seed: FaqSeed): Examined | undefined
  add(seed: FaqSeed, examined: Examined): void
  /** Forgets everything, once the results are written. */
  remove(): void
}

const headerSchema = z.object({ fingerprint: z.string() })
const resultSchema = z.union([
  z.looseObject({ id: z.string(), entry: z.looseObject({}) }),
  z.looseObject({ id: z.string(), fault: z.looseObject({}) }),
])
const lineSchema = z.object({ key: z.string(), result: resultSchema })

/** @throws where the folder cannot be written */
export async function openJournal(file: string, fingerprint: string): Promise<RunJournal> {
  mkdirSync(dirname(file), { recursive: true })
  const lines = readWholeLines(file)
  const isOurs = headerSchema.safeParse(lines[0]).data?.fingerprint === fingerprint
  const found = isOurs ? lines.slice(1).flatMap((line) => lineSchema.safeParse(line).data ?? []) : []
  // Atomic: the intact part takes the file's place as a whole, and what a kill tore off is gone.
  await writeFileAtomic(file, [{ fingerprint }, ...found].map(toLine).join(''))
  const known = new Map(found.map(({ key, result }) => [key, result as unknown as Examined]))
  return {
    known: (seed) => known.get(keyOf(seed)),
    add: (seed, result) => appendFileSync(file, toLine({ key: keyOf(seed), result })),
    remove: () => rmSync(file, { force: true }),
  }
}

/** A seed that a model has reworded since is another question. */
function keyOf({ id, reworded }: FaqSeed): string {
  return reworded === undefined ? id : `${id} ${reworded}`
}

function toLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}
