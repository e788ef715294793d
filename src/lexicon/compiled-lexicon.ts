import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'

/*
 * Reading YAML takes a hundred times as long as reading JSON, and a question at a prompt waits for it. The build keeps
 * every lexicon as JSON beside the program, with the hash of the YAML that it came from: an edited lexicon is read from
 * its YAML again, a program run from its sources has no such files. The big lists of words are checked in the build, too.
 */

const compiledSchema = z.object({ source: z.string(), checked: z.boolean(), value: z.unknown() })

export interface CompiledLexicon {
  /** Whether the build put the value through the schema that it is loaded with. */
  checked: boolean
  value: unknown
}

/** What a lexicon's YAML says, where the build kept it and the YAML is still the same; undefined otherwise. */
export function readCompiled(name: string, yaml: Uint8Array): CompiledLexicon | undefined {
  const file = compiledFile(name)
  if (!existsSync(file)) return undefined
  const compiled = compiledSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  return compiled.source === hashOf(yaml) ? compiled : undefined
}

/** Keeps what a lexicon's YAML says. */
export function writeCompiled(name: string, yaml: Uint8Array, compiled: CompiledLexicon): void {
  const file = compiledFile(name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify({ source: hashOf(yaml), ...compiled }))
}

function compiledFile(name: string): string {
  return fileURLToPath(new URL(`../lexicon/compiled/${name}.json`, import.meta.url))
}

function hashOf(file: Uint8Array): string {
  return createHash('sha256').update(file).digest('hex')
}
