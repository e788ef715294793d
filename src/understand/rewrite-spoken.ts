import * as z from 'zod'
import { loadLexicon } from '../lexicon/load-lexicon.js'

const schema = z.array(z.object({ say: z.string().min(2), mean: z.string() }))

/** Rules that stand one after the other, and a pattern of all: few questions need any of them. */
interface RuleGroup {
  any: RegExp
  rules: { pattern: RegExp; mean: string }[]
}

const GROUP_SIZE = 12

let groups: RuleGroup[] | undefined

/** Puts what is only said into the form that reports write it in (lexicon/spoken.yaml). */
export function rewriteSpoken(text: string): string {
  groups ??= loadGroups()
  return groups.reduce((said, { any, rules }) => {
    if (!any.test(said)) return said
    return rules.reduce((rewritten, { pattern, mean }) => rewritten.replace(pattern, mean), said)
  }, text)
}

function loadGroups(): RuleGroup[] {
  const lexicon = loadLexicon('spoken', schema)
  return Array.from({ length: Math.ceil(lexicon.length / GROUP_SIZE) }, (_, i) => {
    const rules = lexicon.slice(i * GROUP_SIZE, (i + 1) * GROUP_SIZE)
    return {
      any: new RegExp(rules.map(({ say }) => say).join('|')),
      rules: rules.map(({ say, mean }) => ({ pattern: new RegExp(say, 'g'), mean })),
    }
  })
}
