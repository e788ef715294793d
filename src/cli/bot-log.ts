import { SECRETS } from '../config/environment.js'
import type { Config } from '../config/load-config.js'
import { createLogger, type Logger } from '../operations/logger.js'
import type { BotFault, BotFaultCode } from '../telegram/bot-fault.js'

/** How loud each fault is; the others are errors, which somebody should look into. */
const LEVELS: Partial<Record<BotFaultCode, 'debug' | 'info' | 'warn'>> = {
  blocked: 'debug',
  chat_not_found: 'debug',
  not_modified: 'debug',
  busy: 'info',
  crowded: 'warn',
  overloaded: 'warn',
  rate_limited: 'warn',
  network: 'warn',
}

/** The bot's log, on stderr, in which no secret of the environment appears. */
export function createBotLog({ environment }: Config): Logger {
  const secrets = Object.entries(environment).flatMap(([name, value]) => {
    if (!SECRETS.has(name) || typeof value !== 'string') return []
    return URL.canParse(value) ? [value, new URL(value).password] : [value]
  })
  return createLogger({
    level: environment.LOG_LEVEL ?? 'info',
    secrets,
    write: (line) => void process.stderr.write(line),
  })
}

/** @param showsIds whether the chat may stand in the log */
export function logFault(log: Logger, fault: BotFault, showsIds: boolean): void {
  const chat = showsIds && fault.chatId !== null ? { chat: fault.chatId } : {}
  log[LEVELS[fault.code] ?? 'error']({ code: fault.code, ...chat }, fault.message)
}
