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
  it('puts the statements of the nearest chunk first, by report', async () => {
    const chunk = chunks.find(({ reportId, text }) => reportId === 'qinglan-2030' && text.includes('发电量'))!
    const near = await search(chunk.text)
    const similarities = near.get('qinglan-2030')!
    expect(similarities.get(chunk.statements[0]!)).toBeCloseTo(1, 5)
    expect(Math.max(...near.get('lanxi-2031')!.values())).toBeLessThan(1)
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
