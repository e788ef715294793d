import { loadConcepts } from '../lexicon/concepts.js'
import { loadGlossary } from '../lexicon/glossary.js'
import { loadPlaces } from '../lexicon/places.js'
import { loadQuestionWords } from '../lexicon/question-words.js'
import { loadSmallTalk } from '../lexicon/small-talk.js'
import { loadTopicWords } from '../lexicon/topic-words.js'
import { needsOwner } from '../report/ledger/words.js'
import type { Report } from '../report/report.js'
import type { Span } from '../text/clauses.js'
import { wordsOf } from '../text/tokens.js'
import { type ForeignPlace, findPlaces, type PlacesFound } from './find-places.js'
import { completeHead } from './share-heads.js'
import { createSoundIndex } from './sound-index.js'
import { splitQuestion } from './split-question.js'
import { splitSides } from './split-sides.js'
import { wordReach } from './tag-question.js'
import { createTranslate } from './translate-english.js'
import { normaliseQuestion, understand } from './understand.js'
import type { Term, Understanding } from './understanding.js'

/** What the reader must know of a corpus or a report. */
export interface Vocabulary {
  /** Whether the text holds a wording. */
  has(wording: string): boolean
  /** Whether it holds a wording as whole words. */
  hasPhrase(wording: string): boolean
  /** What the text writes in quotation marks. */
  names: ReadonlySet<string>
  /** Words in reading order, grouped by clause. */
  wordGroups(): Iterable<readonly string[]>
}

/** A question before any report is chosen: in search form, its places found. */
export interface PlacedQuestion {
  question: string
  /** Search form, place names of the corpus blanked. */
  text: string
  places: PlacesFound
}

/** Reads questions with the lexicons. */
export interface Reader {
  /** @param remembered what the turn before asked for, as it was said */
  place(question: string, remembered?: readonly string[]): PlacedQuestion
  /** Understands a placed question in the words of one report. */
  read(placed: PlacedQuestion, vocabulary: Vocabulary): Understanding
  /** The questions within a question that asks for several amounts; a plain one comes back alone. */
  readParts(placed: PlacedQuestion, vocabulary: Vocabulary): Understanding[]
  /** The ways to read a question, understood as a whole, as the same asked of two sides. */
  readSides(placed: PlacedQuestion, vocabulary: Vocabulary, whole: Understanding): Understanding[][]
}

/** Loads the lexicons. @throws {LexiconError} where one cannot be used */
export function createReader(reports: readonly Report[]): Reader {
  const concepts = loadConcepts()
  const questionWords = loadQuestionWords()
  const placeLexicon = loadPlaces()
  const placeNames = reports.flatMap(({ place, placeAliases }) => (place ? [place, ...placeAliases] : placeAliases))
  const translate = createTranslate(concepts, loadGlossary())
  const sources = {
    concepts,
    questionWords,
    reach: wordReach([...concepts.words.keys(), ...questionWords.words.keys()]),
    smalltalk: loadSmallTalk(),
    offtopic: loadTopicWords('offtopic'),
    abbreviations: [...concepts.words.keys()].filter((word) => /^[a-z]{3,6}$/.test(word)),
  }
  const sounds = new WeakMap<Vocabulary, ReturnType<typeof createSoundIndex>>()
  return {
    place(question, remembered = []) {
      const whole = completeHead(normaliseQuestion(question, translate, concepts), remembered, concepts)
      const places = findPlaces(whole, reports, placeLexicon)
      return {
        question,
        text: blank(whole, [...places.spans, ...[...places.foreign, ...places.partners].map(spanOf)]),
        places,
      }
    },
    read,
    readSides(placed, vocabulary, whole) {
      const readSide = (text: string) => {
        const side = read({ ...placed, text }, vocabulary)
        return { ...side, periods: side.periods.length > 0 ? side.periods : whole.periods }
      }
      return splitSides(whole.text).map((sides) => sides.map(readSide))
    },
    readParts(placed, vocabulary) {
      const first = read(placed, vocabulary)
      // A place's name that was misspelt stands in the mended text only.
      const named = first.notes.length > 0 ? findPlaces(first.text, reports, placeLexicon).spans : []
      const whole = named.length > 0 ? read({ ...placed, text: blank(first.text, named) }, vocabulary) : first
      const parts = splitQuestion(whole.text).map((text) => read({ ...placed, text }, vocabulary))
      return parts.length > 0 ? parts.map((part) => completeFrom(whole, part, vocabulary)) : [whole]
    },
  }

  function read({ question, text, places }: PlacedQuestion, vocabulary: Vocabulary): Understanding {
    const sound =
      sounds.get(vocabulary) ??
      createSoundIndex(() =>
        wordGroups(vocabulary, [...concepts.words.keys(), ...questionWords.words.keys(), ...placeNames]),
      )
    sounds.set(vocabulary, sound)
    const known = (word: string) => vocabulary.has(word)
    const within = [...places.foreign, ...places.partners].map(placeTerm)
    return understand(
      question,
      text,
      {
        ...sources,
        known,
        isPhrase: (word) => vocabulary.hasPhrase(word),
        isWord,
        soundingLike: sound.soundingLike,
        names: vocabulary.names,
      },
      within,
    )
  }
}

/** A part without a thing of its own (总投资多少) takes the others' things; one without a time, their time. */
function completeFrom(whole: Understanding, part: Understanding, { has }: Vocabulary): Understanding {
  const isAlone = part.terms.some(
    ({ text, role, concept }) =>
      role !== 'background' && (concept ? concept.kind !== 'action' : has(text)) && !needsOwner(text),
  )
  const known = new Set(part.terms.map(({ text }) => text))
  const others = isAlone ? [] : whole.terms.filter(({ text }) => !known.has(text))
  return {
    ...part,
    terms: [...part.terms, ...others.map((term): Term => ({ ...term, role: 'inherited' }))],
    periods: part.periods.length > 0 ? part.periods : whole.periods,
    firmStatus: part.firmStatus ?? (part.periods.length > 0 ? null : whole.firmStatus),
  }
}

function* wordGroups(vocabulary: Vocabulary, words: Iterable<string>) {
  yield* vocabulary.wordGroups()
  for (const word of words) yield [word]
}

function isWord(word: string): boolean {
  return wordsOf(word).length === 1
}

function placeTerm({ name, start, pairs }: ForeignPlace): Term {
  const forms = [name, ...pairs].map((form) => ({ form, weight: 1 }))
  return { text: name, at: start, forms, wider: [], parts: [], concept: null, role: 'place' }
}

function spanOf({ name, start }: ForeignPlace): Span {
  return { start, end: start + name.length }
}

function blank(text: string, spans: PlacesFound['spans']): string {
  return spans.reduce((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), text)
}
