import { describe, expect, it } from 'vitest'
import type { VectorIndex } from '../../src/index/vector-index.js'
import { randomVectors } from './random-vectors.js'

/** What every vector index holds to. */
export function vectorIndexContract(
  name: string,
  build: (vectors: Float32Array[], dimensions: number) => Promise<VectorIndex>,
): void {
  describe(`vector index: ${name}`, () => {
    const vectors = randomVectors(60, 12)

    it('finds each vector as its own nearest, with similarity 1', async () => {
      const index = await build(vectors, 12)
      vectors.forEach((vector, position) => {
        const [first] = index.search(vector, 3)
        expect(first?.position).toBe(position)
        expect(first?.similarity).toBeCloseTo(1, 5)
      })
    })

    it('gives cosines, best first', async () => {
      const index = await build(vectors, 12)
      const [query] = randomVectors(1, 12, 99)
      const hits = index.search(query!, 10)
      expect(hits).toHaveLength(10)
      for (const { position, similarity } of hits) expect(similarity).toBeCloseTo(cosine(query!, vectors[position]!), 5)
      expect(hits.map(({ similarity }) => similarity)).toEqual(hits.map((hit) => hit.similarity).sort((a, b) => b - a))
    })

    it('keeps equal vectors apart, the earlier first', async () => {
      const index = await build([vectors[0]!, vectors[1]!, vectors[0]!], 12)
      expect(index.search(vectors[0]!, 2).map(({ position }) => position)).toEqual([0, 2])
    })

    it('gives all it holds where more are asked for, and nothing where nothing is', async () => {
      const index = await build(vectors.slice(0, 3), 12)
      expect(index.search(vectors[0]!, 10)).toHaveLength(3)
      expect(index.search(vectors[0]!, 0)).toEqual([])
      expect(index.search(vectors[0]!, -1)).toEqual([])
    })

    it('can be empty', async () => {
      expect((await build([], 12)).search(vectors[0]!, 5)).toEqual([])
    })
  })
}

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
}
