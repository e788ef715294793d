import * as z from 'zod'
import { loadLexicon } from '../lexicon/load-lexicon.js'

const schema = z.array(z.object({ theme: z.string().min(1), words: z.array(z.string().min(1)).min(1) }))

/** Sorts entries by citizens' themes: lexicon/faq-themes.yaml. */
export interface Themes {
  /** In the order of the page; the last one takes what no words bring elsewhere. */
  names: string[]
  /** @param texts most telling first: the first that says anything of a theme decides */
  of(...texts: readonly string[]): string
}

/** @throws {LexiconError} where the file cannot be used */
export function loadThemes(rest: string): Themes {
  const themes = loadLexicon('faq-themes', schema)
  const weigh = (text: string, words: readonly string[]) =>
    words.reduce((sum, word) => sum + (text.includes(word) ? word.length ** 2 : 0), 0)
  return {
    names: [...themes.map(({ theme }) => theme), rest],
    of(...texts) {
      for (const text of texts) {
        const weighed = themes.map(({ theme, words }) => ({ theme, weight: weigh(text, words) }))
        const best = weighed.reduce((a, b) => (b.weight > a.weight ? b : a))
        if (best.weight > 0) return best.theme
      }
      return rest
    },
  }
}
