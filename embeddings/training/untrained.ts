/**
 * Writes a model that has learnt nothing: the vocabulary of another one, each of its words with a random row. It finds
 * texts that share words, and is what a trained model has to beat.
 *
 *   npx tsx embeddings/training/untrained.ts FOLDER
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { createRandom, randomTable } from './random.js'
import { SPECIAL_TOKENS, writeModel } from './write-model.js'

const SEED = 20230106
const trained = fileURLToPath(new URL('../model', import.meta.url))

const tokenizerSchema = z.object({ model: z.object({ vocab: z.array(z.tuple([z.string(), z.number()])) }) })
const configSchema = z.object({ hidden_size: z.int().positive() })

/** Writes to `folder` the control of the model in `model` (by default the one that ships). */
export function writeUntrained(folder: string, model = trained): void {
  const { vocab } = tokenizerSchema.parse(readJson(join(model, 'tokenizer.json'))).model
  const { hidden_size: dimensions } = configSchema.parse(readJson(join(model, 'config.json')))
  const pieces = vocab.slice(SPECIAL_TOKENS.length)
  const vectors = randomTable(pieces.length * dimensions, createRandom(SEED))
  writeModel({ folder, name: 'qingwen-untrained-static', pieces, vectors, dimensions })
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2)
  if (!folder) throw new Error('Name the folder to write to: npx tsx embeddings/training/untrained.ts FOLDER')
  writeUntrained(folder)
}
