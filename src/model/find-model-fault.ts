import { messages } from '../messages.js'
import { startTimeLimit } from './chat-model.js'
import { toModelError } from './explain-fault.js'
import { openClient } from './openai-client.js'
import type { OpenAiEndpointOptions } from './openai-endpoint.js'

/** A start does not wait longer. */
const PATIENCE_MS = 3000
const MOST_NAMED = 5

/**
 * Why a server cannot be used, as one sentence without its stop: it cannot be reached, does not take the key, has no such
 * model; null where it can, or where it lists no models.
 */
export async function findModelFault(options: OpenAiEndpointOptions): Promise<string | null> {
  const { apiKey, model } = options
  const limit = startTimeLimit(PATIENCE_MS)
  try {
    const { data } = await openClient(options).models.list({ signal: limit.signal, timeout: PATIENCE_MS })
    const known = data.map(({ id }) => id)
    if (known.length === 0 || known.some((id) => id === model || id === `${model}:latest`)) return null
    return messages.model.notListed(
      model,
      `${known.slice(0, MOST_NAMED).join('、')}${known.length > MOST_NAMED ? '…' : ''}`,
    )
  } catch (error) {
    const fault = toModelError(error, { limit, model, secret: apiKey })
    return ['unreachable', 'timeout', 'unauthorized', 'unpaid'].includes(fault.fault) ? fault.message : null
  }
}
