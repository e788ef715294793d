import { create, insertMultiple, search } from '@orama/orama'
import { createTokenizer } from '@orama/tokenizers/mandarin'
import MiniSearch from 'minisearch'
import { wordsOf } from '../../src/text/tokens.js'
import type { Scorer } from './scorer.js'

/** MiniSearch as its documentation sets it up for Chinese: words by Intl.Segmenter; any of them may be met. */
export function createMiniSearchScorer(passages: readonly string[]): Scorer {
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'], tokenize: wordsOf })
  index.addAll(passages.map((text, id) => ({ id, text })))
  return async (question) => {
    const scores = new Float64Array(passages.length)
    for (const { id, score } of index.search(question)) scores[id] = score
    return scores
  }
}

/** Orama with its Mandarin tokenizer; a passage that holds any of the words is found (`threshold: 1`). */
export async function createOramaScorer(passages: readonly string[]): Promise<Scorer> {
  const index = create({ schema: { text: 'string' }, components: { tokenizer: createTokenizer() } } as const)
  await insertMultiple(
    index,
    passages.map((text, position) => ({ id: String(position), text })),
  )
  return async (question) => {
    const scores = new Float64Array(passages.length)
    const found = await search(index, { term: question, threshold: 1, limit: passages.length })
    for (const { id, score } of found.hits) scores[Number(id)] = score
    return scores
  }
}
