import { type Bot, GrammyError } from 'grammy'
import { messages } from '../messages.js'
import type { Inbox } from '../storage/store.js'
import { ALLOWED_UPDATES } from './allowed-updates.js'
import { type ApiSignal, toApiSignal } from './api-signal.js'
import { BotFault, toBotFault } from './bot-fault.js'
import { announceCommands } from './command-menu.js'
import { type BotOptions, createBot } from './create-bot.js'
import { createDeliverOnce } from './deliver-once.js'
import { pause as realPause } from './pause.js'
import { aborted, pollUpdates, waitAfterFaultMs } from './poll-updates.js'
import { createIntake, type Intake } from './take-updates.js'
import type { UpdateQueue } from './update-queue.js'
import { createWebhookHandler, type Webhook } from './webhook.js'

export interface RunOptions extends Omit<BotOptions, 'signal' | 'innermost'> {
  /** Keeps what has been taken in. */
  inbox: (botId: number) => Inbox
  /** Updates are pushed to it; default: they are polled for. */
  webhook?: Webhook
  /** Ends the bot; default: SIGINT and SIGTERM do. */
  stop?: AbortSignal
  /** How long answers in hand may take after that; default 10 000. What is then left, the next run finds in the inbox. */
  graceMs?: number
  /** Called once updates come in. */
  onStarted?: (username: string, queue: UpdateQueue) => void
  pollSeconds?: number
  concurrency?: number
  capacity?: number
}

/**
 * Runs the bot until it is stopped; answers in hand are finished first.
 * @throws BotFault `token_missing`, `token_rejected`, `conflict`: each says in one sentence what to do
 */
export async function runBot(options: RunOptions): Promise<void> {
  const stop = options.stop ?? stopOnSignals()
  const giveUp = new AbortController()
  const inbox = options.inbox(botIdOf(options.token))
  const deliverOnce = createDeliverOnce(inbox)
  const bot = createBot({ ...options, signal: giveUp.signal, innermost: [deliverOnce.transformer] })
  const abandon = () => setTimeout(() => giveUp.abort(), options.graceMs ?? 10_000).unref()
  stop.addEventListener('abort', abandon, { once: true })
  try {
    if (!(await connect(bot, options, stop))) return
    const announced = announceCommands(bot, options.onError)
    const { onError: onFault, concurrency, capacity } = options
    const intake = createIntake({ bot, inbox, deliverOnce, onFault, abandon: giveUp.signal, concurrency, capacity })
    await intake.takeUp()
    options.onStarted?.(bot.botInfo.username, intake.queue)
    await receive(bot, intake, options, stop).finally(() =>
      Promise.race([intake.queue.whenEmpty(), aborted(giveUp.signal)]),
    )
    await announced
  } finally {
    stop.removeEventListener('abort', abandon)
    giveUp.abort()
  }
}

/** The number in front of the token is the bot's id. */
function botIdOf(token: string): number {
  return Number.parseInt(token, 10) || 0
}

/** Lets updates in until the bot is stopped. */
async function receive(bot: Bot, intake: Intake, options: RunOptions, stop: AbortSignal): Promise<void> {
  const { webhook, onError: onFault, pollSeconds, pause } = options
  if (webhook === undefined) return pollUpdates({ bot, intake, signal: stop, onFault, pollSeconds, pause })
  webhook.serve(createWebhookHandler({ intake, secret: webhook.secret, onFault, stop }))
  await aborted(stop)
}

/** Aborts on the first SIGINT or SIGTERM; a second one ends the program as usual. */
export function stopOnSignals(): AbortSignal {
  const controller = new AbortController()
  const stop = () => {
    controller.abort()
    // Not before the others have heard: libraries that tidy up end the program where nobody else listens.
    setImmediate(() => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
    })
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return controller.signal
}

/** Who am I, and a webhook only where one is wanted; tried until it works. False where the bot was stopped meanwhile. */
async function connect(bot: Bot, options: RunOptions, stop: AbortSignal): Promise<boolean> {
  for (let faults = 0; !stop.aborted; faults += 1) {
    try {
      bot.botInfo = await bot.api.getMe(toApiSignal(stop))
      await setSource(bot, options.webhook, toApiSignal(stop))
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

async function setSource(bot: Bot, webhook: Webhook | undefined, signal: ApiSignal): Promise<void> {
  if (webhook === undefined) await bot.api.deleteWebhook({}, signal)
  else await bot.api.setWebhook(webhook.url, { secret_token: webhook.secret, allowed_updates: ALLOWED_UPDATES }, signal)
}

/** Telegram answers 401 to a token it does not know and 404 to one that has not the form of a token. */
function isTokenRejected(error: unknown): boolean {
  return error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)
}
