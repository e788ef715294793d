/** A vector found, with the cosine similarity (−1 … 1) to the query. */
export interface VectorHit {
  /** Position of the vector in the order the index was built with. */
  position: number
  similarity: number
}

/** Nearest neighbours by cosine. Adapters: `hnsw` (hnswlib-node) and `exact` (brute force, the tests' oracle). */
export interface VectorIndex {
  readonly kind: 'hnsw' | 'exact'
  /** The `limit` nearest, best first; fewer where the index holds fewer. */
  search(vector: Float32Array, limit: number): VectorHit[]
}
