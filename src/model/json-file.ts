import { mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import type * as z from 'zod'

/** A small file of this program's own. */
export interface JsonFile<Value> {
  /** Undefined where there is none that can be used. */
  read(): Value | undefined
  /** Written whole or not at all. What cannot be written is forgotten: the program learns it again. */
  write(value: Value): void
}

/** Opens a JSON file, checked by `schema` whenever it is read. */
export function openJsonFile<Schema extends z.ZodType>(path: string, schema: Schema): JsonFile<z.output<Schema>> {
  return {
    read() {
      try {
        return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
      } catch {
        return undefined
      }
    },
    write(value) {
      try {
        mkdirSync(dirname(path), { recursive: true })
        writeFileAtomic.sync(path, `${JSON.stringify(value)}\n`)
      } catch {
        // A folder that cannot be written costs a few requests more, no answer.
      }
    },
  }
}
