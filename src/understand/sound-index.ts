import { createRequire } from 'node:module'
import type { pinyin as Pinyin } from 'pinyin-pro'

/** Finds the wordings of a corpus that sound like a misspelt one, by toneless pinyin. */
export interface SoundIndex {
  /** Known wordings as long as `word` that sound like it and have half of its characters in their places; at most three. */
  soundingLike(word: string): readonly string[]
}

const MOST = 3
const LONGEST = 8

/**
 * Builds the index on first use from words and pairs of neighbouring words. Only wordings that share a character with what
 * was typed are sounded, when they are: pinyin's dictionary takes long to read.
 * @param wordings words in reading order, grouped by clause: neighbours within a group may be one term
 */
export function createSoundIndex(wordings: () => Iterable<readonly string[]>): SoundIndex {
  let index: ReturnType<typeof indexCharacters> | undefined
  const sounding: string[][] = []
  return {
    soundingLike(word) {
      if (!isIndexed(word)) return []
      index ??= indexCharacters(wordings())
      const { words, holding } = index
      learnSounds(word)
      const sound = soundOf(word)
      const alike = new Set<number>()
      for (const positions of rarest(word, holding))
        for (const position of positions) {
          const known = words[position]!
          if (inCommon(known, word) < leastInCommon(word)) continue
          sounding[position] ??= soundsOf(known)
          if (sounding[position].includes(sound)) alike.add(position)
        }
      return [...alike]
        .sort((a, b) => a - b)
        .slice(0, MOST)
        .map((position) => words[position]!)
    },
  }
}

function leastInCommon({ length }: string): number {
  return Math.ceil(length / 2)
}

function inCommon(known: string, word: string): number {
  let common = 0
  for (let at = 0; at < word.length; at++) if (known[at] === word[at]) common++
  return common
}

/** Of the places of a word so many, those with the fewest wordings, that what has half of it in common holds one of them. */
function rarest(word: string, holding: ReadonlyMap<number, number[]>): readonly number[][] {
  const places = [...word].map((character, at) => holding.get(placeOf(character, at, word.length)) ?? [])
  return places.sort((a, b) => a.length - b.length).slice(0, word.length - leastInCommon(word) + 1)
}

/** Character by character, and in context. */
function soundsOf(word: string): string[] {
  learnSounds(word)
  return [soundOf(word), soundInContext(word)]
}

/** The wordings, and by a character in its place of a wording of some length, those that hold it. */
function indexCharacters(groups: Iterable<readonly string[]>): { words: string[]; holding: Map<number, number[]> } {
  const wordings = new Set<string>()
  for (const words of groups)
    words.forEach((word, i) => {
      wordings.add(word)
      if (i > 0) wordings.add(words[i - 1]! + word)
    })
  const words = [...wordings].filter(isIndexed)
  const holding = new Map<number, number[]>()
  for (const [position, word] of words.entries())
    for (let at = 0; at < word.length; at++) {
      const place = placeOf(word[at]!, at, word.length)
      const others = holding.get(place)
      if (others) others.push(position)
      else holding.set(place, [position])
    }
  return { words, holding }
}

function placeOf(character: string, at: number, length: number): number {
  return (character.charCodeAt(0) * LONGEST + at) * (LONGEST + 1) + length
}

/** Common characters that sound otherwise in other words; only their words are read as a whole. */
const POLYPHONES = /[长行重调乐都会还传弹种数分发强朝降率量应处供藏]/

/** 长 in 增长 is zhang, alone it is chang. */
function soundInContext(word: string): string {
  if (!POLYPHONES.test(word)) return soundOf(word)
  const syllables = pinyin!(word, { toneType: 'none', type: 'array' })
  return syllables.length === word.length ? syllables.map(signOf).join('') : soundOf(word)
}

function isIndexed(word: string): boolean {
  return word.length >= 2 && word.length <= LONGEST && /^\p{Script=Han}+$/u.test(word)
}

const requireModule = createRequire(import.meta.url)
let pinyin: typeof Pinyin | undefined
/** Character → a sign for its syllable, so that a word's sound is as long as the word. */
const sounds = new Map<string, string>()
const signs = new Map<string, string>()

/** Reads the characters of a text that are new: one by one, so that a typo's neighbours do not change its reading. */
function learnSounds(text: string): void {
  const fresh = new Set<string>()
  for (const character of text) if (!sounds.has(character)) fresh.add(character)
  if (fresh.size === 0) return
  pinyin ??= (requireModule('pinyin-pro') as { pinyin: typeof Pinyin }).pinyin
  // A line break between two characters keeps them apart; one call for all is many times faster than one for each.
  const syllables = pinyin([...fresh].join('\n'), { toneType: 'none', type: 'array' }).filter((part) => part !== '\n')
  for (const [i, character] of [...fresh].entries()) sounds.set(character, signOf(syllables[i]!))
}

function signOf(syllable: string): string {
  const known = signs.get(syllable) ?? String.fromCodePoint(FIRST_SIGN + signs.size)
  signs.set(syllable, known)
  return known
}

const FIRST_SIGN = 0x20

function soundOf(word: string): string {
  let sound = ''
  for (const character of word) sound += sounds.get(character)!
  return sound
}
