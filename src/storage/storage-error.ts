import { messages } from '../messages.js'

/**
 * - `unreachable`: the server cannot be reached now, or is going down; the same may work later
 * - `in_use`: another process has the embedded database open
 * - `unusable`: the embedded database, or its key, cannot be opened
 * - `sealed`: what was kept cannot be opened with the key there is
 * - `failed`: a statement failed
 */
export type StorageErrorCode = keyof typeof messages.storage

/** The database could not do something. The message is one sentence, without address or password. */
export class StorageError extends Error {
  override readonly name = 'StorageError'

  constructor(
    readonly code: StorageErrorCode,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(messages.storage[code](detail), options)
  }
}
