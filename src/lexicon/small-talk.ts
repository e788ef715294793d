import { loadLexicon } from './load-lexicon.js'
import { topicWordsSchema } from './topic-words.js'

/** The intent (greeting, thanks, praise …) that a message is all about; null where it says more. */
export type HearSmallTalk = (text: string) => string | null

/** What ends a talk comes in any mixture, and behind words of assent: 好嘞,谢谢啊,再见. Of several the first here counts. */
const COURTESIES = ['thanks', 'goodbye', 'praise']
const MIXED = [...COURTESIES, 'agreement']
const MOST_PIECES = { alone: 3, mixed: 5 }

/** 你好,你能干什么呀: what stands around what is said. */
const GREETING = /^(?:你好|您好|在吗|嗨|哈喽|请问)+/u
const PARTICLES = /^[呀啊呢吧哦嘛哈啦哟咯喽嘞哒噢喔]+/u

interface Piece {
  topic: string
  /** How many characters at the start of a text are the piece; 0 where it does not begin with it. */
  lengthIn: (text: string) => number
}

/** The pieces that a text may begin with. */
type PiecesFor = (text: string) => readonly Piece[]

/** Reads `lexicon/smalltalk.yaml`; a word may be a piece of a regular expression: (?:太|很)厉害. */
export function loadSmallTalk(): HearSmallTalk {
  const lexicon = loadLexicon('smalltalk', topicWordsSchema)
  const worded = Object.entries(lexicon).flatMap(([topic, words]) =>
    words.map((word) => ({ topic, word: word.toLowerCase().replace(/\s/g, '') })),
  )
  const topics = Object.keys(lexicon).map((topic) => ({ topic, pieces: piecesOf(worded, [topic]) }))
  const mixed = piecesOf(worded, MIXED)
  return (text) => {
    const said = text.replace(/[^\p{L}\p{N}]/gu, '')
    for (const words of new Set([said, said.replace(GREETING, '')]))
      for (const { topic, pieces } of words === '' ? [] : topics)
        if (split(words, pieces, MOST_PIECES.alone)) return topic
    const heard = said === '' ? null : split(said, mixed, MOST_PIECES.mixed)
    return COURTESIES.find((topic) => heard?.includes(topic)) ?? null
  }
}

/** The words of some topics as pieces: those that are no pattern are looked up by their first character. */
function piecesOf(worded: readonly { topic: string; word: string }[], topics: readonly string[]): PiecesFor {
  const own = worded.filter(({ topic }) => topics.includes(topic))
  const patterns = own.filter(({ word }) => PATTERN.test(word)).map(({ topic, word }) => ({ topic, ...matching(word) }))
  const plain = new Map<string, Piece[]>()
  for (const { topic, word } of own.filter(({ word }) => !PATTERN.test(word))) {
    const others = plain.get(word[0]!) ?? []
    others.push({ topic, lengthIn: (text) => (text.startsWith(word) ? word.length : 0) })
    plain.set(word[0]!, others)
  }
  const pieces = new Map([...plain].map(([first, words]) => [first, [...words, ...patterns]]))
  return (text) => pieces.get(text[0]!) ?? patterns
}

const PATTERN = /[([?]/

function matching(word: string): Pick<Piece, 'lengthIn'> {
  const pattern = new RegExp(`^(?:${word})`, 'u')
  return { lengthIn: (text) => text.match(pattern)?.[0].length ?? 0 }
}

/** The topics of the pieces, with or without particles behind them, that make up the text; null where none do. */
function split(text: string, pieces: PiecesFor, most: number): string[] | null {
  if (text === '') return []
  if (most === 0) return null
  for (const { topic, lengthIn } of pieces(text)) {
    const rest = text.slice(lengthIn(text))
    if (rest === text) continue
    const behind = split(rest, pieces, most - 1) ?? split(rest.replace(PARTICLES, ''), pieces, most - 1)
    if (behind) return [topic, ...behind]
  }
  return null
}
