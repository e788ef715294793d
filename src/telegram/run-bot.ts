import { type Bot, GrammyError } from 'grammy'
import { messages } from '../messages.js'
import { toApiSignal } from './api-signal.js'
import { BotFault, toBotFault } from './bot-fault.js'
import { announceCommands } from './command-menu.js'
import { type BotOptions, createBot } from './create-bot.js'
import { pause as realPause } from './pause.js'
import { pollUpdates, waitAfterFaultMs } from './poll-updates.js'

export interface RunOptions extends Omit<BotOptions, 'signal'> {
  /** Ends the bot; default: SIGINT and SIGTERM do. */
  stop?: AbortSignal
  /** How long answers in hand may take after that; default 10 000. */
  graceMs?: number
  /** Called once messages are being fetched, with the bot's user name. */
  onStarted?: (username: string) => void
  pollSeconds?: number
}

/**
 * Runs the bot until it is stopped; answers in hand are finished first.
 * @throws BotFault `token_missing`, `token_rejected`, `conflict`: each says in one sentence what to do
 */
export async function runBot(options: RunOptions): Promise<void> {
  const stop = options.stop ?? stopOnSignals()
  const giveUp = new AbortController()
  const bot = createBot({ ...options, signal: giveUp.signal })
  const abandon = () => setTimeout(() => giveUp.abort(), options.graceMs ?? 10_000).unref()
  stop.addEventListener('abort', abandon, { once: true })
  try {
    if (!(await connect(bot, options, stop))) return
    const announced = announceCommands(bot, options.onError)
    options.onStarted?.(bot.botInfo.username)
    await pollUpdates({
      bot,
      signal: stop,
      abandon: giveUp.signal,
      onFault: options.onError,
      pollSeconds: options.pollSeconds,
      pause: options.pause,
    })
    await announced
  } finally {
    stop.removeEventListener('abort', abandon)
    giveUp.abort()
  }
}

/** Aborts on the first SIGINT or SIGTERM; a second one ends the program as usual. */
export function stopOnSignals(): AbortSignal {
  const controller = new AbortController()
  const stop = () => {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
    controller.abort()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return controller.signal
}

/** Who am I, and no webhook in the way; tried until it works. False where the bot was stopped meanwhile. */
async function connect(bot: Bot, options: RunOptions, stop: AbortSignal): Promise<boolean> {
  for (let faults = 0; !stop.aborted; faults += 1) {
    try {
      bot.botInfo = await bot.api.getMe(toApiSignal(stop))
      await bot.api.deleteWebhook({}, toApiSignal(stop))
      return true
    } catch (error) {
      if (stop.aborted) return false
      if (isTokenRejected(error)) throw new BotFault('token_rejected', messages.botFault.token_rejected)
      options.onError(toBotFault(error))
      await (options.pause ?? realPause)(waitAfterFaultMs(error, faults), stop)
    }
  }
  return false
}

/** Telegram answers 401 to a token it does not know and 404 to one that has not the form of a token. */
function isTokenRejected(error: unknown): boolean {
  return error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)
}
