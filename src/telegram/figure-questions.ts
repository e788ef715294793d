import type { Assistant } from '../answer/assistant.js'
import { figureQuestion } from '../answer/example-questions.js'
import type { Figure, Report } from '../report/report.js'

/** Finds a question that is really answered with a figure, so that no button leads nowhere. */
export interface FigureQuestions {
  /** Null where the assistant does not answer the figure's question with it. Asked once a figure. */
  for(report: Report, figure: Figure): Promise<string | null>
}

/** @param capacity figures remembered; a report of this size fits several times */
export function createFigureQuestions(assistant: Assistant, capacity = 5000): FigureQuestions {
  const known = new Map<string, Promise<string | null>>()
  return {
    for(report, figure) {
      const name = `${report.hash} ${figure.index}`
      const kept = known.get(name)
      if (kept) return kept
      if (known.size >= capacity) known.clear()
      const asked = ask(assistant, report, figure)
      known.set(name, asked)
      return asked
    },
  }
}

async function ask(assistant: Assistant, report: Report, figure: Figure): Promise<string | null> {
  const question = figureQuestion(figure)
  const { reply } = await assistant.ask(question, { mode: 'extractive', reportId: report.id })
  const isIt = reply.figures.some(
    ({ text, period, computed }) => text === figure.text && period === figure.period && computed === null,
  )
  return reply.outcome === 'answered' && isIt && reply.answer.includes(figure.text) ? question : null
}
