import type { Rung, TokenUsage } from '../../model/chat-model.js'
import type { ModelTrace } from '../assistant.js'

/** Yuan for a million tokens. */
export interface TokenPrice {
  prompt: number
  completion: number
}

/** What one reply cost, and how it went. */
export interface Account {
  add(usage: TokenUsage): void
  rung(rung: Rung): void
  reject(faults: readonly string[]): void
  close(mode: ModelTrace['mode'], reason: string | null): ModelTrace
}

/** Opens the account of one reply. @param price null: no cost is told */
export function openAccount(model: string, price: TokenPrice | null): Account {
  let [promptTokens, completionTokens, requests] = [0, 0, 0]
  let isEstimated = false
  let landed: Rung | null = null
  const rejected: string[] = []
  return {
    add(usage) {
      promptTokens += usage.promptTokens
      completionTokens += usage.completionTokens
      isEstimated ||= usage.isEstimated
      requests++
    },
    rung(rung) {
      landed = rung
    },
    reject(faults) {
      rejected.push(...faults)
    },
    close: (mode, reason) => ({
      mode,
      model,
      rung: landed,
      requests,
      promptTokens,
      completionTokens,
      isEstimated,
      cost: price && (promptTokens * price.prompt + completionTokens * price.completion) / 1e6,
      rejected,
      reason,
    }),
  }
}

/** One trace for all that a model did for a question: `shown` is that of the reply, the others only cost. */
export function addTraces(shown: ModelTrace, others: readonly ModelTrace[]): ModelTrace {
  const all = [shown, ...others]
  const sum = (of: (trace: ModelTrace) => number) => all.reduce((total, trace) => total + of(trace), 0)
  return {
    ...shown,
    requests: sum(({ requests }) => requests),
    promptTokens: sum(({ promptTokens }) => promptTokens),
    completionTokens: sum(({ completionTokens }) => completionTokens),
    isEstimated: all.some(({ isEstimated }) => isEstimated),
    cost: all.every(({ cost }) => cost === null) ? null : sum(({ cost }) => cost ?? 0),
  }
}
