import type { Statement } from '../report/report.js'
import type { Evidence } from '../retrieval/evidence.js'
import { answerWords } from './answer-words.js'
import type { AskContext } from './context.js'

/** 责任单位:区商务局, which stands behind an item and says nothing without it. */
export function isResponsibleLine({ text }: Pick<Statement, 'text'>): boolean {
  return answerWords('responsible', 'start').test(text.trim())
}

/** Who is in charge of an item, where the sentence behind it says so; undefined elsewhere. */
export function responsibleBehind({ statement, searchable }: Pick<Evidence, 'statement' | 'searchable'>) {
  const { paragraph, index } = statement.statement
  const next = searchable.report.statements[index + 1]
  return next?.paragraph === paragraph && isResponsibleLine(next) ? next : undefined
}

/** The items that an office is in charge of, where its line (责任单位:区商务局) is what a question finds. */
export function itemsInCharge({ statement, searchable }: Pick<Evidence, 'statement' | 'searchable'>): Statement[] {
  const { text } = statement.statement
  if (!isResponsibleLine(statement.statement)) return []
  const { statements } = searchable.report
  return statements
    .filter((item) => {
      const next = statements[item.index + 1]
      return next?.text === text && next.paragraph === item.paragraph
    })
    .slice(0, MOST_ITEMS)
}

const MOST_ITEMS = 5

/** Which office is in charge (归哪个单位管, 谁牵头) is told by a sentence that names one, or has one behind it. */
export function saysResponsible(entry: Evidence, { understanding: { kind, text } }: AskContext): boolean {
  if (kind === 'who' && isResponsibleLine(entry.statement.statement)) return false
  if (!answerWords('asks_responsible').test(text)) return true
  return responsibleBehind(entry) !== undefined || answerWords('office').test(entry.statement.text)
}
