import { z } from 'zod'
import { loadLexicon } from '../lexicon/load-lexicon.js'

const list = z.array(z.string().min(1)).min(1)
const schema = z.object({
  report_nouns: list,
  bulletin_nouns: list,
  plan_nouns: list,
  review_words: list,
  plan_words: list,
  metadata: z.object({
    index_number: list,
    publisher: list,
    published_on: list,
    validity: list,
    other: list,
  }),
  tail_marks: list,
  chrome_marks: list,
  note_titles: list,
  contents_titles: list,
  addresses: list,
  offices: list,
  peoples: list,
  place_suffixes: list,
  no_places: list,
  nation: z.object({ name: z.string(), aliases: list, governments: list }),
})

export type LayoutWords = z.output<typeof schema>

/** Reads lexicon/report-layout.yaml. */
export function layoutWords(): LayoutWords {
  return loadLexicon('report-layout', schema)
}

/** An alternation of words for a regular expression, longest first. */
export function anyOf(words: readonly string[]): string {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return `(?:${escaped.sort((a, b) => b.length - a.length).join('|')})`
}
