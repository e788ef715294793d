import { messages } from '../messages.js'
import type { BatchedReply, ChatBatch } from './chat-batch.js'
import type { ChatEndpoint } from './chat-endpoint.js'
import type { TokenUsage } from './chat-model.js'
import { ModelError } from './model-error.js'

/** What one run may use of a model; every request counts, those that fail, too. */
export interface RunLimit {
  requests: number
  /** Prompt and completion; the request that goes beyond is still answered, the next one is not sent. */
  tokens: number
}

/** Counts what a run uses, and says when it is too much. */
export interface RunMeter {
  readonly limit: RunLimit
  /** So far. */
  readonly used: RunLimit
  /** @throws {ModelError} `budget` where so many more requests, default one, would be beyond the limit */
  assertMore(requests?: number): void
  countRequests(count: number): void
  countTokens(usage: TokenUsage): void
}

export function createRunMeter(limit: RunLimit): RunMeter {
  const used = { requests: 0, tokens: 0 }
  return {
    limit,
    used,
    assertMore(requests = 1) {
      if (used.requests + requests > limit.requests || used.tokens >= limit.tokens)
        throw new ModelError('budget', messages.model.runBudget(limit.requests, limit.tokens))
    },
    countRequests(count) {
      used.requests += count
    },
    countTokens: ({ promptTokens, completionTokens }) => {
      used.tokens += promptTokens + completionTokens
    },
  }
}

/** An endpoint that is not asked beyond the meter's limit. */
export function limitEndpoint(endpoint: ChatEndpoint, meter: RunMeter): ChatEndpoint {
  return {
    ...endpoint,
    send(request, rung) {
      meter.assertMore()
      meter.countRequests(1)
      return endpoint.send(
        {
          ...request,
          onUsage: (usage) => {
            meter.countTokens(usage)
            request.onUsage?.(usage)
          },
        },
        rung,
      )
    },
  }
}

/** A batch whose requests and tokens count. @param onUsage what each answered request used */
export function limitBatch(batch: ChatBatch, meter: RunMeter, onUsage: (usage: TokenUsage) => void): ChatBatch {
  const count = (reply: BatchedReply) => {
    if ('fault' in reply) return
    meter.countTokens(reply.usage)
    onUsage(reply.usage)
  }
  return {
    submit(requests) {
      meter.assertMore(requests.length)
      meter.countRequests(requests.length)
      return batch.submit(requests)
    },
    async collect(batchId, schema) {
      const replies = await batch.collect(batchId, schema)
      replies?.forEach(count)
      return replies
    },
  }
}
