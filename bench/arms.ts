import type { Asked } from '../src/answer/ask-report.js'
import type { Embedder } from '../src/embedding/embedder.js'
import { createBm25Index } from '../src/index/bm25.js'
import type { Index } from '../src/index/read-index.js'
import type { Report, Statement } from '../src/report/report.js'
import { createDenseSearch } from '../src/retrieval/dense-search.js'
import { rankStatements } from '../src/retrieval/rank-statements.js'
import { toSearchForm } from '../src/text/search-form.js'
import { tokensOf, weightOfToken } from '../src/text/tokens.js'
import { createAsk } from './ask.js'

/** One way to find: a question in, texts out, best first. */
export interface Arm {
  name: string
  find(question: string): Promise<string[]>
}

/** Every arm over one report, alone, the hybrid that answers come from, and what the program says. */
export function createArms(report: Report, index: Index, embedder: Embedder): Arm[] {
  const ask = createAsk(report, index, embedder)
  return [
    { name: 'lexical (BM25, characters and bigrams)', find: createLexical(report) },
    { name: 'dense (nearest statements)', find: createDense(report, index, embedder) },
    { name: 'ledger look-up', find: async (question) => textsOf((await ask(question)).context.figures) },
    {
      name: 'hybrid without the dense arm',
      find: async (question) => textsOf((await ask(question, false)).context.evidence),
    },
    { name: 'hybrid', find: async (question) => textsOf((await ask(question)).context.evidence) },
    {
      name: 'hybrid, ranked by kind and time',
      find: async (question) => textsOf(rankStatements((await ask(question)).context)),
    },
    { name: 'answer, then the hybrid as ranked', find: async (question) => saidFirst(await ask(question)) },
  ]
}

function createLexical(report: Report): Arm['find'] {
  const headings = report.sections.map(({ path }) => path.join(' ').slice(-30))
  const texts = report.statements.map(({ section, text }) => `${section === null ? '' : headings[section]} ${text}`)
  const index = createBm25Index(texts.map((text) => tokensOf(toSearchForm(text))))
  return async (question) => {
    const tokens = tokensOf(toSearchForm(question))
    const weights = new Map(tokens.map((token) => [token, weightOfToken(token)]))
    return index.search(tokens, 20, weights).map(({ position }) => report.statements[position]!.text)
  }
}

function createDense(report: Report, { chunks, vectors }: Index, embedder: Embedder): Arm['find'] {
  const search = createDenseSearch({ chunks, vectors, embedder })
  return async (question) => {
    const near = [...((await search(question)).get(report.id) ?? [])]
    return near.sort((a, b) => b[1] - a[1]).map(([statement]) => report.statements[statement]!.text)
  }
}

/** What is said, and behind it the rest as ranked. */
function saidFirst({ finding, context }: Asked): string[] {
  const said = finding.claims.flatMap(({ sources }) => sources)
  const { statements } = context.searchable.report
  const quoted = said.flatMap(({ start, end }) =>
    statements.filter((statement) => statement.start <= start && end <= statement.end).map(({ text }) => text),
  )
  return [...new Set([...quoted, ...textsOf(rankStatements(context))])]
}

function textsOf(found: readonly { statement: { statement: Statement } }[]): string[] {
  return [...new Set(found.map(({ statement }) => statement.statement.text))]
}
