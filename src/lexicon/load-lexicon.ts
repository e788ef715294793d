import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type * as z from 'zod'
import { type CompiledLexicon, readCompiled } from './compiled-lexicon.js'

/** A lexicon file is missing, is no YAML, or a field in it has the wrong shape. */
export class LexiconError extends Error {
  readonly code = 'LEXICON_INVALID'

  constructor(
    /** The file as the reader knows it, e.g. lexicon/units.yaml. */
    readonly file: string,
    /** Path of the field inside the file, e.g. units.3.kind; null where the whole file is at fault. */
    readonly field: string | null,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(`${file}${field ? ` (${field})` : ''} cannot be used: ${detail}. Mend the file or restore it.`, options)
    this.name = 'LexiconError'
  }
}

const folder = new URL('../../lexicon/', import.meta.url)
const cache = new Map<string, { schema: unknown; value: unknown }>()

/**
 * Reads `lexicon/<name>.yaml` from the package root, checks it and keeps the result for the next call.
 *
 * @throws {LexiconError} naming the file and the field
 * @example
 * const units = loadLexicon('units', unitsSchema)
 */
export function loadLexicon<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> {
  const kept = cache.get(name)
  if (kept?.schema === schema) return kept.value as z.output<Schema>
  const file = `lexicon/${name}.yaml`
  const source = readSource(name, file)
  if (source.checked) {
    cache.set(name, { schema, value: source.value })
    return source.value as z.output<Schema>
  }
  const result = schema.safeParse(source.value)
  if (!result.success) {
    const issue = result.error.issues[0]
    throw new LexiconError(file, issue?.path.join('.') || null, issue?.message ?? 'it has the wrong shape')
  }
  cache.set(name, { schema, value: result.data })
  return result.data
}

function readSource(name: string, file: string): CompiledLexicon {
  try {
    const yaml = readFileSync(new URL(`${name}.yaml`, folder))
    return readCompiled(name, yaml) ?? { checked: false, value: parse(yaml.toString('utf8')) }
  } catch (cause) {
    throw new LexiconError(file, null, cause instanceof Error ? cause.message : String(cause), { cause })
  }
}
