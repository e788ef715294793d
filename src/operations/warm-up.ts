import type { Assistant } from '../answer/assistant.js'
import { exampleQuestions } from '../answer/example-questions.js'
import type { Report } from '../report/report.js'

/** What answers, and what it answers from: at least one report. */
export interface Answering {
  assistant: Assistant
  reports: readonly Report[]
  close(): Promise<void>
}

/**
 * Asks one question, which reads all that answers are made from: what cannot answer is closed and never comes into use,
 * and nobody's first question waits.
 *
 * @throws what the assistant throws
 */
export async function warmUp<Parts extends Answering>(parts: Parts): Promise<Parts> {
  const question = parts.reports.flatMap((report) => exampleQuestions(report, 1))[0] ?? parts.reports[0]!.title
  try {
    await parts.assistant.ask(question, { mode: 'extractive' })
    return parts
  } catch (error) {
    await parts.close()
    throw error
  }
}
