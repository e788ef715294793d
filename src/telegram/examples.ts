import { exampleFigures } from '../answer/example-questions.js'
import type { Figure, Report } from '../report/report.js'
import type { FigureQuestions } from './figure-questions.js'
import type { Library } from './library.js'
import { label } from './outgoing.js'

export interface Example {
  question: string
  report: Report
  figure: Figure
}

/** Questions to show a newcomer: drawn from the default report's ledger, and really answered with its figures. */
export type Examples = () => Promise<Example[]>

export function createExamples(library: Library, figureQuestions: FigureQuestions, count = 4): Examples {
  return async () => {
    const report = library.reports().find(({ isDefault }) => isDefault) ?? library.reports()[0]
    const examples: Example[] = []
    if (!report) return examples
    for (const figure of exampleFigures(report)) {
      if (examples.length === count) break
      const question = await figureQuestions.for(report, figure)
      // A button that shows only half a question invites nobody.
      if (question && label(question) === question) examples.push({ question, report, figure })
    }
    return examples
  }
}
