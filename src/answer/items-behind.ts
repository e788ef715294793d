import type { Evidence } from '../retrieval/evidence.js'
import type { AnswerClaim } from './finding.js'
import { tidy } from './quote-clauses.js'
import { sourceOf } from './source.js'

/**
 * What stands behind a lead without content of its own: the items of a list (编制的主要依据:一是…;二是…), or the sentences
 * behind an item's title (二是着力推动招商引资。…).
 */
export function itemsBehind({ statement, searchable }: Evidence): AnswerClaim[] {
  const { text, paragraph, index } = statement.statement
  if (text.length > LONGEST_LEAD) return []
  const isTitle = ITEM.test(text)
  const behind: AnswerClaim[] = []
  for (const next of searchable.report.statements.slice(index + 1)) {
    const belongs = next.paragraph === paragraph && ITEM.test(next.text) !== isTitle
    if (!belongs || (isTitle && behind.length === MOST_BEHIND_TITLE)) break
    const source = sourceOf(searchable.report, next)
    behind.push({ text: tidy(next.text), sources: [source], figures: source.figures })
  }
  return behind
}

const MOST_BEHIND_TITLE = 2
const LONGEST_LEAD = 40
const ITEM = /^[一二三四五六七八九十]是/
