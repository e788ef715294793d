import { AsyncLocalStorage } from 'node:async_hooks'
import { HttpError, type RawApi, type Transformer } from 'grammy'
import type { Update } from 'grammy/types'
import type { Delivery, Inbox, Json } from '../storage/store.js'
import { type Call, findDelivered } from './find-delivered.js'

/*
 * Telegram sends a message as often as it is asked to, and cannot be asked what it has sent. So each message is written
 * down before it goes out and once more when Telegram has answered. Where the process died in between, or the connection
 * broke, the message is looked for before it is sent again.
 */

export interface DeliverOnce {
  /** Learns how far Telegram has counted from an update that comes in, long before it is worked on. */
  saw(update: Update): void
  /**
   * Runs the work on an update; what it sends is written down, and what an earlier run sent is not sent again. The last
   * message sent comes back.
   */
  during(update: Update, earlier: readonly Delivery[], work: () => Promise<void>): Promise<Sent | undefined>
  /** To be installed first, next to the network: it sees every attempt. */
  transformer: Transformer<RawApi>
}

export interface Sent {
  chatId: number
  messageId: number
}

/** The work on one update. */
interface Work {
  updateId: number
  earlier: readonly Delivery[]
  /** Messages sent so far: the number of the next one. */
  sent: number
  /** The highest message id known in its chat. */
  floor: number
  /** What was written of the next message, whose connection broke. */
  doubt: Json | null
}

/** Message ids looked at beyond the highest known: a process that died young knew little of what others wrote. */
const BEYOND = { afterDeath: 200, afterFault: 10 }
const MOST_LOOKED_AT = 1000

export function createDeliverOnce(inbox: Inbox): DeliverOnce {
  const current = new AsyncLocalStorage<Work>()
  /** Messages of all private chats are counted together. */
  let highestPrivate = 0

  /** The message, where an earlier attempt has sent it. */
  async function sentBefore({ earlier, sent, doubt }: Work, call: Call): Promise<Json | null> {
    if (doubt !== null) return lookFor(doubt, BEYOND.afterFault, call)
    const before = earlier.find(({ step }) => step === sent)
    return before ? (before.result ?? lookFor(before.context, BEYOND.afterDeath, call)) : null
  }

  /** What was sent for other updates before is no candidate; what others wrote since lies in between. */
  async function lookFor(context: Json, beyond: number, call: Call): Promise<Json | null> {
    const chatId = Number(context.chat_id)
    const floor = Math.max(Number(context.floor), await inbox.lastSent(chatId))
    const known = chatId > 0 ? Math.max(floor, highestPrivate) : floor
    const last = Math.min(known + beyond, floor + MOST_LOOKED_AT)
    return findDelivered(call, context, { first: floor + 1, last })
  }

  async function sendOnce(work: Work, call: Call, send: () => ReturnType<Call>, payload: Payload): ReturnType<Call> {
    const { updateId, sent: step } = work
    const isPrivate = Number(payload.chat_id) > 0
    const known = await sentBefore(work, call)
    if (known !== null) return keep(work, known, isPrivate)
    const context = contextOf(payload, isPrivate ? Math.max(work.floor, highestPrivate) : work.floor)
    await inbox.beginDelivery(updateId, step, context)
    const response = await send().catch(async (error: unknown) => {
      work.doubt = isUnsent(error) ? null : context
      if (work.doubt === null) await inbox.endDelivery(updateId, step, null)
      throw error
    })
    if (response.ok) {
      await inbox.endDelivery(updateId, step, response.result as Json)
      return keep(work, response.result as Json, isPrivate)
    }
    if (response.error_code >= 500) work.doubt = context
    else await inbox.endDelivery(updateId, step, null)
    return response
  }

  function keep(work: Work, result: Json, isPrivate: boolean): { ok: true; result: Json } {
    const id = messageIdOf(result)
    work.sent += 1
    work.doubt = null
    work.floor = Math.max(work.floor, id)
    if (isPrivate) highestPrivate = Math.max(highestPrivate, id)
    return { ok: true, result }
  }

  return {
    saw(update) {
      const { isPrivate, id } = numberOf(update)
      if (isPrivate) highestPrivate = Math.max(highestPrivate, id)
    },
    async during(update, earlier, run) {
      const { chatId, id: floor } = numberOf(update)
      const work: Work = { updateId: update.update_id, earlier, sent: 0, floor, doubt: null }
      await current.run(work, run)
      return work.sent === 0 || chatId === undefined ? undefined : { chatId, messageId: work.floor }
    },
    transformer: async (previous, method, payload, signal) => {
      const work = current.getStore()
      const send = () => previous(method, payload, signal)
      if (work === undefined || !SENDS.test(method)) return send()
      const call = previous as unknown as Call
      return sendOnce(work, call, send, payload as Payload) as ReturnType<typeof send>
    },
  }
}

/** The number of the message that an update is about. */
function numberOf(update: Update): { chatId: number | undefined; isPrivate: boolean; id: number } {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message
  return { chatId: message?.chat?.id, isPrivate: message?.chat?.type === 'private', id: message?.message_id ?? 0 }
}

/** Methods that make a message anew each time; drafts and "typing" make none. */
const SENDS = /^(?:send(?!ChatAction)|copyMessage|forwardMessage)(?!\w*Draft)/u

type Payload = Readonly<{ chat_id?: unknown; reply_markup?: unknown }>

function contextOf({ chat_id = null, reply_markup = null }: Payload, floor: number): Json {
  return { chat_id, reply_markup, floor }
}

function messageIdOf(result: unknown): number {
  const id = (result as { message_id?: unknown } | null)?.message_id
  return typeof id === 'number' ? id : 0
}

const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'])

/** True where the call cannot have reached Telegram. */
function isUnsent(error: unknown): boolean {
  const inner = error instanceof HttpError ? error.error : error
  return NEVER_CONNECTED.has(String((inner as { code?: unknown } | null)?.code))
}
