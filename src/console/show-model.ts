import type { ModelTrace } from '../answer/assistant.js'
import { messages } from '../messages.js'

const words = messages.console.model

/** One line for staff: who worded the reply and what that cost, or why the model's words were not used. */
export function modelLine({ mode, model, requests, promptTokens, completionTokens, ...rest }: ModelTrace): string {
  const { isEstimated, cost, reason } = rest
  const tokens = words.tokens(Math.round(promptTokens), Math.round(completionTokens), isEstimated)
  const used = requests === 0 ? words.notAsked : `${tokens}${cost === null ? '' : words.cost(cost.toFixed(4))}`
  return mode === 'llm' ? words.worded(model, used) : words.notUsed(reason ?? '', used)
}
