import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { type Piece, SPECIAL_TOKENS } from '../../../embeddings/training/write-model.js'
import { embeddedModelFolder } from '../../../src/embedding/model-folder.js'

const schema = z.object({ model: z.object({ vocab: z.array(z.tuple([z.string(), z.number()])) }) })

/** Words of the shipped model, without the special tokens. */
export function readPieces(): Piece[] {
  const tokenizer: unknown = JSON.parse(readFileSync(join(embeddedModelFolder, 'tokenizer.json'), 'utf8'))
  return schema.parse(tokenizer).model.vocab.slice(SPECIAL_TOKENS.length)
}
