import { APIConnectionError, APIError, APIUserAbortError } from 'openai/error'
import { messages } from '../messages.js'
import type { TimeLimit } from './chat-model.js'
import { ModelError } from './model-error.js'

const words = messages.model

interface Asked {
  limit: TimeLimit
  model: string
  /** The variable that names the model. Default: OPENAI_MODEL. */
  setting?: string
  /** The key, to be taken out of whatever the server says. */
  secret: string | null
}

const CONTEXT = /context|too (?:long|large|many)|max(?:imum)?[\w ]*(?:token|length)|exceed|超出|超过.*(?:长度|限制)/i
const MODEL = /model/i
const QUOTA = /quota|balance|insufficient|arrear|欠费|余额/i
const LONGEST_DETAIL = 120

/** What a library or a server threw, as one sentence without secrets. */
export function toModelError(error: unknown, asked: Asked): ModelError {
  if (error instanceof ModelError) return error
  if (asked.limit.signal.aborted || error instanceof APIUserAbortError) return timeout(asked)
  if (error instanceof APIConnectionError) return connectionFault(error, asked)
  if (error instanceof APIError && error.status !== undefined) return statusFault(error.status, error, asked)
  if (error instanceof APIError) return new ModelError('server', words.server(detailOf(error, asked)))
  if (error instanceof SyntaxError) return new ModelError('malformed', words.malformed)
  return new ModelError('dropped', words.dropped)
}

/** Whether a server took offence at something it names. */
export function isRefusalOf(error: unknown, named: RegExp): boolean {
  return error instanceof APIError && (error.status === 400 || error.status === 422) && named.test(error.message)
}

function timeout({ limit }: Asked): ModelError {
  return new ModelError('timeout', words.timeout(Math.round(limit.totalMs / 100) / 10))
}

function connectionFault(error: APIConnectionError, asked: Asked): ModelError {
  return asked.limit.remainingMs() <= 1 || /timed out/i.test(error.message)
    ? timeout(asked)
    : new ModelError('unreachable', words.unreachable)
}

function statusFault(status: number, error: APIError, asked: Asked): ModelError {
  const said = `${error.message} ${error.code ?? ''}`
  const detail = detailOf(error, asked)
  if (status === 402 || ((status === 429 || status === 403) && QUOTA.test(said)))
    return new ModelError('unpaid', words.unpaid)
  if (status === 401 || status === 403) return new ModelError('unauthorized', words.unauthorized)
  if (status === 429) return new ModelError('rate_limited', words.rateLimited, retryAfter(error))
  if (status === 413) return new ModelError('context_overflow', words.contextOverflow)
  if (status === 404) {
    return MODEL.test(said)
      ? new ModelError('unknown_model', words.unknownModel(asked.model, asked.setting))
      : new ModelError('wrong_address', words.wrongAddress)
  }
  if (status === 408 || (status >= 500 && status !== 501))
    return new ModelError('server', words.server(detail), retryAfter(error))
  if (/model[\w ]*not[ _]?(?:exist|found)|model_not_found|does not exist/i.test(said))
    return new ModelError('unknown_model', words.unknownModel(asked.model, asked.setting))
  if (CONTEXT.test(said)) return new ModelError('context_overflow', words.contextOverflow)
  return new ModelError('rejected', words.rejected(detail))
}

/** Seconds, or a date. */
function retryAfter({ headers }: APIError): number | undefined {
  const header = headers?.get('retry-after')
  if (!header) return undefined
  const milliseconds = /^\d+(?:\.\d+)?$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : undefined
}

/** What the server says, short, on one line, without the key or anything that looks like one. */
function detailOf(error: APIError, { secret }: Asked): string {
  const line = error.message.replace(/\s+/g, ' ')
  const safe = secret ? line.replaceAll(secret, '***') : line
  return safe.replace(/\b(?:sk|key|Bearer)[-_ ][\w*.-]{4,}/gi, '***').slice(0, LONGEST_DETAIL)
}
