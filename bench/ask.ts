import { type Asked, askReport } from '../src/answer/ask-report.js'
import { vocabularyOf } from '../src/answer/create-assistant.js'
import type { Embedder } from '../src/embedding/embedder.js'
import type { Index } from '../src/index/read-index.js'
import type { Report } from '../src/report/report.js'
import { createDenseSearch } from '../src/retrieval/dense-search.js'
import { createRetriever } from '../src/retrieval/retriever.js'
import { toSearchable } from '../src/retrieval/searchable-report.js'
import { createReader } from '../src/understand/reader.js'

/** Asks one report as the program does, but always by meaning, too, unless that is left out. */
export type Ask = (question: string, withDense?: boolean) => Promise<Asked>

export function createAsk(report: Report, { chunks, vectors }: Index, embedder: Embedder): Ask {
  const searchable = toSearchable(report)
  const reader = createReader([report])
  const retriever = createRetriever([searchable])
  const dense = createDenseSearch({ chunks, vectors, embedder })
  const vocabulary = vocabularyOf(searchable)
  return async (question, withDense = true) => {
    const placed = reader.place(question)
    const found = withDense ? await dense(placed.text) : new Map<string, ReadonlyMap<number, number>>()
    const near = found.get(report.id) ?? new Map<number, number>()
    return askReport(reader.read(placed, vocabulary), searchable, near, retriever)
  }
}
