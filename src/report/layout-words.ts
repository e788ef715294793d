import * as z from 'zod'
import { loadLexicon } from '../lexicon/load-lexicon.js'

const list = z.array(z.string().min(1)).min(1)
const schema = z.object({
  report_nouns: list,
  bulletin_nouns: list,
  plan_nouns: list,
  review_words: list,
  plan_words: list,
  plan_openings: list,
  metadata: z.object({
    index_number: list,
    publisher: list,
    published_on: list,
    validity: list,
    other: list,
  }),
  tail_marks: list,
  tail_starts: list,
  chrome_marks: list,
  note_titles: list,
  contents_titles: list,
  addresses: list,
  summaries: list,
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

const labels = new WeakMap<LayoutWords, string[]>()

/** What a page calls its metadata, all of it. */
export function metadataLabels(words: LayoutWords): readonly string[] {
  const known = labels.get(words) ?? Object.values(words.metadata).flat()
  labels.set(words, known)
  return known
}

const alternations = new WeakMap<readonly string[], string>()

/** An alternation of words for a regular expression, longest first. */
export function anyOf(words: readonly string[]): string {
  const known = alternations.get(words)
  if (known) return known
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const alternation = `(?:${escaped.sort((a, b) => b.length - a.length).join('|')})`
  alternations.set(words, alternation)
  return alternation
}

const compiled = new Map<string, RegExp>()

/**
 * The pattern of any of a list's words between two sources of regular expressions; compiled once.
 *
 * @example
 * wordPattern('^', layoutWords().addresses, '[:!]')
 */
export function wordPattern(before: string, words: readonly string[], after = ''): RegExp {
  const source = `${before}${anyOf(words)}${after}`
  const known = compiled.get(source) ?? new RegExp(source)
  compiled.set(source, known)
  return known
}
