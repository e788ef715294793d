/** An FAQ's files or a step of its review cannot be used; the message says what to do. */
export class FaqError extends Error {
  constructor(
    readonly code: 'REVIEW_INVALID' | 'UNKNOWN_ENTRY' | 'WRONG_STATE' | 'RUNNING',
    /** The file or the entry at fault. */
    readonly subject: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'FaqError'
  }
}
