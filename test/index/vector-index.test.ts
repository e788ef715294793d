import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTransformersEmbedder } from '../../src/embedding/transformers-embedder.js'
import { createExactIndex } from '../../src/index/exact-index.js'
import { buildHnswIndex, type HnswIndex, hnswIsAvailable, loadHnswIndex } from '../../src/index/hnsw-index.js'
import { hnswParameters, hnswParametersFound, searchCandidatesFor } from '../../src/index/hnsw-parameters.js'
import type { VectorHit } from '../../src/index/vector-index.js'
import { realSentences } from './fixture-reports.js'
import { randomVectors } from './random-vectors.js'
import { scratchFolder } from './scratch-folder.js'
import { vectorIndexContract } from './vector-index-contract.js'

vectorIndexContract('exact', async (vectors) => createExactIndex(vectors))

// An optional dependency: on a machine that cannot build it, the exact index is what runs and what is tested.
describe.runIf(await hnswIsAvailable())('HNSW', () => {
  vectorIndexContract('hnsw', hnsw)

  it('agrees with exact search on random vectors', async () => {
    const vectors = randomVectors(1500, 64)
    expect(await recall(vectors, randomVectors(100, 64, 7), 10)).toBeGreaterThanOrEqual(0.99)
  })

  it('agrees with exact search on the vectors of a real report', async () => {
    const embedder = await createTransformersEmbedder()
    const sentences = realSentences()
    const vectors = await embedder.embed(sentences, 'passage')
    const questions = await embedder.embed(
      sentences.filter((_, i) => i % 3 === 0).map((sentence) => sentence.slice(0, 12)),
      'question',
    )
    expect(await recall(vectors, questions, 10)).toBeGreaterThanOrEqual(0.99)
  })

  it('looks at more candidates the more vectors there are', () => {
    const [small, middle, large] = [1000, 10_000, 100_000].map((count) => searchCandidatesFor(hnswParameters, count))
    expect(small).toBeLessThan(middle!)
    expect(middle).toBeLessThan(large!)
    expect(searchCandidatesFor(hnswParameters, 1)).toBe(small)
    expect(searchCandidatesFor(hnswParameters, 1e9)).toBe(large)
  })

  it('looks at as many candidates as its run found enough', () => {
    for (const { vectors, candidates, recallAt10 } of hnswParametersFound) {
      expect(searchCandidatesFor(hnswParameters, vectors)).toBe(candidates)
      expect(recallAt10).toBeGreaterThanOrEqual(0.99)
    }
  })

  it('finds what exact search finds among any few vectors', async () => {
    const size = fc.record({ count: fc.integer({ min: 1, max: 40 }), dimensions: fc.integer({ min: 2, max: 24 }) })
    await fc.assert(
      fc.asyncProperty(size, fc.integer({ min: 1 }), fc.integer({ min: 1, max: 50 }), async (of, seed, limit) => {
        const vectors = randomVectors(of.count, of.dimensions, seed)
        const [query] = randomVectors(1, of.dimensions, seed + 1)
        const found = (await hnsw(vectors, of.dimensions)).search(query!, limit)
        expectSame(found, createExactIndex(vectors).search(query!, limit))
      }),
      { numRuns: 60 },
    )
  })

  it('is the same after a round trip through a file', async () => {
    const vectors = randomVectors(300, 16)
    const file = join(scratchFolder(), 'graph')
    const built = await hnsw(vectors, 16)
    await built.save(file)
    const loaded = await loadHnswIndex(file, 16, 300)
    for (const query of randomVectors(20, 16, 5)) expect(loaded?.search(query, 10)).toEqual(built.search(query, 10))
  })

  it('refuses a file that is no graph, and one of another corpus', async () => {
    const folder = scratchFolder()
    writeFileSync(join(folder, 'text'), 'no graph')
    await expect(loadHnswIndex(join(folder, 'text'), 16, 10)).rejects.toThrow()
    await (await hnsw(randomVectors(10, 16), 16)).save(join(folder, 'graph'))
    await expect(loadHnswIndex(join(folder, 'graph'), 16, 11)).rejects.toThrow(/10 vectors, not 11/)
  })
})

async function hnsw(vectors: Float32Array[], dimensions: number): Promise<HnswIndex> {
  const index = await buildHnswIndex(vectors, dimensions)
  if (!index) throw new Error('hnswlib-node was there a moment ago')
  return index
}

/** Share of the exact search's `limit` best that HNSW finds, too. */
async function recall(vectors: Float32Array[], queries: Float32Array[], limit: number): Promise<number> {
  const index = await hnsw(vectors, vectors[0]!.length)
  const exact = createExactIndex(vectors)
  const shares = queries.map((query) => {
    const found = new Set(index.search(query, limit).map(({ position }) => position))
    return exact.search(query, limit).filter(({ position }) => found.has(position)).length / limit
  })
  return shares.reduce((sum, share) => sum + share, 0) / shares.length
}

function expectSame(found: readonly VectorHit[], wanted: readonly VectorHit[]): void {
  expect(found).toHaveLength(wanted.length)
  found.forEach(({ similarity }, i) => {
    expect(similarity).toBeCloseTo(wanted[i]!.similarity, 5)
  })
}
