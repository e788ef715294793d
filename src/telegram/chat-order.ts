import type { Context, MiddlewareFn } from 'grammy'

export interface ChatOrderOptions {
  /** Messages of one chat that may wait while one is answered; more are turned away. Default 5. */
  waitingPerChat?: number
  /** Called for a message turned away; `isFirst` until the chat's queue has emptied again. */
  onTurnedAway: (context: Context, isFirst: boolean) => Promise<void>
}

interface Queue {
  tail: Promise<void>
  length: number
  hasTurnedAway: boolean
}

/** Answers the messages of one chat one after the other; different chats do not wait for each other. */
export function inChatOrder(options: ChatOrderOptions): MiddlewareFn {
  const { waitingPerChat = 5, onTurnedAway } = options
  const queues = new Map<number, Queue>()
  return async (context, next) => {
    const chatId = context.chat?.id
    if (chatId === undefined) return next()
    const queue = queues.get(chatId) ?? { tail: Promise.resolve(), length: 0, hasTurnedAway: false }
    if (queue.length > waitingPerChat) {
      const isFirst = !queue.hasTurnedAway
      queue.hasTurnedAway = true
      return onTurnedAway(context, isFirst)
    }
    queues.set(chatId, queue)
    queue.length += 1
    const turn = queue.tail.then(() => next())
    queue.tail = turn.catch(() => {})
    await turn.finally(() => {
      queue.length -= 1
      if (queue.length === 0) queues.delete(chatId)
    })
  }
}
