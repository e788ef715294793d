import * as z from 'zod'
import { loadLexicon } from '../lexicon/load-lexicon.js'

const words = z.array(z.string().min(1))

const schema = z.object({
  fillers: words,
  same_qualifiers: z.array(words),
  status_qualifiers: words,
  name_qualifiers: words,
  back_references: words,
  measuring: words,
  quoting: words,
  claims: z.object({ target: words, estimate: words, actual: words }),
  achieved: words,
})

/** The word lists by which drafts are compared with reports: lexicon/gate.yaml. */
export interface GateLexicon {
  /** Longest first. */
  fillers: string[]
  /** Qualifier → the one that stands for all that say the same. */
  qualifierClass: ReadonlyMap<string, string>
  /** Qualifiers that say nothing beyond the status: 预计, 力争. They are compared as the status. */
  statusQualifiers: ReadonlySet<string>
  /** Qualifiers that are as often part of an indicator's name: 累计完成投资. */
  nameQualifiers: ReadonlySet<string>
  /** Begin a clause that speaks of the figures before it: 这是. */
  backReferences: string[]
  /** A bare number behind one of these measures something: 达, 增长. */
  measuring: string[]
  /** A number near one of these is repeated from the question, not said: 您问, 没有. */
  quoting: string[]
  /** Words that claim a standing; `achieved` ends a sentence that says of an aim that it was reached. */
  claims: { target: string[]; estimate: string[]; actual: string[]; achieved: string[] }
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
    nameQualifiers: new Set(lexicon.name_qualifiers),
    backReferences: lexicon.back_references,
    measuring: lexicon.measuring,
    quoting: lexicon.quoting,
    claims: { ...lexicon.claims, achieved: lexicon.achieved },
  }
}
