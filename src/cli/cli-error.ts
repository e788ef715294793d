/** A command cannot do what was asked. The message is the one Chinese sentence that the reader sees. */
export class CliError extends Error {
  readonly code = 'CLI_FAILED'

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CliError'
  }
}
