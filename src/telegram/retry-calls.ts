import { GrammyError, HttpError, type RawApi, type Transformer } from 'grammy'
import { messages } from '../messages.js'
import { type ApiSignal, toApiSignal } from './api-signal.js'
import { BotFault, toBotFault } from './bot-fault.js'
import { type Pause, pause as realPause } from './pause.js'

export interface RetryOptions {
  /** Ends waiting: what is then still failing fails at once. */
  signal: AbortSignal
  onFault: (fault: BotFault) => void
  /**
   * How often a call is made before it fails. Only network faults, 5xx and 429 are tried again. Default 80, some 20 minutes;
   * network faults, which are nothing about the one message, until the program leaves.
   */
  attempts?: number
  /** First wait in milliseconds, doubled after every fault up to `maximumWaitMs`; default 500. */
  firstWaitMs?: number
  /** Default 15 000. A `retry_after` of Telegram's is waited in full, however long. */
  maximumWaitMs?: number
  /** How long one call may take; default 20 000. Long polling is left to the poller. */
  timeoutMs?: number
  pause?: Pause
}

/**
 * Starting and polling retry in their own way, until stopped; a late "typing" or draft is of no use; a rich message that
 * fails is sent another way.
 */
const NOT_RETRIED = new Set([
  'getMe',
  'deleteWebhook',
  'setWebhook',
  'getUpdates',
  'sendChatAction',
  'sendMessageDraft',
  'sendRichMessage',
])

/** Makes API calls outlive rate limits, server faults and network faults. No error that leaves it holds the token. */
export function retryCalls(options: RetryOptions): Transformer<RawApi> {
  const { attempts = 80, attempts: networkAttempts = Number.POSITIVE_INFINITY } = options
  return async (previous, method, payload, signal) => {
    for (let attempt = 1; ; attempt += 1) {
      const isHopeless = NOT_RETRIED.has(method) || options.signal.aborted
      const isLast = attempt >= attempts || isHopeless
      const outcome = await attemptOnce(() => previous(method, payload, signal ?? timeoutOf(method, options)), method)
      if ('fault' in outcome) {
        if (attempt >= networkAttempts || isHopeless || signal?.aborted) throw outcome.fault
        options.onFault(toBotFault(outcome.fault))
        await wait(backoffMs(attempt, options), options)
      } else {
        const { response } = outcome
        const moved = response.ok ? undefined : response.parameters?.migrate_to_chat_id
        if (!response.ok && moved !== undefined && 'chat_id' in payload && payload.chat_id !== moved) {
          Object.assign(payload, { chat_id: moved })
          continue
        }
        if (response.ok || isLast || !isPassing(response.error_code)) return response
        await waitAsAsked(response.parameters?.retry_after, attempt, method, response.description, options)
      }
    }
  }
}

type Response = Awaited<ReturnType<Parameters<Transformer<RawApi>>[0]>>

/** An `HttpError` is passed on without its nested error, whose text holds the address with the token. */
async function attemptOnce<T extends Response>(
  call: () => Promise<T>,
  method: string,
): Promise<{ response: T } | { fault: HttpError }> {
  try {
    return { response: await call() }
  } catch (error) {
    if (error instanceof GrammyError) throw error
    return { fault: new HttpError(`Network request for '${method}' failed!`, undefined) }
  }
}

function isPassing(errorCode: number | undefined): boolean {
  return errorCode !== undefined && (errorCode === 429 || errorCode >= 500)
}

async function waitAsAsked(
  retryAfterSeconds: number | undefined,
  attempt: number,
  method: string,
  description: string,
  options: RetryOptions,
): Promise<void> {
  const waitMs = retryAfterSeconds === undefined ? backoffMs(attempt, options) : retryAfterSeconds * 1000
  const fault =
    retryAfterSeconds === undefined
      ? new BotFault('api', messages.botFault.api(method, description))
      : new BotFault('rate_limited', messages.botFault.rate_limited(retryAfterSeconds))
  options.onFault(fault)
  await wait(waitMs, options)
}

function backoffMs(attempt: number, options: RetryOptions): number {
  return Math.min((options.firstWaitMs ?? 500) * 2 ** (attempt - 1), options.maximumWaitMs ?? 15_000)
}

function wait(milliseconds: number, options: RetryOptions): Promise<void> {
  return (options.pause ?? realPause)(milliseconds, options.signal)
}

function timeoutOf(method: string, options: RetryOptions): ApiSignal | undefined {
  if (method === 'getUpdates') return undefined
  return toApiSignal(AbortSignal.timeout(options.timeoutMs ?? 20_000))
}
