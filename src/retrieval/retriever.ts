import { createBm25Index } from '../index/bm25.js'
import type { LexicalIndex } from '../index/lexical-index.js'
import { tokensOf, weightOfToken } from '../text/tokens.js'
import type { Understanding } from '../understand/understanding.js'
import type { Evidence } from './evidence.js'
import { fuseArms } from './fusion-weights.js'
import type { SearchableReport } from './searchable-report.js'
import { strengthIn, type WeighedQuestion, type WeighedTerm } from './weigh-terms.js'

/** Nearest statements by meaning: report id → statement index → nearness, a difference of cosines (0–1, mostly below 0.6). */
export type NearStatements = ReadonlyMap<string, ReadonlyMap<number, number>>

export type DenseSearch = (question: string) => Promise<NearStatements>

export interface RetrievalHints {
  /** Nearness by statement index. */
  dense: ReadonlyMap<number, number>
  /** Statements that the answer before stood on; they come first among equals. */
  near?: ReadonlySet<number>
}

export interface Retriever {
  /**
   * Evidence for a question in one report, best first: every statement that shares a wording, a token or a neighbourhood
   * of meaning with it.
   */
  retrieve(
    understanding: Understanding,
    question: WeighedQuestion,
    searchable: SearchableReport,
    hints: RetrievalHints,
  ): Evidence[]
}

/** Tokens of a synonym count less than the citizen's own. */
const SYNONYM_TOKEN_WEIGHT = 0.5
const LEXICAL_LIMIT = 60
/** Statements handed on: those below have never held an answer. */
const MOST_EVIDENCE = 80

export function createRetriever(searchables: readonly SearchableReport[]): Retriever {
  const lexical = new Map<SearchableReport, LexicalIndex>()
  const lexicalOf = (searchable: SearchableReport) => {
    const index = lexical.get(searchable) ?? indexStatements(searchable)
    lexical.set(searchable, index)
    return index
  }
  for (const searchable of searchables) if (searchable.report.isDefault) lexicalOf(searchable)

  return {
    retrieve(understanding, question, searchable, { dense, near }) {
      const { tokens, weights } = queryTokens(understanding)
      const hits = lexicalOf(searchable).search(tokens, LEXICAL_LIMIT, weights)
      const lexicalScores = new Map(hits.map(({ position, score }) => [position, score / hits[0]!.score]))
      const candidates = new Set<number>(near)
      for (const positions of [lexicalScores, dense, ...question.terms.map(({ strengths }) => strengths)])
        for (const position of positions.keys()) candidates.add(position)
      const found = { lexicalScores, dense, near, aroundAt: createAround(searchable, question) }
      const scores = new Float64Array(searchable.statements.length)
      for (const position of candidates) scores[position] = fuseArms(armsAt(position, question, found))
      return [...candidates]
        .sort((a, b) => scores[b]! - scores[a]! || a - b)
        .slice(0, MOST_EVIDENCE)
        .map((position) => evidenceAt(position, question, searchable, found))
    },
  }
}

function indexStatements(searchable: SearchableReport): LexicalIndex {
  return createBm25Index(searchable.statements.map(({ heading, text }) => tokensOf(`${heading.slice(-30)} ${text}`)))
}

function queryTokens({ terms }: Understanding): { tokens: string[]; weights: Map<string, number> } {
  const weights = new Map<string, number>()
  const add = (text: string, weight: number) => {
    for (const token of tokensOf(text))
      weights.set(token, Math.max(weight * weightOfToken(token), weights.get(token) ?? 0))
  }
  for (const term of terms) {
    add(term.text, 1)
    for (const { form, weight } of term.forms) add(form, weight === 1 ? 1 : SYNONYM_TOKEN_WEIGHT * weight)
  }
  return { tokens: [...weights.keys()], weights }
}

/** Where a term may be met besides the statement's own words, and what that counts. */
const CONTEXT = { heading: 0.5, before: 0.35 }

type Around = (term: WeighedTerm, position: number) => number

/** Strength with which a term is met around a statement: by its headings, else by the sentence before. */
function createAround({ statements }: SearchableReport, { terms }: WeighedQuestion): Around {
  const headings = new Map(terms.map((term) => [term, new Map<string, number>()]))
  const inHeading = (weighed: WeighedTerm, heading: string) => {
    const known = headings.get(weighed)!
    const remembered = known.get(heading)
    if (remembered !== undefined) return remembered
    const strength = strengthIn(heading, weighed.term)
    known.set(heading, strength)
    return strength
  }
  return (weighed, position) => {
    const { heading, before } = statements[position]!
    const above = CONTEXT.heading * inHeading(weighed, heading)
    return before === '' ? above : Math.max(above, CONTEXT.before * (weighed.strengths.get(position - 1) ?? 0))
  }
}

/** What the arms found for one question in one report. */
interface Found {
  lexicalScores: ReadonlyMap<number, number>
  dense: ReadonlyMap<number, number>
  near: ReadonlySet<number> | undefined
  aroundAt: Around
}

function armsAt(position: number, { terms, total }: WeighedQuestion, found: Found): Evidence['arms'] {
  let met = 0
  for (const term of terms) met += term.weight * Math.max(ownAt(term, position), found.aroundAt(term, position))
  return {
    coverage: total > 0 ? met / total : 0,
    lexical: found.lexicalScores.get(position) ?? 0,
    dense: Math.max(0, found.dense.get(position) ?? 0),
    near: found.near?.has(position) ? 1 : 0,
  }
}

function ownAt({ strengths }: WeighedTerm, position: number): number {
  return strengths.get(position) ?? 0
}

function evidenceAt(position: number, question: WeighedQuestion, searchable: SearchableReport, found: Found): Evidence {
  const words = question.terms.map((term) => ownAt(term, position))
  const around = question.terms.map((term) => found.aroundAt(term, position))
  const met = words.map((strength, i) => Math.max(strength, around[i]!))
  const arms = armsAt(position, question, found)
  const statement = searchable.statements[position]!
  return { searchable, statement, words, around, met, coverage: arms.coverage, score: fuseArms(arms), arms }
}
