import { randomBytes } from 'node:crypto'
import type { Json } from '../storage/store.js'
import type { BotState, Opinion, Participant, SentReply } from './state.js'

/** Conversations and replies kept; the one unused longest goes first. */
const CAPACITY = 2000

/** A state that ends with the process: for a bot without a database. */
export function createMemoryState(): BotState & { opinions: ReadonlyMap<string, Opinion> } {
  const conversations = new Map<string, Json>()
  const replies = new Map<string, SentReply & { chatId: number; userId: number }>()
  const opinions = new Map<string, Opinion>()
  const nameOf = ({ chatId, userId }: Participant) => `${chatId}:${userId}`
  const own = (chatId: number, key: string) => {
    const reply = replies.get(key)
    return reply?.chatId === chatId ? reply : undefined
  }
  return {
    opinions,
    conversations: {
      get: async (who) => conversations.get(nameOf(who)),
      set: async (who, conversation) => keep(conversations, nameOf(who), conversation),
      async delete(who) {
        conversations.delete(nameOf(who))
      },
    },
    replies: {
      async add(who, reply) {
        const key = randomBytes(12).toString('base64url')
        keep(replies, key, { ...reply, ...who })
        return key
      },
      async update(chatId, key, changes) {
        const reply = own(chatId, key)
        if (reply) keep(replies, key, { ...reply, ...changes })
      },
      find: async (chatId, key) => own(chatId, key),
      async findByQuestion(chatId, questionMessageId) {
        const found = [...replies].findLast(
          ([, reply]) => reply.chatId === chatId && reply.questionMessageId === questionMessageId,
        )
        return found && { ...found[1], key: found[0] }
      },
    },
    feedback: {
      give: async ({ userId }, key, opinion) => keep(opinions, `${key}:${userId}`, opinion),
    },
    async forget(userId) {
      for (const kept of [conversations, opinions])
        for (const name of kept.keys()) if (name.endsWith(`:${userId}`)) kept.delete(name)
      for (const [key, reply] of replies) if (reply.userId === userId) replies.delete(key)
    },
  }
}

/** A Map keeps the order of insertion: its first key is the one unused longest. */
function keep<Value>(kept: Map<string, Value>, key: string, value: Value): void {
  kept.delete(key)
  kept.set(key, value)
  const oldest = kept.keys().next().value
  if (kept.size > CAPACITY && oldest !== undefined) kept.delete(oldest)
}
