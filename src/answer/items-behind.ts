import type { Report, Statement } from '../report/report.js'
import type { Evidence } from '../retrieval/evidence.js'
import type { AnswerClaim } from './finding.js'
import { tidy } from './quote-clauses.js'
import { sourceOf } from './source.js'

/**
 * What stands behind a lead without content of its own: the items of a list (编制的主要依据:一是…;二是…), the sentences
 * behind an item's title (二是着力推动招商引资。…), or what a glossary says of its entry (3.“飞地”园区:).
 */
export function itemsBehind({ statement, searchable }: Evidence): AnswerClaim[] {
  const { text, paragraph, index } = statement.statement
  if (text.length > LONGEST_LEAD) return []
  const meaning = meaningBehind({ statement, searchable })
  if (meaning) return [claimOf(meaning, searchable.report)]
  const isTitle = ITEM.test(text)
  const behind: AnswerClaim[] = []
  for (const next of searchable.report.statements.slice(index + 1)) {
    const belongs = next.paragraph === paragraph && ITEM.test(next.text) !== isTitle
    if (!belongs || (isTitle && behind.length === MOST_BEHIND_TITLE)) break
    behind.push(claimOf(next, searchable.report))
  }
  return behind
}

/** What a glossary says of the entry that stands on a line of its own; undefined for other statements. */
export function meaningBehind({ statement, searchable }: Pick<Evidence, 'statement' | 'searchable'>) {
  const { text, index } = statement.statement
  const next = searchable.report.statements[index + 1]
  return ENTRY.test(text) && next && !ENTRY.test(next.text) ? next : undefined
}

/** The name that a glossary's entry explains, on a line of its own or in front of what it means; null for other statements. */
export function nameOfEntry(text: string): string | null {
  return text.match(NAMED_ENTRY)?.[1] ?? null
}

function claimOf(statement: Statement, report: Report): AnswerClaim {
  const source = sourceOf(report, statement)
  return { text: tidy(statement.text), sources: [source], figures: source.figures }
}

const MOST_BEHIND_TITLE = 2
const LONGEST_LEAD = 40
const ENTRY = /^(?:\d{1,3}[.．、]|[［[〔]\d{1,3}[］\]〕])[^,，。;；]{2,20}[:：]$/
const NAMED_ENTRY = /^(?:\d{1,3}[.．、]|[［[〔]\d{1,3}[］\]〕])\s*([^,，。;；:：]{2,20})[:：]/
const ITEM = /^[一二三四五六七八九十]是/
