import type { ConceptLexicon } from '../lexicon/concepts.js'

/** Turns an English question into the Chinese words that matter in it. */
export type Translate = (question: string) => string

const MOSTLY = 0.6
const LONGEST_PHRASE = 8

/** Whether a question is written in English: mostly Latin letters, no Han among them. */
export function isEnglish(question: string): boolean {
  const letters = question.match(/[A-Za-z]/g)?.length ?? 0
  const signs = question.match(/[\p{L}]/gu)?.length ?? 0
  return signs > 0 && letters >= 8 && letters / signs > MOSTLY && !/\p{Script=Han}/u.test(question)
}

/**
 * Word-by-word translation by longest phrase: concepts' English names, then the glossary. Numbers and words in capitals
 * stay; what is unknown is dropped.
 * @param glossary English phrase, lower case → Chinese; cues of the question (how many → 多少) among them
 */
export function createTranslate(concepts: ConceptLexicon, glossary: ReadonlyMap<string, string>): Translate {
  let phrases: ReadonlyMap<string, string> | undefined
  return (question) => {
    phrases ??= gatherPhrases(concepts, glossary)
    const words = toWords(withChineseNumbers(question))
    const translated: string[] = []
    for (let i = 0; i < words.length; ) {
      const { length, chinese } = longestPhrase(words, i, phrases)
      if (chinese) translated.push(chinese)
      i += length
    }
    return translated.join(' ').replace(BETWEEN_NUMBERS, ', ')
  }
}

/** Fixed-asset and fixed asset are written alike. */
function toWords(text: string): string[] {
  return text.replace(HYPHEN, ' ').match(/[A-Za-z0-9.%'\p{Script=Han}-]+/gu) ?? []
}

/** Blanks go later; two numbers stay two. */
const BETWEEN_NUMBERS = /(?<=[\d万亿]) (?=\d)/g

const HYPHEN = /(?<=[A-Za-z])-(?=[A-Za-z])/g

/** 5 million yuan is 500万 yuan; above 3亿 yuan is 3亿 yuan and above. */
function withChineseNumbers(question: string): string {
  return question
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(SHARE, (_whole, base: string, part: string) => `${part} 占 ${base} 比重多少 `)
    .replace(/\bno\.\s*(\d{1,2})\b/gi, (_whole, number: string) => `第${NUMERALS[Number(number)] ?? number}`)
    .replace(SCALED, (_whole, digits: string, scale: string) =>
      inChinese(Number(digits) * SCALES[scale.toLowerCase()]!),
    )
    .replace(/\b(?:above|over)\s+(\d[\d.]*[万亿]?\s+yuan)/gi, '$1 and above')
}

/** What share of GDP should R&D spending reach: 研发投入占GDP比重多少. */
const SHARE =
  /\bwhat (?:share|percentage|percent|proportion) of (?:the |its )?([\w&-]+) (?:should|does|did|do|will|would|must|is|was) (.+?) (?:reach|account for|make up|represent|take up|be)\b/gi

/** No. 3 is 第三. */
const NUMERALS = '零一二三四五六七八九十'

const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }
/** How many 100 million yuan asks in that unit. */
const SCALED = /(?<!how many )\b(\d+(?:\.\d+)?)\s+(thousand|million|billion|trillion)\b/gi

function inChinese(value: number): string {
  const [size, scale] = value >= 1e8 ? [1e8, '亿'] : value >= 1e4 ? [1e4, '万'] : [1, '']
  return `${Number((value / size).toPrecision(12))}${scale}`
}

function gatherPhrases(concepts: ConceptLexicon, glossary: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const phrases = new Map<string, string>()
  const add = (phrase: string, chinese: string) => {
    const key = phrase.replace(HYPHEN, ' ')
    if (!phrases.has(key)) phrases.set(key, chinese)
  }
  for (const [phrase, chinese] of glossary) add(phrase, chinese)
  for (const [word, [meaning]] of concepts.words) if (meaning?.via === 'english') add(word, meaning.concept.name)
  return phrases
}

function longestPhrase(words: readonly string[], from: number, phrases: ReadonlyMap<string, string>) {
  for (let length = Math.min(LONGEST_PHRASE, words.length - from); length >= 1; length--) {
    const phrase = words
      .slice(from, from + length)
      .join(' ')
      .toLowerCase()
      .replace(/[.'?]+$/, '')
    const chinese = phrases.get(phrase) ?? phrases.get(phrase.replace(/s$/, ''))
    if (chinese !== undefined) return { length, chinese }
  }
  const word = words[from]!
  return { length: 1, chinese: /^\d|^\p{Script=Han}|^[A-Z0-9]{2,}$/u.test(word) ? word : null }
}
