/** An environment variable has a value that cannot be used. */
export class ConfigError extends Error {
  readonly code = 'CONFIG_INVALID'

  constructor(
    /** Name of the variable, or of the file where it could not be read. */
    readonly variable: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'ConfigError'
  }
}
