import * as z from 'zod'
import { loadLexicon } from '../../lexicon/load-lexicon.js'

const list = z.array(z.string().min(1)).min(1)
const wordsSchema = z.object({
  connectors: list,
  places: list,
  adverbs: list,
  carriers: list,
  actions: list,
  compound_tails: list,
  reach: list,
  rise: list,
  fall: list,
  rates: list,
  generic: list,
  funds: list,
  attributes: list,
  abstract: list,
  relations: list,
  predicates: list,
  circumstances: list,
  beneficiaries: list,
  pairs: z.array(z.object({ both: z.string().min(1), each: z.tuple([z.string(), z.string()]), one: list })),
})

export type WordList = Exclude<keyof z.infer<typeof wordsSchema>, 'pairs'>
type Place = 'start' | 'end' | 'whole'

const compiled = new Map<string, RegExp>()

/**
 * The longest word of a list in lexicon/ledger-words.yaml that stands at the start or end of `text`, or is all of it;
 * '' where none does.
 */
export function wordAt(list: WordList, place: Place, text: string): string {
  return patternOf(list, place).exec(text)?.[0] ?? ''
}

/** The longest verb at the start of `text` that is no part of a compound noun: 建设 in 建设道路, none in 建设资金. */
export function verbAt(text: string): string {
  const action = wordAt('actions', 'start', text)
  const carrier = wordAt('carriers', 'start', text)
  const verb = action.length >= carrier.length ? action : carrier
  return verb && !wordAt('compound_tails', 'start', text.slice(verb.length)) ? verb : ''
}

/** Whether a noun says nothing without its owner: 总投资, 占比. */
export function needsOwner(noun: string): boolean {
  const stem = noun.replace(/^(?:通车|运营|营运|建成|现有|在建)(?=.)/, '')
  return wordAt('generic', 'whole', stem) !== ''
}

/** The two that a word for both stands for, put in its place: 城乡居民收入 → 城镇居民收入, 农村居民收入; null for others. */
export function splitPair(noun: string): [string, string] | null {
  const pair = loadLexicon('ledger-words', wordsSchema).pairs.find(({ both }) => noun.includes(both))
  return pair ? [noun.replace(pair.both, pair.each[0]), noun.replace(pair.both, pair.each[1])] : null
}

/**
 * The same noun of the other of the two: 城镇居民收入 → 农村居民收入; null where it is of neither, or where the question says
 * which one it wants.
 */
export function otherOfPair(noun: string, question: string): string | null {
  for (const { each, one } of loadLexicon('ledger-words', wordsSchema).pairs) {
    const [first, second] = each
    if (new RegExp(one.join('|')).test(question)) continue
    if (noun.includes(first)) return noun.replace(first, second)
    if (noun.includes(second)) return noun.replace(second, first)
  }
  return null
}

function patternOf(list: WordList, place: Place): RegExp {
  const key = `${list} ${place}`
  const known = compiled.get(key)
  if (known) return known
  const words = loadLexicon('ledger-words', wordsSchema)[list]
  const longestFirst = [...new Set(words)].sort((a, b) => lengthOf(b) - lengthOf(a)).join('|')
  const pattern = new RegExp(`${place === 'end' ? '' : '^'}(?:${longestFirst})${place === 'start' ? '' : '$'}`)
  compiled.set(key, pattern)
  return pattern
}

/** Length of what a word matches, its look-arounds left out. */
function lengthOf(word: string): number {
  return word.replace(/\(\?[^)]*(?:\([^)]*\)[^)]*)*\)/g, '').length
}
