import type { SearchableStatement } from '../retrieval/searchable-report.js'
import { answerWords } from './answer-words.js'

/** The quarters that a text names, each once. */
export function quartersIn(text: string): string[] {
  return [...new Set(text.match(answerWords('quarter', 'anywhere', 'g')) ?? [])]
}

/** Who asks of a quarter is not told the year's: the sentence, or what stands around it, names one, too. */
export function lacksQuarter({ text, before, heading }: SearchableStatement, question: string): boolean {
  const quarter = answerWords('quarter')
  return quarter.test(question) && ![text, before, heading].some((said) => quarter.test(said))
}
