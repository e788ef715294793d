import { answerWords } from './answer-words.js'
import type { AskContext } from './context.js'
import type { Ranked } from './rank-by-time.js'

/** Characters that the question must share with a sentence in front of what it asks for. */
const SHORTEST_LEAD = 5

/**
 * The sentence that reads like the question with its blank filled in: 打造推动高质量发展的全国样板 for 打造成推动高质量发展的什么.
 * @param least the share of the question (0–1) that it must meet
 */
export function fillsBlank(
  ranked: readonly Ranked[],
  { understanding: { text } }: AskContext,
  least: number,
): Ranked | undefined {
  const blank = text.search(answerWords('blank'))
  const lead = text.slice(0, Math.max(0, blank)).match(LAST_CLAUSE)![0]
  const shared = ranked.map(({ entry }) => (entry.coverage < least ? 0 : sharedLead(lead, entry.statement.text)))
  const longest = Math.max(0, ...shared)
  return longest < SHORTEST_LEAD ? undefined : ranked[shared.indexOf(longest)]
}

const LAST_CLAUSE = /[^,。;!?:]*$/

/** How many of the last characters of `lead` stand in a text that goes on behind them. */
function sharedLead(lead: string, text: string): number {
  for (let length = lead.length; length >= SHORTEST_LEAD; length--) {
    const at = text.indexOf(lead.slice(-length))
    if (at >= 0 && /^\p{L}/u.test(text.slice(at + length))) return length
  }
  return 0
}
