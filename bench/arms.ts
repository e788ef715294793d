import { askReport } from '../src/answer/ask-report.js'
import { vocabularyOf } from '../src/answer/create-assistant.js'
import type { Embedder } from '../src/embedding/embedder.js'
import { createBm25Index } from '../src/index/bm25.js'
import type { Index } from '../src/index/read-index.js'
import type { Report, Statement } from '../src/report/report.js'
import { createDenseSearch } from '../src/retrieval/dense-search.js'
import { createRetriever } from '../src/retrieval/retriever.js'
import { type SearchableReport, toSearchable } from '../src/retrieval/searchable-report.js'
import { toSearchForm } from '../src/text/search-form.js'
import { tokensOf } from '../src/text/tokens.js'
import { createReader } from '../src/understand/reader.js'

/** One way to find: a question in, texts out, best first. */
export interface Arm {
  name: string
  find(question: string): Promise<string[]>
}

/** Every arm over one report, alone, and the hybrid that answers come from. */
export function createArms(report: Report, index: Index, embedder: Embedder): Arm[] {
  const searchable = toSearchable(report)
  const hybrid = createHybrid(searchable, index, embedder)
  return [
    { name: 'lexical (BM25, characters and bigrams)', find: createLexical(report) },
    { name: 'dense (statements of the nearest chunks)', find: createDense(report, index, embedder) },
    { name: 'dense (whole chunks)', find: createDenseChunks(report, index, embedder) },
    { name: 'ledger look-up', find: async (question) => (await hybrid(question)).ledger },
    { name: 'hybrid without the dense arm', find: async (question) => (await hybrid(question, false)).evidence },
    { name: 'hybrid', find: async (question) => (await hybrid(question)).evidence },
  ]
}

function createLexical(report: Report): Arm['find'] {
  const headings = report.sections.map(({ path }) => path.join(' ').slice(-30))
  const texts = report.statements.map(({ section, text }) => `${section === null ? '' : headings[section]} ${text}`)
  const index = createBm25Index(texts.map((text) => tokensOf(toSearchForm(text))))
  return async (question) =>
    index.search(tokensOf(toSearchForm(question)), 20).map(({ position }) => report.statements[position]!.text)
}

function createDense(report: Report, { chunks, vectors }: Index, embedder: Embedder): Arm['find'] {
  const search = createDenseSearch({ chunks, vectors, embedder })
  return async (question) => {
    const near = [...((await search(question)).get(report.id) ?? [])]
    return near.sort((a, b) => b[1] - a[1]).map(([statement]) => report.statements[statement]!.text)
  }
}

function createDenseChunks(report: Report, { chunks, vectors }: Index, embedder: Embedder): Arm['find'] {
  return async (question) => {
    const [vector] = await embedder.embed([question], 'question')
    const found = vectors.search(vector!, chunks.length).map(({ position }) => chunks[position]!)
    return found
      .filter(({ reportId }) => reportId === report.id)
      .map(({ statements }) => statements.map((statement) => report.statements[statement]!.text).join('\n'))
  }
}

function createHybrid(searchable: SearchableReport, { chunks, vectors }: Index, embedder: Embedder) {
  const { report } = searchable
  const reader = createReader([report])
  const retriever = createRetriever([searchable])
  const dense = createDenseSearch({ chunks, vectors, embedder })
  const vocabulary = vocabularyOf(searchable)
  const textsOf = (found: readonly { statement: { statement: Statement } }[]) => [
    ...new Set(found.map(({ statement }) => statement.statement.text)),
  ]
  return async (question: string, withDense = true) => {
    const placed = reader.place(question)
    const found = withDense ? await dense(placed.text) : new Map<string, ReadonlyMap<number, number>>()
    const near = found.get(report.id) ?? new Map<number, number>()
    const { context } = askReport(reader.read(placed, vocabulary), searchable, near, retriever)
    return { evidence: textsOf(context.evidence), ledger: textsOf(context.figures) }
  }
}
