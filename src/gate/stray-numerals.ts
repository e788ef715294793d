import { classifyNumerals } from '../report/ledger/classify-numerals.js'
import { qualifierAtEnd } from '../report/ledger/qualifiers.js'
import { foldWidth } from '../text/width.js'
import type { GateLexicon } from './gate-lexicon.js'

/** Numbers that measure something, by the word in front of them, but have no unit to check them by: 零售总额达151. */
export function strayNumerals(text: string, lexicon: GateLexicon): string[] {
  const folded = foldWidth(text)
  return classifyNumerals(text)
    .filter(({ exclusion, numeral }) => exclusion === 'no unit' && numeral.kind === 'arabic')
    .filter(({ start }) => isMeasured(folded.slice(0, start), lexicon))
    .map((reading) => reading.text)
}

function isMeasured(left: string, { measuring }: GateLexicon): boolean {
  const bare = left.trimEnd()
  const words = bare.slice(0, bare.length - qualifierAtEnd(bare).length)
  return words.length < bare.length || measuring.some((word) => words.endsWith(word))
}
