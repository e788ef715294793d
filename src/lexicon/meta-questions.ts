import * as z from 'zod'
import { loadLexicon } from './load-lexicon.js'

/** Any word of a list; those that mean something to a pattern are none. */
const words = z
  .array(z.string().regex(/^[^\\^$.*+?()[\]{}|]+$/))
  .min(1)
  .transform((list) => new RegExp(list.join('|')))
const schema = z.array(
  z.object({
    intent: z.string(),
    ways: z.array(z.array(words).min(1)).min(1),
    unless: words.optional(),
    /** Meant only where the matter of the question is nowhere in the report. */
    loose: z.boolean().default(false),
  }),
)

/**
 * What a question asks about the report itself (speaker, date, outline …), the likeliest first; empty where it asks about
 * the matter.
 * @param text the question in search form
 */
export function metaIntentsOf(text: string): string[] {
  return intentsOf(text, false)
}

/** The same for a question whose matter the report lacks: any 谁发布的 is about the report then. */
export function looseMetaIntentOf(text: string): string | null {
  return intentsOf(text, true)[0] ?? null
}

function intentsOf(text: string, loosely: boolean): string[] {
  const heard = (words: RegExp) => words.test(text)
  return loadLexicon('meta-questions', schema)
    .filter(
      ({ ways, unless, loose }) =>
        loose === loosely && ways.some((way) => way.every(heard)) && !(unless && heard(unless)),
    )
    .map(({ intent }) => intent)
}
