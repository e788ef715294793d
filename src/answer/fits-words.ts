import type { FigureEvidence } from '../retrieval/evidence.js'
import { answerWords } from './answer-words.js'

/** What such a question asks must be told by the figure's name or the words around it. */
const TOLD_WHERE_ASKED = [
  { asked: 'asks_origin', told: 'origin' },
  { asked: 'asks_saved', told: 'saved' },
  { asked: 'asks_done_of_budget', told: 'done_of_budget' },
  { asked: 'asks_beyond_budget', told: 'beyond_budget' },
  { asked: 'asks_price', told: 'price' },
] as const

/** A figure so named answers only where such a thing is asked. */
const ASKED_WHERE_NAMED = [
  { named: 'rate_insured', asked: 'asks_insured' },
  { named: 'subsidy', asked: 'asks_subsidy' },
  { named: 'rate_of_accidents', asked: 'rate_of_accidents' },
] as const

/** What tells not how large something is. */
const NO_SIZES = ['growth', 'rank']

/**
 * Whether a figure's words are those that the question's want: what is counted from the budget is told by no change over
 * another year, how large something is by no rank, what is paid by no rate of the insured.
 */
export function fitsWords({ figure, found }: FigureEvidence, text: string): boolean {
  const said = found.indicator + found.phrase
  return (
    TOLD_WHERE_ASKED.every(({ asked, told }) => !answerWords(asked).test(text) || answerWords(told).test(said)) &&
    ASKED_WHERE_NAMED.every(
      ({ named, asked }) => !answerWords(named).test(found.indicator) || answerWords(asked).test(text),
    ) &&
    !(NO_SIZES.includes(figure.measure) && answerWords('asks_size').test(text))
  )
}
