import type { Api } from 'grammy'

/** The type of signal that API calls take. */
export type ApiSignal = NonNullable<Parameters<Api['getMe']>[0]>

/** Node's signal as grammY's: its type is an older one, and it only listens for "abort". */
export function toApiSignal(signal: AbortSignal): ApiSignal {
  return signal as unknown as ApiSignal
}
