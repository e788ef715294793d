import { z } from 'zod'
import { loadLexicon } from '../../lexicon/load-lexicon.js'
import { toSearchForm } from '../../text/search-form.js'
import { wordsOf } from '../../text/tokens.js'

const words = z.array(z.string().min(1)).min(1)
const replyWordsSchema = z.object({
  connectives: words,
  harmless_numerals: words,
  negations: words,
  not_negations: words,
  opposites: z.array(z.object({ name: z.string(), one: words, other: words })),
  done: words,
})

interface ReplyWords {
  connectives: ReadonlySet<string>
  harmless: RegExp
  negation: RegExp
  notNegation: RegExp
  sides: { side: string; pattern: RegExp }[]
  done: RegExp
}

let loaded: ReplyWords | undefined

function replyWords(): ReplyWords {
  if (loaded) return loaded
  const lexicon = loadLexicon('reply-words', replyWordsSchema)
  loaded = {
    connectives: new Set(lexicon.connectives),
    harmless: anyOf(lexicon.harmless_numerals),
    negation: anyOf(lexicon.negations),
    notNegation: anyOf(lexicon.not_negations),
    sides: lexicon.opposites.flatMap(({ name, one, other }) => [
      { side: `${name}+`, pattern: anyOf(one) },
      { side: `${name}-`, pattern: anyOf(other) },
    ]),
    done: anyOf(lexicon.done),
  }
  return loaded
}

function anyOf(list: readonly string[]): RegExp {
  return new RegExp([...list].sort((a, b) => b.length - a.length).join('|'), 'g')
}

/** What a clause says of yes and no, more and less. */
export interface Polarity {
  isNegated: boolean
  /** Sides of the lexicon's opposites, e.g. 升降+. */
  sides: ReadonlySet<string>
}

/** Polarity of a clause in search form. */
export function polarityOf(clause: string): Polarity {
  const { sides, negation, notNegation } = replyWords()
  const negations = clause.replace(notNegation, ' ').match(negation)?.length ?? 0
  const heard = sides.filter(({ pattern }) => clause.search(pattern) >= 0).map(({ side }) => side)
  return { isNegated: negations % 2 === 1, sides: new Set(heard) }
}

/** Whether the clause says that something has been done. */
export function saysDone(clause: string): boolean {
  return clause.search(replyWords().done) >= 0
}

/** Words of a text that say something of their own, in search form. Placeholders are no words. */
export function contentWords(text: string): string[] {
  const { connectives } = replyWords()
  return text
    .split(PLACEHOLDER)
    .flatMap((piece) => wordsOf(toSearchForm(piece)))
    .filter((word) => !connectives.has(word))
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
