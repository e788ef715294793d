/**
 * - `timeout` `unreachable` `dropped` `server` `rate_limited`: may pass by itself
 * - `unauthorized` `unpaid` `unknown_model` `wrong_address` `unusable`: somebody has to mend it
 * - `malformed` `empty` `refused` `context_overflow`: this question's matter
 * - `rejected`: the server does not take the request as it is
 * - `resting` `budget`: the model was not asked
 */
export type ModelFault =
  | 'timeout'
  | 'unreachable'
  | 'dropped'
  | 'server'
  | 'rate_limited'
  | 'unauthorized'
  | 'unpaid'
  | 'unknown_model'
  | 'wrong_address'
  | 'unusable'
  | 'malformed'
  | 'empty'
  | 'refused'
  | 'context_overflow'
  | 'rejected'
  | 'resting'
  | 'budget'

/**
 * The model could not be used. `message` is one Chinese sentence for staff; it never holds a key, and no `cause` is kept,
 * for a library's error may.
 */
export class ModelError extends Error {
  readonly code = 'MODEL_FAILED'

  constructor(
    readonly fault: ModelFault,
    message: string,
    /** Milliseconds after which the server wants to be asked again, where it says. */
    readonly retryAfterMs?: number,
  ) {
    super(message)
    this.name = 'ModelError'
  }
}
