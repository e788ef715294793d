import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeOnnx } from './onnx.js'

/** Ids 0, 1, 2. [CLS] opens every text, so that none is empty. */
export const SPECIAL_TOKENS = ['[PAD]', '[UNK]', '[CLS]']

/** Weight of [CLS]: enough for a direction where nothing else is known, too little to move a text. */
const CLS_WEIGHT = 1e-4

/** Longest text in tokens; what follows is cut off. */
const MAX_TOKENS = 512

/** A word and its log probability. */
export type Piece = [word: string, score: number]

export interface StaticModel {
  folder: string
  name: string
  pieces: readonly Piece[]
  /** The pieces' rows, in the same order. */
  vectors: Float32Array
  dimensions: number
}

/** Writes a static embedding table as a model folder in the Hugging Face layout. */
export function writeModel({ folder, name, pieces, vectors, dimensions }: StaticModel): void {
  mkdirSync(join(folder, 'onnx'), { recursive: true })
  const { table, scales } = quantize(vectors, dimensions)
  writeFileSync(join(folder, 'onnx', 'model_quantized.onnx'), encodeOnnx({ name, table, scales, dimensions }))
  writeJson(join(folder, 'config.json'), config(name, scales.length, dimensions))
  writeJson(join(folder, 'tokenizer_config.json'), tokenizerConfig)
  writeFileSync(join(folder, 'tokenizer.json'), `${JSON.stringify(tokenizer(pieces))}\n`)
}

/** One byte a number, one scale a row: with a single scale the rows of frequent words would round to nothing. */
function quantize(vectors: Float32Array, dimensions: number): { table: Int8Array; scales: Float32Array } {
  const special = SPECIAL_TOKENS.length
  const rows = vectors.length / dimensions + special
  const table = new Int8Array(rows * dimensions)
  const scales = new Float32Array(rows)
  table.fill(1, 2 * dimensions, 3 * dimensions)
  scales[2] = CLS_WEIGHT
  for (let row = special; row < rows; row += 1) {
    const vector = vectors.subarray((row - special) * dimensions, (row - special + 1) * dimensions)
    const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    if (largest === 0) continue
    scales[row] = largest / 127
    vector.forEach((value, i) => {
      table[row * dimensions + i] = Math.round((value / largest) * 127)
    })
  }
  return { table, scales }
}

function config(name: string, rows: number, dimensions: number) {
  return {
    _name_or_path: name,
    architectures: ['BertModel'],
    model_type: 'bert',
    hidden_size: dimensions,
    vocab_size: rows,
    pad_token_id: 0,
  }
}

const tokenizerConfig = {
  tokenizer_class: 'PreTrainedTokenizer',
  model_max_length: MAX_TOKENS,
  pad_token: '[PAD]',
  unk_token: '[UNK]',
  cls_token: '[CLS]',
  clean_up_tokenization_spaces: false,
}

function tokenizer(pieces: readonly Piece[]) {
  return {
    version: '1.0',
    added_tokens: SPECIAL_TOKENS.map((content, id) => ({ id, content, special: true, normalized: false })),
    normalizer: { type: 'Sequence', normalizers: [{ type: 'NFKC' }, { type: 'Lowercase' }] },
    pre_tokenizer: { type: 'WhitespaceSplit' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [{ SpecialToken: { id: '[CLS]', type_id: 0 } }, { Sequence: { id: 'A', type_id: 0 } }],
      pair: [{ SpecialToken: { id: '[CLS]', type_id: 0 } }, { Sequence: { id: 'A', type_id: 0 } }],
      special_tokens: { '[CLS]': { id: '[CLS]', ids: [2], tokens: ['[CLS]'] } },
    },
    decoder: null,
    model: { type: 'Unigram', unk_id: 1, vocab: [...SPECIAL_TOKENS.map((token) => [token, 0]), ...pieces] },
  }
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`)
}
