import { AsyncLocalStorage } from 'node:async_hooks'
import { HttpError, type RawApi, type Transformer } from 'grammy'
import type { Update } from 'grammy/types'
import type { Delivery, Inbox, Json } from '../storage/store.js'
import { type Call, findDelivered } from './find-delivered.js'

/*
 * Telegram sends a message as often as it is asked to, and cannot be asked what it has sent. So each message is written
 * down before it goes out and once more when Telegram has answered. Where a process died in between, the next one looks
 * whether the message is there before it sends it.
 */

export interface DeliverOnce {
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
}

export function createDeliverOnce(inbox: Inbox): DeliverOnce {
  const current = new AsyncLocalStorage<Work>()
  /** Messages of all private chats are counted together. */
  let highestPrivate = 0

  async function sendOnce(work: Work, call: Call, send: () => ReturnType<Call>, payload: Payload): ReturnType<Call> {
    const { updateId, sent: step } = work
    const before = work.earlier.find((delivery) => delivery.step === step)
    const known = before && (before.result ?? (await findDelivered(call, before.context)))
    if (known) return keep(work, known)
    const isPrivate = Number(payload.chat_id) > 0
    const floor = isPrivate ? Math.max(work.floor, highestPrivate) : work.floor
    await inbox.beginDelivery(updateId, step, contextOf(payload, floor))
    const response = await send().catch(async (error: unknown) => {
      if (isUnsent(error)) await inbox.endDelivery(updateId, step, null)
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
    during(update, earlier, work) {
      const message = update.message ?? update.edited_message ?? update.callback_query?.message
      const floor = message?.message_id ?? 0
      if (message?.chat?.type === 'private') highestPrivate = Math.max(highestPrivate, floor)
      return current.run({ updateId: update.update_id, earlier, sent: 0, floor }, work)
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

/** Methods that make a message anew each time; drafts and "typing" make none. */
const SENDS = /^(?:send(?!ChatAction)|copyMessage|forwardMessage)(?!\w*Draft)/u

type Payload = Readonly<{ chat_id?: unknown; reply_markup?: unknown }>

function contextOf({ chat_id = null, reply_markup = null }: Payload, floor: number): Json {
  return { chat_id, reply_markup, floor }
}

function keep(work: Work, result: Json): { ok: true; result: Json } {
  work.sent += 1
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
