import * as z from 'zod'
import { loadLexicon } from '../lexicon/load-lexicon.js'

const schema = z.array(z.object({ say: z.string().min(2), mean: z.string() }))

let rules: { pattern: RegExp; mean: string }[] | undefined

/** Puts what is only said into the form that reports write it in (lexicon/spoken.yaml). */
export function rewriteSpoken(text: string): string {
  rules ??= loadLexicon('spoken', schema).map(({ say, mean }) => ({ pattern: new RegExp(say, 'g'), mean }))
  return rules.reduce((rewritten, { pattern, mean }) => rewritten.replace(pattern, mean), text)
}
