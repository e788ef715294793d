import type { NumeralReading } from './classify-numerals.js'
import { wordAt } from './words.js'

/** The words behind a number. */
export interface RightWords {
  /** What is counted, where it stands behind the unit: 规上服务业企业 in 74家规上服务业企业. */
  noun: string
  /** What the amount belongs to: 某工厂 in 投资30亿元的某工厂. */
  owner: string
  /** True where the phrase needs these words. */
  inPhrase: boolean
  /** Where they end. */
  end: number
}

const MARK = /[,;。:!?)\n、]/

/** Reads what follows number `i` of a sentence, up to the next mark or number. */
export function readRight(folded: string, readings: readonly NumeralReading[], i: number): RightWords {
  const reading = readings[i]!
  const begin = reading.end + reading.after.filter((word) => word !== reading.numeral.infix).join('').length
  const next = readings[i + 1]?.start ?? folded.length
  const words = upTo(folded, begin, next)
  const none = { noun: '', owner: '', inPhrase: false, end: begin }
  if (words.startsWith('的') && reading.unitKind !== 'count') {
    const owner = words.slice(1) || (next === begin + 1 ? upTo(folded, readings[i + 1]!.end, folded.length) : '')
    const name = cut(owner)
    return name ? { noun: '', owner: name, inPhrase: true, end: begin + 1 + name.length } : none
  }
  if (reading.unitKind !== 'count') return none
  const noun = cut(words.replace(/^的/, ''))
  return noun ? { noun, owner: '', inPhrase: true, end: begin + (words.startsWith('的') ? 1 : 0) + noun.length } : none
}

function upTo(folded: string, begin: number, limit: number): string {
  const words = folded.slice(begin, Math.max(begin, limit))
  const mark = words.search(MARK)
  return mark < 0 ? words : words.slice(0, mark)
}

/** The noun at the front: up to a verb. */
function cut(words: string): string {
  if (wordAt('predicates', 'start', words)) return ''
  for (let i = 2; i < words.length; i++) {
    const rest = words.slice(i)
    if (wordAt('actions', 'start', rest).length > 1 || wordAt('predicates', 'start', rest).length > 1)
      return words.slice(0, i)
  }
  return words
}
