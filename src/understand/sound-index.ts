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
  let bySound: Map<string, Set<string>> | undefined
  return {
    soundingLike(word) {
      bySound ??= indexSounds(wordings())
      const alike = [...(bySound.get(soundOf(word)) ?? [])]
      return alike.filter((known) => known.length >= LONG || [...known].some((c) => word.includes(c))).slice(0, MOST)
    },
  }
}

function indexSounds(groups: Iterable<readonly string[]>): Map<string, Set<string>> {
  const bySound = new Map<string, Set<string>>()
  const add = (word: string) => {
    if (word.length < 2 || word.length > 8 || !/^\p{Script=Han}+$/u.test(word)) return
    const sound = soundOf(word)
    bySound.set(sound, (bySound.get(sound) ?? new Set()).add(word))
  }
  for (const words of groups)
    words.forEach((word, i) => {
      add(word)
      if (i > 0) add(words[i - 1]! + word)
    })
  return bySound
}

const requireModule = createRequire(import.meta.url)
let pinyin: typeof Pinyin | undefined
const sounds = new Map<string, string>()

function soundOf(word: string): string {
  pinyin ??= (requireModule('pinyin-pro') as { pinyin: typeof Pinyin }).pinyin
  return [...word].map((character) => characterSound(character)).join(' ')
}

/** Character by character, so that a typo's neighbours do not change its reading. */
function characterSound(character: string): string {
  const known = sounds.get(character)
  if (known !== undefined) return known
  const sound = pinyin!(character, { toneType: 'none', type: 'array' }).join('')
  sounds.set(character, sound)
  return sound
}
