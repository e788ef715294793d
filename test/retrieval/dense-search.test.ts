import { describe, expect, it } from 'vitest'
import { chunkReport } from '../../src/index/chunk.js'
import { createExactIndex } from '../../src/index/exact-index.js'
import { createDenseSearch } from '../../src/retrieval/dense-search.js'
import { createFakeEmbedder } from '../fakes/fake-embedder.js'
import { lanxi, qinglan } from '../fixtures/lanxi.js'

const reports = [lanxi(), qinglan()]
const chunks = reports.flatMap((report) => chunkReport(report))
const embedder = createFakeEmbedder({ dimensions: 256 })
const vectors = createExactIndex(
  await embedder.embed(
    chunks.map(({ text }) => text),
    'passage',
  ),
)
const search = createDenseSearch({ chunks, vectors, embedder })

describe('createDenseSearch', () => {
  it('puts the nearest statement first, by report', async () => {
    const chunk = chunks.find(({ reportId, text }) => reportId === 'qinglan-2030' && text.includes('发电量'))!
    const near = await search(chunk.text)
    const best = near.get('qinglan-2030')!.get(chunk.statement)!
    const all = [...near.values()].flatMap((statements) => [...statements.values()])
    expect(all.filter((nearness) => nearness >= best)).toEqual([best])
  })

  it('measures from the last statement taken, so that those left out are level with it', async () => {
    const many = Array.from({ length: 200 }, (_, i) => ({ reportId: 'a', statement: i, text: `第${i}句` }))
    const angles = many.map((_, i) => Float32Array.of(Math.cos(i / 200), Math.sin(i / 200)))
    const embed = async () => [Float32Array.of(1, 0)]
    const options = { chunks: many, vectors: createExactIndex(angles), embedder: { ...embedder, embed } }
    const near = (await createDenseSearch(options)('问')).get('a')!
    const last = Math.cos(79 / 200)
    expect(near.size).toBe(80)
    expect(near.get(0)).toBeCloseTo(1 - last, 5)
    expect(near.get(79)).toBe(0)
  })

  it('knows no report but those indexed, and no statement but theirs', async () => {
    for (const [id, similarities] of await search('新增学位')) {
      const report = reports.find((known) => known.id === id)!
      for (const position of similarities.keys()) expect(report.statements[position]).toBeDefined()
    }
  })

  it('finds nothing in an empty index', async () => {
    const empty = createDenseSearch({ chunks: [], vectors: createExactIndex([]), embedder })
    expect(await empty('新增学位')).toEqual(new Map())
  })
})
