import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { z } from 'zod'
import type { Examined } from './examine.js'

/**
 * What a run has found so far, one JSON line a question, written as soon as it is known. A line cut off by a kill has no
 * end of line and does not count. Another corpus, lexicon or seed makes another fingerprint: the run then starts anew.
 */
export interface RunJournal {
  /** Found by an earlier run that was cut off. */
  readonly known: ReadonlyMap<string, Examined>
  add(examined: Examined): void
  /** Forgets everything, once the results are written. */
  remove(): void
}

const headerSchema = z.object({ fingerprint: z.string() })
const lineSchema = z.union([
  z.object({ id: z.string(), entry: z.looseObject({}) }),
  z.object({ id: z.string(), fault: z.looseObject({}) }),
])

/** @throws where the folder cannot be written */
export async function openJournal(file: string, fingerprint: string): Promise<RunJournal> {
  mkdirSync(dirname(file), { recursive: true })
  const lines = existsSync(file) ? wholeLines(readFileSync(file, 'utf8')) : []
  const isOurs = headerSchema.safeParse(lines[0]).data?.fingerprint === fingerprint
  const found = isOurs ? lines.slice(1).filter((line) => lineSchema.safeParse(line).success) : []
  // Atomic: the intact part takes the file's place as a whole, and what a kill tore off is gone.
  await writeFileAtomic(file, [{ fingerprint }, ...found].map(toLine).join(''))
  return {
    known: new Map((found as Examined[]).map((line) => [line.id, line])),
    add: (examined) => appendFileSync(file, toLine(examined)),
    remove: () => rmSync(file, { force: true }),
  }
}

function toLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}

function wholeLines(text: string): unknown[] {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  return whole.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as unknown]
    } catch {
      return []
    }
  })
}
