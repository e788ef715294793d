import { createRequire } from 'node:module'
import type { pinyin as Pinyin } from 'pinyin-pro'

/** Finds the wordings of a corpus that sound like a misspelt one, by toneless pinyin. */
export interface SoundIndex {
  /** Known wordings with the sound of `word` that share a character with it or are long; at most three. */
  soundingLike(word: string): readonly string[]
}

const MOST = 3
/** A homophone without a common character counts only from this length on. */
const LONG = 3

/**
 * Builds the index on first use from words and pairs of neighbouring words; pinyin's dictionary is loaded only then.
 * @param wordings words in reading order, grouped by clause: neighbours within a group may be one term
 */
export function createSoundIndex(wordings: () => Iterable<readonly string[]>): SoundIndex {
  let bySound: Map<string, string[]> | undefined
  return {
    soundingLike(word) {
      bySound ??= indexSounds(wordings())
      learnSounds(word)
      const alike = bySound.get(soundOf(word)) ?? []
      return alike.filter((known) => known.length >= LONG || [...known].some((c) => word.includes(c))).slice(0, MOST)
    },
  }
}

function indexSounds(groups: Iterable<readonly string[]>): Map<string, string[]> {
  const wordings = new Set<string>()
  for (const words of groups)
    words.forEach((word, i) => {
      wordings.add(word)
      if (i > 0) wordings.add(words[i - 1]! + word)
    })
  const indexed = [...wordings].filter(isIndexed)
  learnSounds(indexed.join(''))
  const bySound = new Map<string, string[]>()
  for (const word of indexed)
    for (const sound of new Set([soundOf(word), soundInContext(word)])) {
      const alike = bySound.get(sound)
      if (alike) alike.push(word)
      else bySound.set(sound, [word])
    }
  return bySound
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
  return word.length >= 2 && word.length <= 8 && /^\p{Script=Han}+$/u.test(word)
}

const requireModule = createRequire(import.meta.url)
let pinyin: typeof Pinyin | undefined
/** Character → a sign for its syllable, so that a word's sound is as long as the word. */
const sounds = new Map<string, string>()
const signs = new Map<string, string>()

/** Reads the characters of a text that are new: one by one, so that a typo's neighbours do not change its reading. */
function learnSounds(text: string): void {
  const fresh = [...new Set(text)].filter((character) => !sounds.has(character))
  if (fresh.length === 0) return
  pinyin ??= (requireModule('pinyin-pro') as { pinyin: typeof Pinyin }).pinyin
  // A line break between two characters keeps them apart; one call for all is many times faster than one for each.
  const syllables = pinyin(fresh.join('\n'), { toneType: 'none', type: 'array' }).filter((part) => part !== '\n')
  fresh.forEach((character, i) => {
    sounds.set(character, signOf(syllables[i]!))
  })
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
