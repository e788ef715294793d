import { z } from 'zod'
import { loadLexicon } from '../../lexicon/load-lexicon.js'

const list = z.array(z.string().min(1)).min(1)
const wordsSchema = z.object({
  connectors: list,
  places: list,
  adverbs: list,
  carriers: list,
  actions: list,
  reach: list,
  rise: list,
  fall: list,
  generic: list,
  attributes: list,
  predicates: list,
  circumstances: list,
  beneficiaries: list,
})

type WordList = keyof z.infer<typeof wordsSchema>
type Place = 'start' | 'end' | 'whole'

const compiled = new Map<string, RegExp>()

/**
 * The longest word of a list in lexicon/ledger-words.yaml that stands at the start or end of `text`, or is all of it;
 * '' where none does.
 */
export function wordAt(list: WordList, place: Place, text: string): string {
  return patternOf(list, place).exec(text)?.[0] ?? ''
}

function patternOf(list: WordList, place: Place): RegExp {
  const key = `${list} ${place}`
  const known = compiled.get(key)
  if (known) return known
  const words = loadLexicon('ledger-words', wordsSchema)[list]
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length).join('|')
  const pattern = new RegExp(`${place === 'end' ? '' : '^'}(?:${longestFirst})${place === 'start' ? '' : '$'}`)
  compiled.set(key, pattern)
  return pattern
}
