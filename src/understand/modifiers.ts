import * as z from 'zod'
import { loadLexicon } from '../lexicon/load-lexicon.js'
import type { Term } from './understanding.js'

/** Words of one meaning, the longest first: it is the one that is said; and a pattern of all, since most texts hold none. */
const meanings = z
  .array(
    z
      .array(z.string().min(2))
      .min(1)
      .transform((words) => words.sort((a, b) => b.length - a.length)),
  )
  .transform((groups) => ({ groups, any: anyOf(groups.flat()) }))
const words = z.array(z.string().min(1))
const schema = z.object({
  per: meanings,
  each: meanings,
  scope: meanings,
  firm: z.object({ target: words.transform(anyOf), actual: words.transform(anyOf) }),
  name_endings: words,
  body_endings: words,
})

/** Words that narrow what is measured (人均, 市级), as terms. Reads lexicon/modifiers.yaml. */
export function findModifiers(text: string): Term[] {
  const lexicon = loadLexicon('modifiers', schema)
  const per = within(text, lexicon.per, 'per')
  const oneOf = per.filter((term) => !isAverage(term))
  const each = within(text, lexicon.each, 'each').filter((term) => !per.some((other) => isInside(term, other)))
  return [...(oneOf.length > 0 ? oneOf : per), ...each, ...within(text, lexicon.scope, 'scope')]
}

/** 平均 beside 每月 says nothing more. */
function isAverage({ text }: Term): boolean {
  return text.startsWith('平均') && text !== '平均价格'
}

/** 每个 of 每个月. */
function isInside(inner: Term, outer: Term): boolean {
  return outer.at <= inner.at && inner.at + inner.text.length <= outer.at + outer.text.length
}

function within(text: string, { groups, any }: z.output<typeof meanings>, role: 'per' | 'each' | 'scope'): Term[] {
  if (!any.test(text)) return []
  return groups.flatMap((words) => {
    const heard = words.find((word) => placeOf(word, text) >= 0)
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
  let at = text.indexOf(word)
  if (word.startsWith('全')) while (at > 0 && ENDS_IN_WHOLE.includes(text[at - 1]!)) at = text.indexOf(word, at + 1)
  return at
}

/** What 全 ends a word with. */
const ENDS_IN_WHOLE = '安健完齐'

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
  const target = firm.target.test(text)
  if (target === firm.actual.test(text)) return null
  return target ? 'target' : 'actual'
}

function anyOf(words: readonly string[]): RegExp {
  return new RegExp(words.join('|'))
}
