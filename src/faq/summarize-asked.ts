import type { AskedQuestion } from './asked-questions.js'
import type { FaqFault, FaqSeed } from './faq-entry.js'
import { questionForm, similarity, TOO_NEAR } from './similarity.js'

/** What became of the questions that citizens really asked. */
export interface AskedSummary {
  /** Different ones that were proposed, punctuation and width aside. */
  questions: number
  /** So often they were asked. */
  times: number
  /** Too rarely asked to be proposed besides. */
  left: number
  /** Without an answer, near-identical ones as one, the most asked first. */
  unanswered: AskedQuestion[]
}

export function summarizeAsked(
  { seeds, left }: { seeds: readonly FaqSeed[]; left: number },
  faults: readonly FaqFault[],
): AskedSummary {
  const times = seeds.reduce((sum, { count = 0 }) => sum + count, 0)
  return { questions: seeds.length, times, left, unanswered: unansweredOf(seeds, faults) }
}

/** Near in wording and told the same: 第一产业 and 第二产业 are near by letters only. */
function unansweredOf(seeds: readonly FaqSeed[], faults: readonly FaqFault[]): AskedQuestion[] {
  const counts = new Map(seeds.map(({ id, count = 0 }) => [id, count]))
  const groups: (AskedQuestion & { answer: string })[] = []
  for (const { id, question, answer } of faults.filter(isUnanswered)) {
    const form = questionForm(question)
    const same = groups.find(
      (group) => group.answer === answer && similarity(questionForm(group.question), form) >= TOO_NEAR,
    )
    if (same) same.count += counts.get(id) ?? 0
    else groups.push({ question, count: counts.get(id) ?? 0, answer })
  }
  return groups.map(({ question, count }) => ({ question, count })).sort((a, b) => b.count - a.count)
}

/** Whether it is a citizen's question that the reports do not answer, no failing of a run. */
export function isUnanswered({ kind, reason }: FaqFault): boolean {
  return kind === 'asked' && reason === 'notAnswered'
}
