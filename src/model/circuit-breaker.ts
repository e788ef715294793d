import { messages } from '../messages.js'
import { ModelError, type ModelFault } from './model-error.js'

/** Keeps questions from an endpoint that does not work. */
export interface CircuitBreaker {
  /** Why the endpoint is not asked now; null where it may be. After a pause one question is let through to try it. */
  refusal(): ModelError | null
  succeeded(): void
  failed(error: ModelError): void
}

const FIRST_PAUSE_MS = 30_000
const LONGEST_PAUSE_MS = 600_000
const PASSING: readonly ModelFault[] = ['timeout', 'unreachable', 'dropped', 'server', 'rate_limited']
const LASTING: readonly ModelFault[] = ['unauthorized', 'unpaid', 'unknown_model', 'wrong_address', 'unusable']

/**
 * Opens with the first fault of the endpoint, so that no second citizen waits for it: for half a minute, twice as long
 * each time, up to ten minutes; ten minutes at once where somebody has to mend the settings.
 *
 * @param now milliseconds of any clock that only goes forward
 */
export function createCircuitBreaker(now: () => number = () => performance.now()): CircuitBreaker {
  let open: { until: number; reason: string } | null = null
  let failures = 0
  let isTrying = false
  return {
    refusal() {
      if (open === null) return null
      const left = open.until - now()
      if (left <= 0 && !isTrying) {
        isTrying = true
        return null
      }
      return new ModelError('resting', messages.model.resting(open.reason, Math.max(1, Math.ceil(left / 1000))))
    },
    succeeded() {
      open = null
      failures = 0
      isTrying = false
    },
    failed(error) {
      isTrying = false
      const pause = pauseAfter(error, failures)
      // A bad answer is an answer: the endpoint works.
      if (pause === null) return this.succeeded()
      failures++
      open = { until: now() + pause, reason: error.message }
    },
  }
}

function pauseAfter({ fault, retryAfterMs }: ModelError, failures: number): number | null {
  if (LASTING.includes(fault)) return LONGEST_PAUSE_MS
  if (!PASSING.includes(fault)) return null
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures)
  return Math.max(retryAfterMs ?? 0, pause)
}
