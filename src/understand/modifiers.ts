import * as z from 'zod'
import { loadLexicon } from '../lexicon/load-lexicon.js'
import type { Term } from './understanding.js'

const groups = z.array(z.array(z.string().min(2)).min(1))
const words = z.array(z.string().min(1))
const schema = z.object({
  per: groups,
  each: groups,
  scope: groups,
  firm: z.object({ target: words, actual: words }),
  name_endings: words,
  body_endings: words,
})

/** Words that narrow what is measured (人均, 市级), as terms. Reads lexicon/modifiers.yaml. */
export function findModifiers(text: string): Term[] {
  const lexicon = loadLexicon('modifiers', schema)
  return [
    ...within(text, lexicon.per, 'per'),
    ...within(text, lexicon.each, 'each'),
    ...within(text, lexicon.scope, 'scope'),
  ]
}

function within(text: string, lists: readonly string[][], role: 'per' | 'each' | 'scope'): Term[] {
  return lists.flatMap((words) => {
    const heard = words.filter((word) => placeOf(word, text) >= 0).sort((a, b) => b.length - a.length)[0]
    if (heard === undefined) return []
    return {
      text: heard,
      at: placeOf(heard, text),
      forms: words.map((form) => ({ form, weight: 1 })),
      wider: [],
      parts: [],
      concept: null,
      role,
    }
  })
}

/** Where a word stands in a text: 安全国标 holds no 全国; −1: nowhere. */
function placeOf(word: string, text: string): number {
  return word.startsWith('全') ? text.search(new RegExp(`(?<![安健完齐])${word}`)) : text.indexOf(word)
}

/** Whether names of bodies end in the character, be they places (医院) or not (小学). */
export function isBodyEnding(character: string): boolean {
  return isNameEnding(character) || loadLexicon('modifiers', schema).body_endings.includes(character)
}

/** Whether names of places and bodies end in the character. */
export function isNameEnding(character: string): boolean {
  return loadLexicon('modifiers', schema).name_endings.includes(character)
}

/** Whether a question asks for a plan or for a result beyond doubt; null where it says neither, or both. */
export function firmStatusOf(text: string): 'target' | 'actual' | null {
  const { firm } = loadLexicon('modifiers', schema)
  const [target, actual] = [firm.target, firm.actual].map((list) => list.some((word) => new RegExp(word).test(text)))
  if (target === actual) return null
  return target ? 'target' : 'actual'
}
