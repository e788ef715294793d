import { z } from 'zod'
import { loadLexicon } from '../lexicon/load-lexicon.js'

const words = z.array(z.string().min(1))

const schema = z.object({
  fillers: words,
  same_qualifiers: z.array(words),
  status_qualifiers: words,
  claims: z.object({ target: words, estimate: words, actual: words }),
})

/** The word lists by which drafts are compared with reports: lexicon/gate.yaml. */
export interface GateLexicon {
  /** Longest first. */
  fillers: string[]
  /** Qualifier → the one that stands for all that say the same. */
  qualifierClass: ReadonlyMap<string, string>
  /** Qualifiers that say nothing beyond the status: 预计, 力争. They are compared as the status. */
  statusQualifiers: ReadonlySet<string>
  claims: { target: string[]; estimate: string[]; actual: string[] }
}

/** @throws {LexiconError} where lexicon/gate.yaml is missing or has the wrong shape */
export function loadGateLexicon(): GateLexicon {
  const lexicon = loadLexicon('gate', schema)
  return {
    fillers: [...lexicon.fillers].sort((a, b) => b.length - a.length),
    qualifierClass: new Map(
      lexicon.same_qualifiers.flatMap((group) => group.map((word) => [word, group[0]!] as const)),
    ),
    statusQualifiers: new Set(lexicon.status_qualifiers),
    claims: lexicon.claims,
  }
}
