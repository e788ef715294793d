import type { ConceptLexicon } from '../../src/lexicon/concepts.js'
import type { Corpus } from './corpus.js'
import type { PairSource } from './pair-source.js'
import { figurePairs, headingPairs, leadPairs, sentencePairs } from './text-pairs.js'
import { normalize } from './unigram.js'
import { questionPairs, replacedPairs, synonymPairs, wordingsOf } from './word-pairs.js'

/** Every way to make pairs, with its share of the steps. */
export function createSources(corpus: Corpus, lexicon: ConceptLexicon): PairSource[] {
  const { news, government, questions, synonyms } = corpus
  const wordings = [...wordingsOf(lexicon).values()].map(({ official, said }) => [...official, ...said].map(normalize))
  return [
    sentencePairs('sentences of news', 0.2, news),
    leadPairs('leads of news', 0.03, news),
    sentencePairs('sentences of government', 0.12, government),
    headingPairs('headings of government', 0.03, government),
    figurePairs('figures of news', 0.03, news),
    figurePairs('figures of government', 0.08, government),
    questionPairs('questions', 0.25, questions),
    replacedPairs('citizens’ words', 0.15, government, lexicon),
    synonymPairs('synonyms', 0.04, synonyms),
    synonymPairs('wordings of a concept', 0.12, wordings),
  ]
}
