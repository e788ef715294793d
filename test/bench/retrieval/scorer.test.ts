import { expect, it } from 'vitest'
import { farFifth } from '../../../bench/retrieval/collection.js'
import { createMiniSearchScorer, createOramaScorer } from '../../../bench/retrieval/peers.js'
import { createDenseScorer, createLexicalScorer, fuse } from '../../../bench/retrieval/scorer.js'
import { createFakeEmbedder } from '../../fakes/fake-embedder.js'

const passages = ['城镇居民人均可支配收入增长6.5%。', '新建学校三所。', '养老服务中心投入使用。']

it.each([
  ['lexical', async () => createLexicalScorer(passages)],
  ['dense', () => createDenseScorer(passages, createFakeEmbedder({ dimensions: 64 }))],
  ['MiniSearch', async () => createMiniSearchScorer(passages)],
  ['Orama', () => createOramaScorer(passages)],
])('%s: gives every passage a score, the one that shares the words the highest', async (_name, create) => {
  const scores = await (await create())('新建学校')
  expect(scores).toHaveLength(passages.length)
  expect(scores.indexOf(Math.max(...scores))).toBe(1)
})

it('finds a sentence at the end of a long passage', async () => {
  const long = [...passages, `${'天气晴好,万里无云。'.repeat(80)}新建学校三所。`]
  const scores = await (await createDenseScorer(long, createFakeEmbedder({ dimensions: 64 })))('新建学校三所。')
  expect(scores[3]).toBeGreaterThan(scores[0]!)
})

it('fuses scores whatever their scale', () => {
  const one = Float64Array.of(100, 0, 0)
  const other = Float64Array.of(0, 0.2, 0)
  expect([...fuse(one, other, 1)].map((score) => score.toFixed(3))).toEqual(['0.707', '0.707', '-1.414'])
  expect(
    fuse(
      one,
      one.map(() => 3),
      1,
    ),
  ).toEqual(fuse(one, other, 0))
})

it('takes the questions that share the fewest character pairs', () => {
  const near = Array.from({ length: 4 }, () => ({ text: '新建学校', relevant: new Set([1]) }))
  const far = { text: '盖了几所小学', relevant: new Set([1]) }
  expect(farFifth({ name: 'few', passages, questions: [...near, far] }).questions).toEqual([far])
})
