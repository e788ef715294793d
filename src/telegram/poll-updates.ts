import { type Bot, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import { ALLOWED_UPDATES } from './allowed-updates.js'
import { toApiSignal } from './api-signal.js'
import { type BotFault, toBotFault } from './bot-fault.js'
import { type Pause, pause as realPause } from './pause.js'
import type { Intake } from './take-updates.js'

export interface PollOptions {
  bot: Bot
  /** No more are fetched while it has no room: Telegram keeps them for a day. */
  intake: Intake
  /** Ends polling. */
  signal: AbortSignal
  onFault: (fault: BotFault) => void
  /** How long Telegram may hold a poll, in seconds; default 30. */
  pollSeconds?: number
  pause?: Pause
}

const FIRST_WAIT_MS = 500
const MAXIMUM_WAIT_MS = 15_000
/** A server that answers empty polls at once is not asked more often than this. */
const EMPTY_WAIT_MS = 100
/** While a bot is being restarted, the old one may still poll for a moment. */
const CONFLICTS_BORNE = 5
/** How long a leaving program waits for Telegram to note what it has received. */
const CONFIRM_MS = 3000

/**
 * Long polling until `signal` aborts; then tells Telegram what has been received. Updates are confirmed only after the
 * intake has taken them.
 *
 * @throws BotFault `token_rejected`, or `conflict` where another program goes on polling with the same token
 */
export async function pollUpdates(options: PollOptions): Promise<void> {
  const { bot, intake, signal, pause = realPause } = options
  let offset = 0
  while (!signal.aborted) {
    await untilAborted(intake.queue.whenRoom(), signal)
    const updates = await untilDone(options, () => takeNext(options, offset))
    for (const { update_id } of updates) offset = Math.max(offset, update_id + 1)
    if (updates.length === 0) await pause(EMPTY_WAIT_MS, signal)
  }
  await confirm(bot, offset)
}

async function takeNext({ bot, intake, signal, pollSeconds = 30 }: PollOptions, offset: number): Promise<Update[]> {
  const request = {
    offset,
    limit: Math.max(1, Math.min(100, intake.queue.room)),
    timeout: pollSeconds,
    allowed_updates: ALLOWED_UPDATES,
  }
  const updates = await bot.api.getUpdates(request, toApiSignal(signal))
  await intake.take(updates)
  return updates
}

/** Tries until it works; nothing once polling has been ended. */
async function untilDone(options: PollOptions, attempt: () => Promise<Update[]>): Promise<Update[]> {
  const { signal, pause = realPause } = options
  for (let faults = 0; !signal.aborted; faults += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (signal.aborted) break
      throwIfHopeless(error, faults)
      options.onFault(toBotFault(error))
      await pause(waitAfterFaultMs(error, faults), signal)
    }
  }
  return []
}

/**
 * Resolves when the work is done or the signal aborts. A race with one promise of the whole run would do the same, and
 * leave 300 bytes on that promise each time.
 */
function untilAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const end = () => {
      signal.removeEventListener('abort', end)
      resolve()
    }
    signal.addEventListener('abort', end)
    void work.then(end)
  })
}

/** Resolves when the signal aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

function throwIfHopeless(error: unknown, faults: number): void {
  const fault = toBotFault(error)
  if (fault.code === 'token_rejected' || (fault.code === 'conflict' && faults >= CONFLICTS_BORNE)) throw fault
}

/** What Telegram asks for, else 0.5 s doubled with every fault in a row, up to a quarter of a minute. */
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
    // The program is leaving; what comes again is known by its id.
  }
}
