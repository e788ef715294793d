import * as z from 'zod'
import { RUNGS, type Rung } from './chat-model.js'
import { openJsonFile } from './json-file.js'
import type { RungMemory } from './ladder.js'

const rungsSchema = z.record(z.string(), z.enum(RUNGS))

/** Rungs kept in a file, so that the next run need not find them again. */
export function createRungFile(path: string): RungMemory {
  const file = openJsonFile(path, rungsSchema)
  const known = new Map<string, Rung>(Object.entries(file.read() ?? {}))
  return {
    get: (endpointId) => known.get(endpointId),
    set(endpointId, rung) {
      if (known.get(endpointId) === rung) return
      if (rung === undefined) known.delete(endpointId)
      else known.set(endpointId, rung)
      file.write(Object.fromEntries(known))
    },
  }
}
