import type { Embedder } from '../src/embedding/embedder.js'
import { createExactIndex } from '../src/index/exact-index.js'
import { buildHnswIndex } from '../src/index/hnsw-index.js'
import type { VectorIndex } from '../src/index/vector-index.js'
import type { Report } from '../src/report/report.js'
import { percent, type Section } from './section.js'

const DEPTH = 10

/** Share of exact search's ten nearest that HNSW finds, and what a search costs. */
export async function measureHnsw(
  reports: readonly Report[],
  questions: readonly string[],
  embedder: Embedder,
): Promise<Section> {
  const title = `HNSW against exact search, ${DEPTH} nearest`
  const columns = ['vectors', 'number', 'recall', 'HNSW ms', 'exact ms']
  const texts = reports.flatMap(({ statements }) => statements.map(({ text }) => text))
  const statements = await embedder.embed(texts, 'passage')
  const queries = await embedder.embed(questions, 'question')
  const random = randomVectors(10_000 + 200, embedder.dimensions)
  const rows = [
    await compare('statements of the corpus', statements, queries),
    await compare('random directions (the hardest case)', random.slice(200), random.slice(0, 200)),
  ]
  return rows.every((row) => row !== null)
    ? { title, columns, rows }
    : { title, columns, rows: [], notes: ['hnswlib-node cannot be loaded here: exact search runs in its place.'] }
}

async function compare(name: string, vectors: Float32Array[], queries: Float32Array[]): Promise<string[] | null> {
  const hnsw = await buildHnswIndex(vectors, vectors[0]!.length)
  if (!hnsw) return null
  const [found, wanted] = [searchAll(hnsw, queries), searchAll(createExactIndex(vectors), queries)]
  const hits = wanted.positions.map((positions, i) =>
    positions.filter((position) => found.positions[i]!.includes(position)),
  )
  const recall = hits.flat().length / wanted.positions.flat().length
  return [name, `${vectors.length}`, percent(recall), found.meanMs.toFixed(3), wanted.meanMs.toFixed(3)]
}

function searchAll(index: VectorIndex, queries: readonly Float32Array[]): { positions: number[][]; meanMs: number } {
  const begin = performance.now()
  const positions = queries.map((query) => index.search(query, DEPTH).map(({ position }) => position))
  return { positions, meanMs: (performance.now() - begin) / queries.length }
}

function randomVectors(count: number, dimensions: number): Float32Array[] {
  return Array.from({ length: count }, () => {
    const vector = Float32Array.from({ length: dimensions }, () => Math.random() + Math.random() + Math.random() - 1.5)
    const length = Math.hypot(...vector)
    return vector.map((value) => value / length)
  })
}
