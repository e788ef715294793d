import { readFileSync } from 'node:fs'
import { type GoldQuestion, readGoldLine } from '../src/eval/read-gold.js'
import type { Report } from '../src/report/report.js'

/** Questions with the name of where they come from. */
export interface QuestionSet {
  name: string
  questions: GoldQuestion[]
}

/**
 * Reads a question set, one JSON object a line as for `eval`. Of a dialogue the first question is taken: the others do not
 * stand alone.
 *
 * @throws {Error} naming the line that is none
 */
export function readQuestionSet(file: string): QuestionSet {
  const lines = readFileSync(file, 'utf8').split('\n')
  const questions = lines.flatMap((text, i) => {
    if (text.trim() === '') return []
    const gold = readGoldLine(text)
    if (!gold) throw new Error(`${file}, line ${i + 1}: not a question with an id`)
    return gold.questions.slice(0, 1)
  })
  return { name: file, questions }
}

/** Questions made from a report's ledger. They are worded as the report words it, so they are easy: a smoke test. */
export function questionsFromLedger(report: Report): QuestionSet {
  const questions = report.figures.map(({ indicator, period, statement, text }) => ({
    type: 'ledger',
    question: `${period ? `${period}年` : ''}${indicator}是多少?`,
    must: [text],
    mustNot: [],
    evidence: [[report.statements[statement]!.text]],
  }))
  return { name: `the ledger of ${report.id} (easy: the report's own words)`, questions }
}
