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
  /** Runs the work on an update; what it sends is written down, and what an earlier run sent is not sent again. */
  during(update: Update, earlier: readonly Delivery[], work: () => Promise<void>): Promise<void>
  /** To be installed first, next to the network: it sees every attempt. */
  transformer: Transformer<RawApi>
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

/** Message ids looked at: a process that died young knew little of what went before; a living one knows most of the ids. */
const LOOKED_AT = { afterDeath: 200, afterFault: 10 }

export function createDeliverOnce(inbox: Inbox): DeliverOnce {
  const current = new AsyncLocalStorage<Work>()
  /** Messages of all private chats are counted together. */
  let highestPrivate = 0

  /** The message, where an earlier attempt has sent it. */
  async function sentBefore({ earlier, sent, doubt }: Work, call: Call): Promise<Json | null> {
    if (doubt !== null) return findDelivered(call, doubt, LOOKED_AT.afterFault)
    const before = earlier.find(({ step }) => step === sent)
    return before ? (before.result ?? findDelivered(call, before.context, LOOKED_AT.afterDeath)) : null
  }

  async function sendOnce(work: Work, call: Call, send: () => ReturnType<Call>, payload: Payload): ReturnType<Call> {
    const { updateId, sent: step } = work
    const known = await sentBefore(work, call)
    if (known !== null) return keep(work, known)
    const isPrivate = Number(payload.chat_id) > 0
    const context = contextOf(payload, isPrivate ? Math.max(work.floor, highestPrivate) : work.floor)
    await inbox.beginDelivery(updateId, step, context)
    const response = await send().catch(async (error: unknown) => {
      work.doubt = isUnsent(error) ? null : context
      if (work.doubt === null) await inbox.endDelivery(updateId, step, null)
      throw error
    })
    if (response.ok) {
      await inbox.endDelivery(updateId, step, response.result as Json)
      if (isPrivate) highestPrivate = Math.max(highestPrivate, messageIdOf(response.result))
      return keep(work, response.result as Json)
    }
    if (response.error_code < 500) await inbox.endDelivery(updateId, step, null)
    return response
  }

  return {
    saw(update) {
      const { isPrivate, id } = numberOf(update)
      if (isPrivate) highestPrivate = Math.max(highestPrivate, id)
    },
    during(update, earlier, work) {
      const floor = numberOf(update).id
      return current.run({ updateId: update.update_id, earlier, sent: 0, floor, doubt: null }, work)
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
function numberOf(update: Update): { isPrivate: boolean; id: number } {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message
  return { isPrivate: message?.chat?.type === 'private', id: message?.message_id ?? 0 }
}

/** Methods that make a message anew each time; drafts and "typing" make none. */
const SENDS = /^(?:send(?!ChatAction)|copyMessage|forwardMessage)(?!\w*Draft)/u

type Payload = Readonly<{ chat_id?: unknown; reply_markup?: unknown }>

function contextOf({ chat_id = null, reply_markup = null }: Payload, floor: number): Json {
  return { chat_id, reply_markup, floor }
}

function keep(work: Work, result: Json): { ok: true; result: Json } {
  work.sent += 1
  work.doubt = null
  work.floor = Math.max(work.floor, messageIdOf(result))
  return { ok: true, result }
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
