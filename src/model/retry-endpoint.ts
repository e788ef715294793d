import { setTimeout as sleep } from 'node:timers/promises'
import type { ChatEndpoint } from './chat-endpoint.js'
import { ModelError, type ModelFault } from './model-error.js'

const WORTH_A_RETRY: readonly ModelFault[] = ['server', 'dropped', 'rate_limited', 'unreachable']
const PAUSE_MS = 300
/** A retry must leave this share of the remaining time for the answer. */
const SHARE_FOR_ANSWER = 0.5

/**
 * Asks a second time where the first fault may pass: after the time the server names (429, 503), else after a short
 * pause, and only where enough time is left. What has already been shown is never asked for again.
 */
export function withRetry(endpoint: ChatEndpoint): ChatEndpoint {
  return {
    ...endpoint,
    async send(request, rung) {
      let isShown = false
      const { onText } = request
      const watched = onText && {
        onText: (text: string) => {
          isShown = true
          onText(text)
        },
      }
      try {
        return await endpoint.send({ ...request, ...watched }, rung)
      } catch (error) {
        if (!(error instanceof ModelError) || isShown || !WORTH_A_RETRY.includes(error.fault)) throw error
        const pause = error.retryAfterMs ?? PAUSE_MS
        if (pause > request.limit.remainingMs() * SHARE_FOR_ANSWER) throw error
        await sleep(pause)
        return endpoint.send(request, rung)
      }
    },
  }
}
