import { messages } from '../messages.js'
import type { ChatModel } from './chat-model.js'
import type { CircuitBreaker } from './circuit-breaker.js'
import { ModelError } from './model-error.js'
import type { TokenBudget } from './token-budget.js'

/** A model that is not asked while its endpoint is broken or the day's tokens are spent, and whose tokens are counted. */
export function guardModel(model: ChatModel, breaker: CircuitBreaker, budget: TokenBudget): ChatModel {
  return {
    modelId: model.modelId,
    async ask(request) {
      if (budget.isSpent()) throw new ModelError('budget', messages.model.budget(budget.dailyTokens ?? 0))
      const refusal = breaker.refusal()
      if (refusal) throw refusal
      try {
        const found = await model.ask({
          ...request,
          onUsage: (usage) => {
            budget.spend(usage)
            request.onUsage?.(usage)
          },
        })
        breaker.succeeded()
        return found
      } catch (error) {
        if (error instanceof ModelError) breaker.failed(error)
        // A fault of this program says nothing against the endpoint, which must not be left on trial for ever.
        else breaker.succeeded()
        throw error
      }
    },
  }
}
