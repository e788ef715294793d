/** How an HNSW graph is built and searched (Malkov & Yashunin, 2018). */
export interface HnswParameters {
  /** M: links a vector keeps in each layer, twice as many in the lowest. Memory and building time grow with it. */
  links: number
  /** efConstruction: candidates looked at for each vector's links. Building time grows with it. */
  buildCandidates: number
  /**
   * ef: candidates looked at in a search, by how many vectors there are at most. Latency grows with it. A search for more
   * looks at as many.
   */
  searchCandidates: readonly { upTo: number; candidates: number }[]
}

/** The cheapest that were found to reach a recall@10 of 0.99 at each size. */
export const hnswParameters: HnswParameters = {
  links: 16,
  buildCandidates: 200,
  searchCandidates: [
    { upTo: 1_000, candidates: 200 },
    { upTo: 10_000, candidates: 400 },
    { upTo: Number.POSITIVE_INFINITY, candidates: 1600 },
  ],
}

/**
 * The run that found them: `npm run bench -- --scale TEXT_FOLDER`, whole table in docs/embedding-index.md. 400 questions of
 * a training set's held-out part against passages of news and government text, through qingwen-static-zh-v1.
 */
export const hnswParametersFound = [
  { vectors: 1_000, candidates: 200, recallAt10: 0.9998, p50Ms: 0.12, buildSeconds: 0.1, megabytes: 1.1 },
  { vectors: 10_000, candidates: 400, recallAt10: 0.996, p50Ms: 0.48, buildSeconds: 2.3, megabytes: 11.2 },
  { vectors: 100_000, candidates: 1600, recallAt10: 0.997, p50Ms: 3.97, buildSeconds: 48, megabytes: 111.8 },
] as const

/** ef for an index of so many vectors. */
export function searchCandidatesFor({ searchCandidates }: Pick<HnswParameters, 'searchCandidates'>, count: number) {
  const step = searchCandidates.find(({ upTo }) => count <= upTo) ?? searchCandidates.at(-1)
  return step?.candidates ?? 0
}
