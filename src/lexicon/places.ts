import { z } from 'zod'
import { loadLexicon } from './load-lexicon.js'

const schema = z.array(
  z.object({
    name: z.string().min(2),
    short: z.string().min(2).nullish(),
    level: z.string(),
    parent: z.string().nullish(),
  }),
)

/** Provinces, cities and districts of the country, to tell a question about another place. */
export interface PlaceLexicon {
  /** Place names in a text, longest first where they overlap, in the text's order. */
  findIn(text: string): { name: string; start: number }[]
}

/** Reads lexicon/places.yaml. */
export function loadPlaces(): PlaceLexicon {
  const names = new Set(loadLexicon('places', schema).flatMap(({ name, short }) => (short ? [name, short] : [name])))
  const longest = Math.max(...[...names].map((name) => name.length))
  return {
    findIn(text) {
      const found: { name: string; start: number }[] = []
      for (let start = 0; start < text.length; start++) {
        const name = longestAt(text, start, names, longest)
        if (!name) continue
        found.push({ name, start })
        start += name.length - 1
      }
      return found
    },
  }
}

function longestAt(text: string, start: number, names: ReadonlySet<string>, longest: number): string | null {
  for (let length = Math.min(longest, text.length - start); length >= 2; length--) {
    const name = text.slice(start, start + length)
    if (names.has(name)) return name
  }
  return null
}
