import { type Bot, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import { ALLOWED_UPDATES } from './allowed-updates.js'
import { toApiSignal } from './api-signal.js'
import { type BotFault, toBotFault } from './bot-fault.js'
import { type Pause, pause as realPause } from './pause.js'

export interface PollOptions {
  bot: Bot
  /** Ends polling. */
  signal: AbortSignal
  /** Ends waiting for what is then still in hand; default: wait however long it takes. */
  abandon?: AbortSignal
  onFault: (fault: BotFault) => void
  /** Updates handled at the same time; no more are fetched while as many are in hand. Default 50. */
  concurrency?: number
  /** How long Telegram may hold a poll, in seconds; default 30. */
  pollSeconds?: number
  pause?: Pause
}

const FIRST_WAIT_MS = 500
const MAXIMUM_WAIT_MS = 60_000
/** A server that answers empty polls at once is not asked more often than this. */
const EMPTY_WAIT_MS = 100
/** While a bot is being restarted, the old one may still poll for a moment. */
const CONFLICTS_BORNE = 5
/** How long a leaving program waits for Telegram to note what it has received. */
const CONFIRM_MS = 3000

/**
 * Long polling until `signal` aborts; then waits for what is in hand and tells Telegram what has been received.
 * @throws BotFault `token_rejected`, or `conflict` where another program goes on polling with the same token
 */
export async function pollUpdates(options: PollOptions): Promise<void> {
  const { bot, signal, concurrency = 50, pause = realPause } = options
  const inHand = new Set<Promise<void>>()
  const stopped = aborted(signal)
  let offset = 0
  try {
    while (!signal.aborted) {
      if (inHand.size >= concurrency) await Promise.race([...inHand, stopped])
      const updates = await nextUpdates(options, offset, concurrency - inHand.size)
      for (const update of updates) {
        offset = Math.max(offset, update.update_id + 1)
        const handling = handle(options, update).finally(() => inHand.delete(handling))
        inHand.add(handling)
      }
      if (updates.length === 0) await pause(EMPTY_WAIT_MS, signal)
    }
  } finally {
    await Promise.race([Promise.all(inHand), aborted(options.abandon)])
  }
  await confirm(bot, offset)
}

/** Asks until Telegram answers; nothing once polling has been ended. */
async function nextUpdates(options: PollOptions, offset: number, room: number): Promise<Update[]> {
  const { signal, pause = realPause } = options
  for (let faults = 0; !signal.aborted; faults += 1) {
    try {
      return await fetchUpdates(options, offset, room)
    } catch (error) {
      if (signal.aborted) break
      throwIfHopeless(error, faults)
      options.onFault(toBotFault(error))
      await pause(waitAfterFaultMs(error, faults), signal)
    }
  }
  return []
}

function fetchUpdates(options: PollOptions, offset: number, room: number): Promise<Update[]> {
  const request = {
    offset,
    limit: Math.max(1, Math.min(100, room)),
    timeout: options.pollSeconds ?? 30,
    allowed_updates: ALLOWED_UPDATES,
  }
  return options.bot.api.getUpdates(request, toApiSignal(options.signal))
}

async function handle(options: PollOptions, update: Update): Promise<void> {
  try {
    await options.bot.handleUpdate(update)
  } catch (error) {
    options.onFault(toBotFault(error))
  }
}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve()
    else signal?.addEventListener('abort', () => resolve(), { once: true })
  })
}

function throwIfHopeless(error: unknown, faults: number): void {
  const fault = toBotFault(error)
  if (fault.code === 'token_rejected' || (fault.code === 'conflict' && faults >= CONFLICTS_BORNE)) throw fault
}

/** What Telegram asks for, else 0.5 s doubled with every fault in a row, up to a minute. */
export function waitAfterFaultMs(error: unknown, faults: number): number {
  const asked = error instanceof GrammyError ? error.parameters.retry_after : undefined
  return asked === undefined ? Math.min(FIRST_WAIT_MS * 2 ** faults, MAXIMUM_WAIT_MS) : asked * 1000
}

/** Without this Telegram would send the last messages again at the next start. */
async function confirm(bot: Bot, offset: number): Promise<void> {
  if (offset === 0) return
  try {
    await bot.api.getUpdates({ offset, limit: 1, timeout: 0 }, toApiSignal(AbortSignal.timeout(CONFIRM_MS)))
  } catch {
    // The program is leaving; at worst a question is answered twice.
  }
}
