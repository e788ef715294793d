import * as z from 'zod'
import { loadLexicon } from '../../lexicon/load-lexicon.js'
import { toSearchForm } from '../../text/search-form.js'
import { wordsOf } from '../../text/tokens.js'

const words = z.array(z.string().min(1)).min(1)
const replyWordsSchema = z.object({
  connectives: words,
  same: z.array(words),
  harmless_numerals: words,
  topics: words,
  negations: words,
  not_negations: words,
  opposites: z.array(z.object({ name: z.string(), one: words, other: words })),
  done: words,
  ahead: words,
  efforts: words,
  against: words,
  directed: words,
  markers: words,
  exact: words,
  before_number: words,
  behind_number: words,
  scopes: z.object({ own: z.record(z.string(), words), other: words }),
})

interface ReplyWords {
  /** Words that need no evidence of their own. */
  free: ReadonlySet<string>
  same: { wording: RegExp; first: string }[]
  harmless: RegExp
  topic: RegExp
  negation: RegExp
  notNegation: RegExp
  sides: { side: string; pattern: RegExp }[]
  done: ReadonlySet<string>
  ahead: ReadonlySet<string>
  efforts: RegExp
  against: RegExp
  directed: RegExp
  markers: RegExp
  exact: RegExp
  /** Words that make a number another where they touch it. */
  beforeNumber: ReadonlySet<string>
  behindNumber: ReadonlySet<string>
  scopes: { scope: string; pattern: RegExp }[]
  scope: RegExp
}

let loaded: ReplyWords | undefined

/** Words that judge a model's sentences, from lexicon/reply-words.yaml; patterns are global. */
export function replyWords(): ReplyWords {
  if (loaded) return loaded
  const lexicon = loadLexicon('reply-words', replyWordsSchema)
  const own = Object.entries(lexicon.scopes.own).map(([scope, list]) => ({ scope, pattern: anyOf(list) }))
  const other = lexicon.scopes.other.map((word) => ({ scope: word, pattern: anyOf([word]) }))
  loaded = {
    free: new Set([...lexicon.connectives, ...lexicon.done, ...lexicon.ahead]),
    same: lexicon.same.map(([first, ...others]) => ({ wording: anyOf(others), first: first! })),
    harmless: anyOf(lexicon.harmless_numerals),
    topic: new RegExp(`(?:${lexicon.topics.join('|')})$`),
    negation: anyOf(lexicon.negations),
    notNegation: anyOf(lexicon.not_negations),
    sides: lexicon.opposites.flatMap(({ name, one, other }) => [
      { side: `${name}+`, pattern: anyOf(one) },
      { side: `${name}-`, pattern: anyOf(other) },
    ]),
    done: new Set(lexicon.done),
    ahead: new Set(lexicon.ahead),
    efforts: anyOf(lexicon.efforts),
    against: anyOf(lexicon.against),
    directed: anyOf(lexicon.directed),
    markers: anyOf(lexicon.markers),
    exact: anyOf(lexicon.exact),
    beforeNumber: new Set(lexicon.before_number),
    behindNumber: new Set(lexicon.behind_number),
    scopes: [...own, ...other],
    scope: anyOf([...Object.values(lexicon.scopes.own).flat(), ...lexicon.scopes.other]),
  }
  return loaded
}

function anyOf(list: readonly string[]): RegExp {
  return new RegExp([...list].sort((a, b) => b.length - a.length).join('|'), 'g')
}

/** Search form in which words that mean the same are one. */
export function toComparedForm(text: string): string {
  return replyWords().same.reduce((form, { wording, first }) => form.replace(wording, first), toSearchForm(text))
}

/** Words of a text that say something of their own, in compared form. Placeholders and scopes (全区) are no words. */
export function contentWords(text: string): string[] {
  const { free, scope } = replyWords()
  return text
    .split(PLACEHOLDER)
    .flatMap((piece) => wordsOf(toComparedForm(piece).replace(scope, ' ')))
    .filter((word) => !free.has(word))
}

/** How far the place reaches, by what its name ends in: 区 of 南昌市青山湖区; null where that says nothing. */
export function ownScopeOf(place: string | null): string | null {
  const last = place?.at(-1)
  return replyWords().scopes.find(({ scope }) => scope === last)?.scope ?? null
}

/** Whether a clause only names what the next one is about. */
export function isTopic(clause: string): boolean {
  return replyWords().topic.test(clause.trim())
}

/** Whether a text says by a word of its own that something has been done, or is yet to be. */
export function saysOf(time: 'done' | 'ahead', text: string): boolean {
  const list = replyWords()[time]
  return wordsOf(toSearchForm(text)).some((word) => list.has(word))
}

/** {F12} a figure, {N3} another number of the report. */
export const PLACEHOLDER = /\{[FN]\d+\}/g

const NUMERALS = /[〇零一二两三四五六七八九十百千万亿半倍番廿卅几壹贰叁肆伍陆柒捌玖拾佰仟]/

/** Words of a text that may hold a number: any digit of any script, Chinese numerals but in words that count nothing. */
export function numeralWords(text: string): string[] {
  const bare = text.replace(PLACEHOLDER, ' ').replace(replyWords().harmless, ' ')
  const digits: string[] = bare.match(/[\p{N}%‰％]+/gu) ?? []
  const chinese = wordsOf(bare).filter((word) => NUMERALS.test(word) && !digits.includes(word))
  return [...digits, ...chinese]
}
