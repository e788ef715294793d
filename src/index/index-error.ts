/** Why an index could not be written. */
export type IndexErrorCode = 'INDEX_UNWRITABLE' | 'INDEX_BUSY'

/** The index folder cannot be written, or another run is writing it. */
export class IndexError extends Error {
  constructor(
    readonly code: IndexErrorCode,
    /** The index folder. */
    readonly directory: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'IndexError'
  }
}
