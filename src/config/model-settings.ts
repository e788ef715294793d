import { messages } from '../messages.js'
import { ConfigError } from './config-error.js'
import type { Environment } from './environment.js'

/** Which language model words the replies, and within what bounds. */
export interface ModelSettings {
  /** Null for a local server that wants none. */
  apiKey: string | null
  /** Undefined: OpenAI's own. */
  baseUrl: string | undefined
  model: string
  timeoutMs: number
  /** Null: no limit. */
  dailyTokens: number | null
  redact: boolean
  /** Yuan for a million tokens; null: no cost is told. */
  price: { prompt: number; completion: number } | null
}

const DEFAULT_MODEL = 'gpt-4o-mini'
/** Milliseconds for one question, where nothing is set. */
export const DEFAULT_TIMEOUT_MS = 20_000

/**
 * The model's settings; null where none is configured, that is, neither a key nor an address is set.
 *
 * @throws {ConfigError} where one variable needs another
 */
export function modelSettings(environment: Environment): ModelSettings | null {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = environment
  if (apiKey === undefined && baseUrl === undefined) {
    if (model !== undefined) throw new ConfigError('OPENAI_MODEL', messages.config.modelWithoutServer)
    return null
  }
  if (baseUrl !== undefined && model === undefined)
    throw new ConfigError('OPENAI_BASE_URL', messages.config.serverWithoutModel)
  return {
    apiKey: apiKey ?? null,
    baseUrl,
    model: model ?? DEFAULT_MODEL,
    timeoutMs: environment.LLM_TIMEOUT_MS ?? DEFAULT_TIMEOUT_MS,
    dailyTokens: environment.LLM_DAILY_TOKENS ?? null,
    redact: environment.LLM_REDACT ?? true,
    price: environment.LLM_PRICE ?? null,
  }
}
