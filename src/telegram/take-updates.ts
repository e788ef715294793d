import type { Bot } from 'grammy'
import type { Update } from 'grammy/types'
import { messages } from '../messages.js'
import type { Inbox, Json } from '../storage/store.js'
import { BotFault, toBotFault } from './bot-fault.js'
import type { DeliverOnce, Sent } from './deliver-once.js'
import { createUpdateQueue, type UpdateQueue } from './update-queue.js'

export interface IntakeOptions {
  bot: Bot
  inbox: Inbox
  deliverOnce: DeliverOnce
  onFault: (fault: BotFault) => void
  /** Aborts where answers in hand are given up: they stay in the inbox for the next start. */
  abandon: AbortSignal
  concurrency?: number
  capacity?: number
}

/** The one door for updates, whether polled or pushed. */
export interface Intake {
  /**
   * Takes updates in, those seen before left out. Once it resolves they will be dealt with, even should the process be
   * killed; until then nobody may tell Telegram that they have arrived.
   *
   * @throws {StorageError}
   */
  take(updates: readonly Update[]): Promise<void>
  /** Puts to work what an earlier run left. */
  takeUp(): Promise<void>
  readonly queue: UpdateQueue
}

/** An update over which the process has ended so often is given up, lest it end every run. */
const MOST_TRIES = 25
const PAGE = 100

export function createIntake(options: IntakeOptions): Intake {
  const { inbox, deliverOnce, concurrency, capacity } = options
  /** Ids of updates in the queue: what Telegram brings once more meanwhile is not added again. */
  const inHand = new Set<number>()
  const handle = (update: Update) => deal(update, options).finally(() => inHand.delete(update.update_id))
  const queue = createUpdateQueue({ handle, concurrency, capacity })
  const add = (update: Update) => {
    if (inHand.has(update.update_id)) return
    inHand.add(update.update_id)
    deliverOnce.saw(update)
    queue.add(update)
  }
  return {
    queue,
    async take(updates) {
      const byId = new Map(updates.map((update) => [update.update_id, update]))
      const accepted = await inbox.accept([...byId].map(([id, update]) => ({ id, content: toContent(update) })))
      for (const id of accepted) add(byId.get(id)!)
    },
    async takeUp() {
      for (let after = -1; ; ) {
        const page = await inbox.pending(PAGE, after)
        for (const { content } of page) deliverOnce.saw(toUpdate(content))
        for (const { id, content } of page) {
          await queue.whenRoom()
          add(toUpdate(content))
          after = id
        }
        if (page.length < PAGE || options.abandon.aborted) return
      }
    },
  }
}

/** Plain data as it came from the network. */
function toContent(update: Update): Json {
  return update as unknown as Json
}

function toUpdate(content: Json): Update {
  return content as unknown as Update
}

/** Deals with an update, whatever happens to it. One given up for a stop is left unfinished. */
async function deal(update: Update, options: IntakeOptions): Promise<void> {
  const { inbox, onFault, abandon } = options
  try {
    if (abandon.aborted) return
    const tries = await inbox.begin(update.update_id)
    if (tries === 0) return
    const sent = tries > MOST_TRIES ? giveUp(onFault) : await work(update, tries, options)
    if (!abandon.aborted) await inbox.finish(update.update_id, sent)
  } catch (error) {
    onFault(toBotFault(error))
    if (!abandon.aborted) await inbox.finish(update.update_id).catch((second) => onFault(toBotFault(second)))
  }
}

async function work(
  update: Update,
  tries: number,
  { bot, inbox, deliverOnce }: IntakeOptions,
): Promise<Sent | undefined> {
  const earlier = tries > 1 ? await inbox.deliveries(update.update_id) : []
  return deliverOnce.during(update, earlier, () => bot.handleUpdate(update))
}

function giveUp(onFault: IntakeOptions['onFault']): undefined {
  onFault(new BotFault('given_up', messages.botFault.given_up(MOST_TRIES)))
}
