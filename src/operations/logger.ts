import { type Logger, pino } from 'pino'
import type { Environment } from '../config/environment.js'

export type { Logger }

export interface LoggerOptions {
  level: NonNullable<Environment['LOG_LEVEL']>
  /** What must appear in no line: tokens, passwords. Whoever logs is trusted to leave it out; this makes sure. */
  secrets: readonly string[]
  /** Takes each line, its end included. */
  write: (line: string) => void
}

const HIDDEN = '[…]'

/** A log of one JSON object a line, with the time as ISO 8601. */
export function createLogger({ level, secrets, write }: LoggerOptions): Logger {
  const hidden = secrets.filter((secret) => secret !== '').flatMap((secret) => [secret, encodeURIComponent(secret)])
  const stream = {
    write: (line: string) => write(hidden.reduce((text, secret) => text.replaceAll(secret, HIDDEN), line)),
  }
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream)
}
