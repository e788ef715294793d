import { createBm25Index } from '../../src/index/bm25.js'
import { type Concept, type ConceptLexicon, loadConcepts } from '../../src/lexicon/concepts.js'
import { type SearchableReport, toSearchable } from '../../src/retrieval/searchable-report.js'
import { toSearchForm } from '../../src/text/search-form.js'
import { tokensOf, weightOfToken } from '../../src/text/tokens.js'
import type { Prepared } from '../prepare.js'
import { answering } from './collection.js'
import type { Scorer } from './scorer.js'

/** Citizens' words taken for a wording of the report. */
const MOST_SAID = 12

interface IndexQuestion {
  /** Index of the statement that it points at. */
  statement: number
  text: string
}

/**
 * Questions made when a report is indexed, as a trial: of every ledger figure its indicator, of every clause its text, each
 * wording of a concept in the citizens' words for it. A statement is as near as the nearest question that points at it.
 */
export async function createIndexQuestionScorers({ report, embedder }: Prepared): Promise<Record<string, Scorer>> {
  const questions = questionsOf(toSearchable(report), citizensWords(loadConcepts()))
  const texts = questions.map(({ text }) => text)
  const words = createBm25Index(texts.map((text) => tokensOf(toSearchForm(text))))
  const vectors = await embedder.embed(texts, 'passage')
  const places = new Map(answering(report).map(({ index }, position) => [index, position]))
  const best = (scores: Iterable<readonly [number, number]>) => {
    const found = new Float64Array(places.size)
    for (const [i, score] of scores) {
      const place = places.get(questions[i]!.statement)
      if (place !== undefined) found[place] = Math.max(found[place]!, score)
    }
    return found
  }
  return {
    [`${texts.length} questions made at index time, lexical`]: async (question) => {
      const tokens = tokensOf(toSearchForm(question))
      const weights = new Map(tokens.map((token) => [token, weightOfToken(token)]))
      return best(words.search(tokens, texts.length, weights).map(({ position, score }) => [position, score]))
    },
    'the same, dense': async (question) => {
      const [asked] = await embedder.embed([question], 'question')
      const cosine = (vector: Float32Array) => vector.reduce((sum, value, i) => sum + value * asked![i]!, 0)
      return best(vectors.map((vector, i) => [i, Math.max(0, cosine(vector))]))
    },
  }
}

function questionsOf(
  { statements, figures }: SearchableReport,
  wordings: ReadonlyMap<string, string[]>,
): IndexQuestion[] {
  const asked = figures.flatMap(({ figure, indicator }) =>
    [indicator, ...inCitizensWords(indicator, wordings)].map((text) => ({
      statement: figure.statement,
      text: `${text}是多少`,
    })),
  )
  const told = statements
    .filter(({ statement }) => statement.kind !== 'heading')
    .flatMap(({ statement, clauses }) =>
      clauses.flatMap(({ text }) =>
        inCitizensWords(text, wordings).map((said) => ({ statement: statement.index, text: said })),
      ),
    )
  return [...asked, ...told]
}

function inCitizensWords(text: string, wordings: ReadonlyMap<string, string[]>): string[] {
  return [...wordings].flatMap(([word, said]) =>
    text.includes(word) ? said.map((other) => text.replace(word, other)) : [],
  )
}

/** Wording of reports → citizens' words for it. */
function citizensWords({ words }: ConceptLexicon): Map<string, string[]> {
  const said = new Map<Concept, string[]>()
  for (const [word, meanings] of words)
    for (const { concept, via } of meanings) if (via === 'said') said.set(concept, [...(said.get(concept) ?? []), word])
  return new Map(
    [...said].flatMap(([{ official }, all]) =>
      official.filter(({ length }) => length > 1).map((word) => [word, all.slice(0, MOST_SAID)] as const),
    ),
  )
}
