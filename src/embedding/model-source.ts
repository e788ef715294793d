import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { EmbeddingError } from './embedding-error.js'

/** Where a model's files are. */
export type ModelSource =
  | { kind: 'folder'; folder: string }
  | { kind: 'hub'; model: string; host?: string; cacheDir: string }

/** The model that comes with the program. */
export const embeddedModelFolder = fileURLToPath(new URL('../../embeddings/model', import.meta.url))

/** What a model folder says of itself, read without loading the model. */
export interface ModelCard {
  /** Name and fingerprint: changes whenever the model's files do. */
  id: string
  name: string
  dimensions: number
}

const configSchema = z.object({
  _name_or_path: z.string().min(1).optional(),
  hidden_size: z.int().positive(),
})

/**
 * Reads a model folder's card.
 *
 * @throws {EmbeddingError} where a file is missing or config.json cannot be understood
 */
export function readModelCard(folder: string): ModelCard {
  try {
    const config = configSchema.parse(JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')))
    const name = config._name_or_path ?? basename(resolve(folder))
    return { id: `${name}@${fingerprint(folder)}`, name, dimensions: config.hidden_size }
  } catch (cause) {
    throw new EmbeddingError(folder, '文件夹里缺少模型文件,或 config.json 无法读取', { cause })
  }
}

/** Of each big file, the size and both ends are enough to tell one model from another. */
const SAMPLE_BYTES = 64 * 1024

function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  for (const file of ['tokenizer.json', join('onnx', 'model_quantized.onnx')])
    sample(join(folder, file), hash.update.bind(hash))
  return hash.digest('hex').slice(0, 12)
}

function sample(path: string, take: (bytes: Buffer | string) => void): void {
  const { size } = statSync(path)
  const file = openSync(path, 'r')
  try {
    take(`${size};`)
    for (const position of [0, Math.max(0, size - SAMPLE_BYTES)]) {
      const bytes = Buffer.alloc(Math.min(SAMPLE_BYTES, size))
      readSync(file, bytes, 0, bytes.length, position)
      take(bytes)
    }
  } finally {
    closeSync(file)
  }
}
