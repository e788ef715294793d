import type { VectorHit, VectorIndex } from './vector-index.js'

/** Nearest neighbours by comparing with every vector. Vectors have unit length, so the dot product is the cosine. */
export function createExactIndex(vectors: readonly Float32Array[]): VectorIndex {
  return {
    kind: 'exact',
    search(vector, limit) {
      const hits: VectorHit[] = vectors.map((candidate, position) => ({ position, similarity: dot(vector, candidate) }))
      return hits.sort((a, b) => b.similarity - a.similarity || a.position - b.position).slice(0, Math.max(0, limit))
    },
  }
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!
  return sum
}
