import type { ModelTrace } from '../answer/assistant.js'
import { messages } from '../messages.js'

const words = messages.console.model

/** One line for staff: who worded the reply and what that cost, why the model's words were not used, or that it only completed the question. */
export function modelLine({ mode, model, requests, promptTokens, completionTokens, ...rest }: ModelTrace): string {
  const { isEstimated, cost, reason } = rest
  const tokens = words.tokens(Math.round(promptTokens), Math.round(completionTokens), isEstimated)
  const used = requests === 0 ? words.notAsked : `${tokens}${cost === null ? '' : words.cost(cost.toFixed(4))}`
  if (mode === 'llm') return words.worded(model, used)
  return reason === null ? words.completed(model, used) : words.notUsed(reason, used)
}
