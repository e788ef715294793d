import { z } from 'zod'
import { loadLexicon } from './load-lexicon.js'

const schema = z.array(
  z.object({ intent: z.string(), ways: z.array(z.array(z.array(z.string().min(1)).min(1)).min(1)).min(1) }),
)

/** What a question asks about the report itself (speaker, date, outline …); null where it asks about the matter. */
export function metaIntentOf(text: string): string | null {
  const heard = (words: readonly string[]) => words.some((word) => text.includes(word))
  const entry = loadLexicon('meta-questions', schema).find(({ ways }) => ways.some((way) => way.every(heard)))
  return entry?.intent ?? null
}
