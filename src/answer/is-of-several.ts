import type { FigureEvidence } from '../retrieval/evidence.js'
import { toSearchForm } from '../text/search-form.js'
import { isBodyEnding } from '../understand/modifiers.js'
import type { AskContext } from './context.js'

/**
 * Whether a figure counts what several bodies have together, and only one of them is asked of: 5550个 in
 * 南镇学校、罗家学校投入使用,新增学位5550个 is not 南镇学校's.
 */
export function isOfSeveral(candidate: FigureEvidence, context: AskContext): boolean {
  if (countsWider(candidate, context)) return true
  const { statement, found } = candidate
  const { question } = context
  const inRow = question.terms.filter(
    ({ term }) =>
      term.role !== 'background' &&
      isBodyEnding(term.text.at(-1)!) &&
      !found.clause.includes(term.text) &&
      isItem(term.text, statement.text),
  )
  return inRow.length === 1
}

/** 6个 of 东园幼儿园等6个项目 counts projects of which the kindergarten asked of is one. */
function countsWider({ figure, found }: FigureEvidence, { understanding: { terms, text } }: AskContext): boolean {
  const counted = toSearchForm(figure.text)
  if (figure.indicator === '' || text.includes(figure.indicator) || !found.phrase.includes(`等${counted}`)) return false
  const asked = terms.filter(({ role }) => role === 'head' || role === 'topic').flatMap(({ forms }) => forms)
  const isExample = asked.some(({ form }) => found.phrase.includes(`${form}等${counted}`))
  return isExample && !asked.some(({ form }) => figure.indicator.includes(form))
}

/** Whether the text holds the name as one of a row: behind a 、, or from a clause's start up to a 、. */
function isItem(name: string, text: string): boolean {
  const at = text.indexOf(name)
  if (at < 0) return false
  const before = text[at - 1] ?? ','
  return before === '、' || (/[,。;::“]/.test(before) && text[at + name.length] === '、')
}
