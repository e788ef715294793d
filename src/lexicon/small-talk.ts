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

/** Reads `lexicon/smalltalk.yaml`; a word may be a piece of a regular expression: (?:太|很)厉害. */
export function loadSmallTalk(): HearSmallTalk {
  const lexicon = loadLexicon('smalltalk', topicWordsSchema)
  const topics = Object.entries(lexicon).map(([topic, words]) => ({
    topic,
    pieces: words.map((word) => ({ topic, lengthIn: matching(word.toLowerCase().replace(/\s/g, '')) })),
  }))
  const mixed = topics.filter(({ topic }) => MIXED.includes(topic)).flatMap(({ pieces }) => pieces)
  return (text) => {
    const said = text.replace(/[^\p{L}\p{N}]/gu, '')
    for (const words of new Set([said, said.replace(GREETING, '')]))
      for (const { topic, pieces } of words === '' ? [] : topics)
        if (split(words, pieces, MOST_PIECES.alone)) return topic
    const heard = said === '' ? null : split(said, mixed, MOST_PIECES.mixed)
    return COURTESIES.find((topic) => heard?.includes(topic)) ?? null
  }
}

function matching(word: string): Piece['lengthIn'] {
  if (!/[([?]/.test(word)) return (text) => (text.startsWith(word) ? word.length : 0)
  const pattern = new RegExp(`^(?:${word})`, 'u')
  return (text) => text.match(pattern)?.[0].length ?? 0
}

/** The topics of the pieces, with or without particles behind them, that make up the text; null where none do. */
function split(text: string, pieces: readonly Piece[], most: number): string[] | null {
  if (text === '') return []
  if (most === 0) return null
  for (const { topic, lengthIn } of pieces) {
    const rest = text.slice(lengthIn(text))
    if (rest === text) continue
    const behind = split(rest, pieces, most - 1) ?? split(rest.replace(PARTICLES, ''), pieces, most - 1)
    if (behind) return [topic, ...behind]
  }
  return null
}
