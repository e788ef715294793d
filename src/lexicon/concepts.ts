import * as z from 'zod'
import { addGapped, GAP, type GappedWords } from './gapped-words.js'
import { loadLexicon } from './load-lexicon.js'

const wording = z.string().min(1)
const lowerCase = (words: readonly string[]) => words.map((word) => word.toLowerCase())

const conceptSchema = z
  .object({
    official: z.array(wording).min(1),
    said: z.array(wording).default([]),
    english: z.array(wording).default([]),
    kind: z.enum(['measure', 'thing', 'action', 'attribute']),
  })
  .transform(({ official, said, english, kind }) => ({
    name: official[0]!,
    official: lowerCase(official),
    said: lowerCase(said),
    english: lowerCase(english),
    kind,
  }))

/**
 * One thing that reports speak of, with the words reports use for it (`official`, interchangeable) and those a citizen
 * may use instead (`said`; 走…没路 has a gap for a few words more). `measure`: counted or measured on its own, so that its
 * absence means no answer. `attribute`: asked of a thing (校长, 申请条件); where the report never writes it, it has no answer.
 */
export interface Concept {
  name: string
  official: string[]
  kind: 'measure' | 'thing' | 'action' | 'attribute'
}

export interface ConceptWord {
  concept: Concept
  via: 'official' | 'said' | 'english'
}

export interface ConceptLexicon {
  concepts: Concept[]
  /** Lower-case word → what it may mean. */
  words: Map<string, readonly ConceptWord[]>
  /** Those of the words that have gaps; they stand in `words` as they are written. */
  gapped: GappedWords
  /** Length of the longest word. */
  longest: number
  /** What `widerMeasures` found, remembered. */
  wider: Map<string, readonly string[]>
}

export const CONCEPT_FILES = [
  'concepts-economy',
  'concepts-industry',
  'concepts-livelihood',
  'concepts-city',
  'concepts-report',
  'concepts-attributes',
]
export const conceptsSchema = z.array(conceptSchema)

let loaded: ConceptLexicon | undefined

/** Reads lexicon/concepts-*.yaml, once for all who use it. */
export function loadConcepts(): ConceptLexicon {
  loaded ??= readConcepts()
  return loaded
}

function readConcepts(): ConceptLexicon {
  const lexicon: ConceptLexicon = { concepts: [], words: new Map(), gapped: new Map(), longest: 0, wider: new Map() }
  for (const file of CONCEPT_FILES)
    for (const { name, kind, ...wordings } of loadLexicon(file, conceptsSchema)) {
      const concept = { name, official: wordings.official, kind }
      lexicon.concepts.push(concept)
      for (const via of ['official', 'said', 'english'] as const) {
        const only = [{ concept, via }] as const
        for (const word of wordings[via]) addWord(lexicon, word, only)
      }
    }
  return lexicon
}

/**
 * Wordings of other measures that hold `word`: 工业固定资产投资 for 固定资产投资, 进出口 for 出口. Where one of them stands, the
 * shorter word is not what is measured.
 */
export function widerMeasures(lexicon: ConceptLexicon, word: string): readonly string[] {
  const known = lexicon.wider.get(word)
  if (known) return known
  const own = new Set(lexicon.words.get(word)?.map(({ concept }) => concept))
  const wider = lexicon.concepts
    .filter((concept) => concept.kind === 'measure' && !own.has(concept))
    .flatMap(({ official }) => official.filter((form) => form.length > word.length && form.includes(word)))
  lexicon.wider.set(word, wider)
  return wider
}

/** Tens of thousands of words, nearly all of one meaning: those of one concept share it. */
function addWord(lexicon: ConceptLexicon, word: string, only: readonly [ConceptWord]): void {
  const meanings = lexicon.words.get(word)
  if (!meanings) {
    lexicon.words.set(word, only)
    if (word.includes(GAP)) addGapped(lexicon.gapped, word)
    lexicon.longest = Math.max(lexicon.longest, word.length)
  } else if (!meanings.some((known) => known.concept === only[0].concept))
    lexicon.words.set(word, [...meanings, ...only])
}
