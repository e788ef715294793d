import { dirname } from 'node:path'
import { AutoTokenizer, env } from '@xenova/transformers'
import { expect, it } from 'vitest'
import { createUnigram, normalize } from '../../../embeddings/training/unigram.js'
import type { Piece } from '../../../embeddings/training/write-model.js'
import { embeddedModelFolder } from '../../../src/embedding/model-folder.js'
import { readPieces } from './read-pieces.js'

const pieces: Piece[] = [
  ['增', -8],
  ['长', -6],
  ['增长', -4],
  ['长率', -5],
  ['率', -7],
]
const wordsOf = (text: string) => createUnigram(pieces)(normalize(text)).map((id) => pieces[id - 3]![0])

it('takes the most probable cut, not the longest word first', () => {
  expect(wordsOf('增长率')).toEqual(['增长', '率'])
  expect(createUnigram([...pieces, ['长率高', -1], ['高', -9]])('增长率高')).toEqual([3, 8])
})

it('leaves out what it does not know, and blanks', () => {
  expect(wordsOf('嗯 增长\n嗯率')).toEqual(['增长', '率'])
  expect(wordsOf('')).toEqual([])
})

it('reads full width and capitals as the model’s tokenizer does', () => {
  expect(normalize('ＧＤＰ增长８％，\n好')).toBe('gdp增长8%, 好')
})

it('cuts as transformers.js cuts with the shipped model', async () => {
  env.localModelPath = dirname(embeddedModelFolder)
  env.allowRemoteModels = false
  const tokenizer = await AutoTokenizer.from_pretrained('model')
  const cut = createUnigram(readPieces())
  for (const text of [
    '2022年GDP增长多少？',
    '家里老人腿脚不便，能装扶手吗',
    '城镇居民人均可支配收入增长６.５％左右',
    '龘靐 Ω',
  ]) {
    const ids: bigint[] = tokenizer(text).input_ids.tolist()[0]
    expect(cut(normalize(text))).toEqual(ids.map(Number).filter((id) => id > 2))
  }
})
