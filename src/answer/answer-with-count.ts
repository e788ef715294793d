import { findNumerals } from '../text/numerals.js'
import { unitKindOf } from '../understand/find-claims.js'
import type { AskContext } from './context.js'
import type { Finding } from './finding.js'
import { isUnable } from './fits.js'
import { rankByTime } from './rank-by-time.js'
import { sourceOf } from './source.js'

/** 几个部门 asks for the number in front of 部门: the measure word, then the noun. */
const COUNTED = /(?:多少|几多|几)(?:个|家|名|位|项|条|种|类|大|所|座|处|场|次)?(\p{Script=Han}{2,6})?/u
const ENOUGH = 0.5
const FEWEST_NOUN = 2

/**
 * Answers a count that is no ledger entry (九大部门, 365天) with the clause of the time asked that says it; null where none
 * does.
 */
export function answerWithCount(context: AskContext): Finding | null {
  const noun = countedIn(context.understanding)
  if (!noun) return null
  for (const { entry, score, fit } of rankByTime(context)) {
    if (entry.coverage < ENOUGH || score < ENOUGH) break
    if (fit === 'other') continue
    const clause = entry.statement.clauses.find(({ text }) => countsNoun(text, noun) && !isUnable(text, context))
    if (!clause) continue
    const { statement, searchable } = entry
    return {
      outcome: 'answered',
      claims: [
        {
          text: statement.statement.text.slice(clause.start, clause.end).trim(),
          sources: [sourceOf(searchable.report, statement.statement)],
          figures: [],
        },
      ],
      related: [],
      reasons: [`数字账里没有这个数,但原文写了“${noun}”的数目。`],
      confidence: Math.min(1, entry.coverage),
    }
  }
  return null
}

/** The noun that is counted; days and hours are counted by themselves, what is measured (公里) counts nothing. */
function countedIn({ text, unit }: AskContext['understanding']): string | undefined {
  if (unit !== null && unitKindOf(unit) === 'time') return unit
  const noun = text.match(COUNTED)?.[1]
  const isMeasure = unit !== null && unitKindOf(unit) !== 'count' && noun?.startsWith(unit)
  return isMeasure ? undefined : noun
}

/** Whether a numeral stands right in front of the noun, a measure word or 大 between. */
function countsNoun(clause: string, noun: string): boolean {
  return findNumerals(clause).some(({ end }) => {
    const behind = clause.slice(end, end + noun.length + 2).replace(/^[个家名位项条种类大所座处场次]/, '')
    return behind.startsWith(noun.slice(0, FEWEST_NOUN))
  })
}
