import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { EmbeddingError } from './embedding-error.js'
import { modelFacts } from './model-facts.js'

/** The model that comes with the program. */
export const embeddedModelFolder = fileURLToPath(new URL('../../embeddings/model', import.meta.url))

const CONFIG = 'config.json'
const TOKENIZER = 'tokenizer.json'
const WEIGHTS = 'onnx/model_quantized.onnx'

/** What transformers.js reads of a model, the largest last. */
export const MODEL_FILES = [CONFIG, 'tokenizer_config.json', TOKENIZER, WEIGHTS] as const

/** What a model folder says of itself, read without loading the model. */
export interface ModelCard {
  /** Name and fingerprint: changes whenever the model's files do, or what is known of how to use them. */
  id: string
  name: string
  dimensions: number
}

const width = z.int().positive().optional()
const configSchema = z
  .object({ _name_or_path: z.string().min(1).optional(), hidden_size: width, dim: width, d_model: width })
  .transform(({ _name_or_path: name, hidden_size, dim, d_model }) => ({
    name,
    dimensions: hidden_size ?? dim ?? d_model,
  }))

/**
 * Reads a model folder's card.
 *
 * @param model what the model is called; by default what its config.json says, else the folder's name
 * @throws {EmbeddingError} where a file is missing or config.json cannot be understood
 */
export function readModelCard(folder: string, model?: string): ModelCard {
  try {
    const config = configSchema.parse(JSON.parse(readFileSync(join(folder, CONFIG), 'utf8')))
    if (config.dimensions === undefined) throw new Error('config.json does not tell the dimensions')
    const name = model ?? config.name ?? basename(resolve(folder))
    return { id: `${name}@${fingerprint(folder, name)}`, name, dimensions: config.dimensions }
  } catch (cause) {
    throw new EmbeddingError(folder, '文件夹里缺少模型文件,或 config.json 无法读取', { cause })
  }
}

/** Of each big file, the size and both ends are enough to tell one model from another. */
const SAMPLE_BYTES = 64 * 1024

function fingerprint(folder: string, name: string): string {
  const hash = createHash('sha256').update(JSON.stringify(modelFacts(name)))
  for (const file of [TOKENIZER, WEIGHTS]) sample(join(folder, file), hash.update.bind(hash))
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
