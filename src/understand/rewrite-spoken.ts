import * as z from 'zod'
import { loadLexicon } from '../lexicon/load-lexicon.js'

const schema = z.array(z.object({ say: z.string().min(2), mean: z.string() }))

interface SpokenRules {
  /** What any of the rules rewrites: most questions hold nothing of it. */
  any: RegExp
  rules: { pattern: RegExp; mean: string }[]
}

let loaded: SpokenRules | undefined

/** Puts what is only said into the form that reports write it in (lexicon/spoken.yaml). */
export function rewriteSpoken(text: string): string {
  loaded ??= loadRules()
  const { any, rules } = loaded
  if (!any.test(text)) return text
  return rules.reduce((rewritten, { pattern, mean }) => rewritten.replace(pattern, mean), text)
}

function loadRules(): SpokenRules {
  const rules = loadLexicon('spoken', schema)
  return {
    any: new RegExp(rules.map(({ say }) => say).join('|')),
    rules: rules.map(({ say, mean }) => ({ pattern: new RegExp(say, 'g'), mean })),
  }
}
