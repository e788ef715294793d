import { createBm25Index } from '../index/bm25.js'
import type { LexicalIndex } from '../index/lexical-index.js'
import { tokensOf } from '../text/tokens.js'
import type { Understanding } from '../understand/understanding.js'
import type { Evidence } from './evidence.js'
import type { SearchableReport } from './searchable-report.js'
import { strengthAt, type WeighedQuestion } from './weigh-terms.js'

/** Nearest statements by meaning: report id → statement index → cosine similarity. */
export type DenseSearch = (question: string) => Promise<ReadonlyMap<string, ReadonlyMap<number, number>>>

export interface Retriever {
  /**
   * Evidence for a question in one report, best first: every statement that shares a wording, a token or a neighbourhood
   * of meaning with it.
   */
  retrieve(
    understanding: Understanding,
    question: WeighedQuestion,
    searchable: SearchableReport,
    dense: ReadonlyMap<number, number>,
  ): Evidence[]
}

/** Shares of the arms in the fused score; `coverage` is calibrated (0–1), the others are scaled to their best hit. */
const FUSION = { coverage: 1, lexical: 0.25, dense: 0.1 }
/** Tokens of a synonym count less than the citizen's own. */
const SYNONYM_TOKEN_WEIGHT = 0.5
const LEXICAL_LIMIT = 60

export function createRetriever(searchables: readonly SearchableReport[]): Retriever {
  const lexical = new Map<SearchableReport, LexicalIndex>()
  const lexicalOf = (searchable: SearchableReport) => {
    const index = lexical.get(searchable) ?? indexStatements(searchable)
    lexical.set(searchable, index)
    return index
  }
  for (const searchable of searchables) if (searchable.report.isDefault) lexicalOf(searchable)

  return {
    retrieve(understanding, question, searchable, dense) {
      const { tokens, weights } = queryTokens(understanding)
      const hits = lexicalOf(searchable).search(tokens, LEXICAL_LIMIT, weights)
      const lexicalScores = new Map(hits.map(({ position, score }) => [position, score / hits[0]!.score]))
      const candidates = new Set([...lexicalScores.keys(), ...dense.keys(), ...holders(question, searchable)])
      return [...candidates]
        .map((position) => evidenceAt(position, question, searchable, lexicalScores, dense))
        .sort((a, b) => b.score - a.score || a.statement.statement.index - b.statement.statement.index)
    },
  }
}

function indexStatements(searchable: SearchableReport): LexicalIndex {
  return createBm25Index(searchable.statements.map(({ heading, text }) => tokensOf(`${heading.slice(-30)} ${text}`)))
}

function queryTokens({ terms }: Understanding): { tokens: string[]; weights: Map<string, number> } {
  const weights = new Map<string, number>()
  const add = (text: string, weight: number) => {
    for (const token of tokensOf(text)) weights.set(token, Math.max(weight, weights.get(token) ?? 0))
  }
  for (const term of terms) {
    add(term.text, 1)
    for (const { form, weight } of term.forms) add(form, weight === 1 ? 1 : SYNONYM_TOKEN_WEIGHT * weight)
  }
  return { tokens: [...weights.keys()], weights }
}

function* holders({ terms }: WeighedQuestion, searchable: SearchableReport): Generator<number> {
  for (const { term } of terms) for (const { form } of term.forms) yield* searchable.statementsWith(form)
}

function evidenceAt(
  position: number,
  question: WeighedQuestion,
  searchable: SearchableReport,
  lexicalScores: ReadonlyMap<number, number>,
  dense: ReadonlyMap<number, number>,
): Evidence {
  const statement = searchable.statements[position]!
  const met = question.terms.reduce((sum, { term, weight }) => sum + weight * strengthAt(statement, term), 0)
  const arms = {
    coverage: question.total > 0 ? met / question.total : 0,
    lexical: lexicalScores.get(position) ?? 0,
    dense: Math.max(0, dense.get(position) ?? 0),
  }
  const score = FUSION.coverage * arms.coverage + FUSION.lexical * arms.lexical + FUSION.dense * arms.dense
  return { searchable, statement, coverage: arms.coverage, score, arms }
}
