import type { Concept, ConceptLexicon } from '../../src/lexicon/concepts.js'
import type { Document, Question } from './corpus.js'
import { cutPassage, type PairSource, partOf, passageAround } from './pair-source.js'
import { pick, type Random } from './random.js'

/** (question → the passage around its answer, now and then the whole paragraph) */
export function questionPairs(name: string, share: number, questions: readonly Question[]): PairSource {
  return {
    name,
    share,
    draw(random) {
      const { question, answer, document, context } = pick(questions, random)
      const at = Math.max(0, context.indexOf(answer))
      const start = random() < 0.3 ? 0 : Math.max(0, at - Math.floor(random() * 250))
      return { question, passage: context.slice(start, Math.max(start + 320, at + answer.length)), document }
    },
  }
}

/** (word → another word for the same thing) */
export function synonymPairs(name: string, share: number, words: readonly (readonly string[])[]): PairSource {
  return {
    name,
    share,
    draw(random) {
      const number = Math.floor(random() * words.length)
      const group = words[number]!
      const [question, passage] = [pick(group, random), pick(group, random)]
      return question === passage ? null : { question, passage, document: number }
    },
  }
}

/** A concept's words: those of reports, and those a citizen may use instead. */
export interface Wordings {
  official: string[]
  said: string[]
}

export function wordingsOf(lexicon: ConceptLexicon): Map<Concept, Wordings> {
  const wordings = new Map<Concept, Wordings>(lexicon.concepts.map((concept) => [concept, { official: [], said: [] }]))
  for (const [word, meanings] of lexicon.words)
    for (const { concept, via } of meanings) if (via !== 'english') wordings.get(concept)?.[via].push(word)
  return wordings
}

/** (a clause in which a report's word is replaced by a citizen's → the passage with the report's own) */
export function replacedPairs(
  name: string,
  share: number,
  documents: readonly Document[],
  lexicon: ConceptLexicon,
): PairSource {
  const wordings = wordingsOf(lexicon)
  return {
    name,
    share,
    draw(random) {
      const { sentences, number } = pick(documents, random)
      const position = Math.floor(random() * sentences.length)
      const clause = partOf(sentences[position]!, random)
      const question = inCitizensWords(clause, lexicon, wordings, random)
      if (question === null) return null
      return { question, passage: cutPassage(passageAround(sentences, position, random).join('')), document: number }
    },
  }
}

/** Half the time the citizen's word stands alone: a question names little else. */
const ALONE = 0.5

function inCitizensWords(
  clause: string,
  lexicon: ConceptLexicon,
  wordings: ReadonlyMap<Concept, Wordings>,
  random: Random,
): string | null {
  const found = officialWordsIn(clause, lexicon).filter(({ concept }) => wordings.get(concept)!.said.length > 0)
  if (found.length === 0) return null
  const { word, concept } = pick(found, random)
  const said = pick(wordings.get(concept)!.said, random)
  return random() < ALONE ? said : clause.replace(word, said)
}

/** From left to right the longest word at each place. */
function officialWordsIn(text: string, { words, longest }: ConceptLexicon): { word: string; concept: Concept }[] {
  const found: { word: string; concept: Concept }[] = []
  for (let at = 0; at < text.length; at++)
    for (let length = Math.min(longest, text.length - at); length > 1; length--) {
      const word = text.slice(at, at + length)
      const meaning = words.get(word)?.find(({ via }) => via === 'official')
      if (!meaning) continue
      found.push({ word, concept: meaning.concept })
      at += length - 1
      break
    }
  return found
}
