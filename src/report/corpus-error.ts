/** Why a corpus, or one report in it, could not be read. */
export type CorpusErrorCode =
  | 'CORPUS_MISSING'
  | 'CORPUS_EMPTY'
  | 'REPORT_MISSING'
  | 'REPORT_EMPTY'
  | 'REPORT_NOT_TEXT'
  | 'REPORT_UNREADABLE'
  | 'SIDECAR_INVALID'
  | 'REPORT_ID_TAKEN'

/** A corpus folder, a report file or its sidecar cannot be used. The message is one sentence for the staff. */
export class CorpusError extends Error {
  constructor(
    readonly code: CorpusErrorCode,
    /** The folder or file that is at fault. */
    readonly path: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'CorpusError'
  }

  static isInstance(error: unknown): error is CorpusError {
    return error instanceof CorpusError
  }
}
