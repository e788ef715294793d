import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { HELD_OUT_EVERY } from '../../embeddings/training/corpus.js'
import type { Embedder } from '../../src/embedding/embedder.js'
import { createExactIndex } from '../../src/index/exact-index.js'
import { buildHnswIndex, loadHnswIndex } from '../../src/index/hnsw-index.js'
import type { HnswParameters } from '../../src/index/hnsw-parameters.js'
import type { VectorIndex } from '../../src/index/vector-index.js'
import type { Prepared } from '../prepare.js'
import { readParagraphs } from '../retrieval/collection.js'
import { quantile, type Section } from '../section.js'
import { readPassages } from './passages.js'

const DEPTH = 10
const QUERIES = 400
const LINKS = [16, 32, 48]
const BUILD_CANDIDATES = [200, 400]
const SEARCH_CANDIDATES = [100, 200, 400, 800, 1600]

/**
 * HNSW against exact search over as many passages as asked for: for each M a graph, for each ef its recall and latency.
 *
 * @param folder text (`.txt`, `.txt.xz`) and a set of questions on paragraphs (`.json.xz` in the layout of SQuAD)
 */
export async function* measureScale(
  folder: string,
  counts: readonly number[],
  { embedder, scratch }: Prepared,
): AsyncGenerator<Section> {
  const queries = await embedder.embed(readQuestions(folder), 'question')
  const passages = readPassages(folder, Math.max(...counts))
  const vectors = await embedAll(passages, embedder)
  for (const count of counts) {
    const taken = Array.from({ length: count }, (_, i) => vectors[Math.floor((i * vectors.length) / count)]!)
    yield await measureCount(taken, queries, scratch)
  }
}

function readQuestions(folder: string): string[] {
  const file = readdirSync(folder).find((name) => name.endsWith('.json.xz'))
  if (!file) throw new Error(`${folder} holds no questions (.json.xz)`)
  const { questions } = readParagraphs(join(folder, file), HELD_OUT_EVERY)
  return questions.slice(0, QUERIES).map(({ text }) => text)
}

const STEP = 1000

async function embedAll(passages: readonly string[], embedder: Embedder): Promise<Float32Array[]> {
  const vectors: Float32Array[] = []
  for (let start = 0; start < passages.length; start += STEP) {
    vectors.push(...(await embedder.embed(passages.slice(start, start + STEP), 'passage')))
    console.error(`${vectors.length} of ${passages.length} passages embedded`)
  }
  return vectors
}

async function measureCount(vectors: Float32Array[], queries: Float32Array[], scratch: string): Promise<Section> {
  const exact = searchAll(createExactIndex(vectors), queries)
  const rows: string[][] = []
  for (const links of LINKS)
    for (const buildCandidates of BUILD_CANDIDATES)
      rows.push(...(await measureGraph({ links, buildCandidates }, vectors, queries, exact.found, scratch)))
  return {
    title: `HNSW over ${vectors.length.toLocaleString('en')} passages`,
    columns: ['M', 'efConstruction', 'ef', `recall@${DEPTH}`, 'p50 ms', 'p95 ms', 'build s', 'MB'],
    rows,
    notes: [
      `Exact search: p50 ${exact.p50} ms, p95 ${exact.p95} ms. ${queries.length} questions.`,
      'MB: the file of the graph, vectors included, which hnswlib holds in memory as it is.',
    ],
  }
}

async function measureGraph(
  built: Omit<HnswParameters, 'searchCandidates'>,
  vectors: Float32Array[],
  queries: Float32Array[],
  wanted: readonly (readonly number[])[],
  scratch: string,
): Promise<string[][]> {
  const dimensions = vectors[0]!.length
  const begin = performance.now()
  const graph = await buildHnswIndex(vectors, dimensions, { ...built, searchCandidates: [] })
  if (!graph) throw new Error('hnswlib-node cannot be loaded here')
  const buildSeconds = (performance.now() - begin) / 1000
  const file = join(scratch, 'graph')
  await graph.save(file)
  const megabytes = statSync(file).size / 2 ** 20
  const rows: string[][] = []
  for (const candidates of SEARCH_CANDIDATES) {
    const searchCandidates = [{ upTo: Number.POSITIVE_INFINITY, candidates }]
    const loaded = await loadHnswIndex(file, dimensions, vectors.length, { searchCandidates })
    const { found, p50, p95 } = searchAll(loaded!, queries)
    const recall = recallOf(found, wanted).toFixed(4)
    const shown = [built.links, built.buildCandidates, candidates].map(String)
    rows.push([...shown, recall, p50, p95, buildSeconds.toFixed(1), megabytes.toFixed(1)])
    console.error(`${vectors.length} passages: M, efConstruction, ef ${shown.join(', ')}: recall ${recall}`)
  }
  rmSync(file)
  return rows
}

function searchAll(index: VectorIndex, queries: readonly Float32Array[]) {
  const elapsed: number[] = []
  const found = queries.map((query) => {
    const begin = performance.now()
    const hits = index.search(query, DEPTH)
    elapsed.push(performance.now() - begin)
    return hits.map(({ position }) => position)
  })
  return { found, p50: quantile(elapsed, 0.5).toFixed(2), p95: quantile(elapsed, 0.95).toFixed(2) }
}

/** Share of what exact search finds that is found. */
function recallOf(found: readonly (readonly number[])[], wanted: readonly (readonly number[])[]): number {
  const hits = wanted.flatMap((positions, i) => positions.filter((position) => found[i]!.includes(position)))
  return hits.length / wanted.flat().length
}
