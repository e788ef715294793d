/** A file could not be downloaded. */
export class DownloadError extends Error {
  readonly code = 'DOWNLOAD_FAILED'

  constructor(
    readonly url: string,
    message: string,
    /** Whether asking again may help: the connection broke, the server was busy. */
    readonly isPassing: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'DownloadError'
  }
}
