import type { SearchableStatement } from '../retrieval/searchable-report.js'
import { strengthIn } from '../retrieval/weigh-terms.js'
import { unitKindOf } from '../understand/find-claims.js'
import { answerWords } from './answer-words.js'
import type { AskContext } from './context.js'
import type { Finding } from './finding.js'
import { rarestTerm } from './fits.js'
import { rankByTime } from './rank-by-time.js'
import { sourceOf } from './source.js'

const FEWEST = 3
const MET = 0.5

/**
 * Answers “which sums, one by one” with a sentence that announces the matter and then counts its sums (重点保障民生支出,
 * 拨付…2518万元、…5057万元); null for other questions and where no sentence does.
 */
export function answerWithRow(context: AskContext): Finding | null {
  const { understanding, question } = context
  if (!answerWords('money').test(understanding.text) || !answerWords('itemised').test(understanding.text)) return null
  const rarest = question.terms[rarestTerm(question)]
  if (!rarest) return null
  const row = rankByTime(context).find(
    ({ entry, fit }) => fit !== 'other' && isRow(entry.statement) && leadMeets(entry.statement, rarest.term),
  )
  if (!row) return null
  const { statement, searchable } = row.entry
  const source = sourceOf(searchable.report, statement.statement)
  return {
    outcome: 'answered',
    claims: [
      { text: statement.statement.text.trim().replace(/[;;。]$/, ''), sources: [source], figures: source.figures },
    ],
    related: [],
    reasons: [`这句话先说“${rarest.term.text}”,再逐笔列出 ${statement.figures.length} 个数字。`],
    confidence: 0.9,
  }
}

function isRow({ figures }: SearchableStatement): boolean {
  return figures.filter(({ figure }) => unitKindOf(figure.unit) === 'money').length >= FEWEST
}

function leadMeets({ clauses, figures }: SearchableStatement, term: Parameters<typeof strengthIn>[1]): boolean {
  const first = figures[0]!.figure.at.start
  const lead = clauses.filter(({ end }) => end <= first).map(({ text }) => text)
  return lead.some((text) => strengthIn(text, term) >= MET)
}
