import { createHash } from 'node:crypto'
import type { Inbox, Json, KeptReply, Opinion, Participant } from '../../src/storage/store.js'
import type { BotState } from '../../src/telegram/state.js'
import { createMemoryInbox } from './memory-inbox.js'

/** What the bot needs of a store, for as long as the process lives. Its contract is in test/storage/state-contract.ts. */
export interface MemoryStore extends BotState {
  inbox: (botId: number) => Inbox
  /** What people thought, in the order they said so. */
  readonly opinions: ReadonlyMap<string, Opinion>
  /** What people wrote. */
  readonly suggestions: readonly string[]
}

export function createMemoryStore(): MemoryStore {
  const conversations = new Map<string, Json>()
  const replies = new Map<string, KeptReply & Participant>()
  const opinions = new Map<string, Opinion>()
  const suggestions = new Map<string, { userId: number; words: string }>()
  const inboxes = new Map<number, Inbox>()
  const nameOf = ({ chatId, userId }: Participant) => `${chatId}:${userId}`
  const own = (chatId: number, key: string) => {
    const reply = replies.get(key)
    return reply?.chatId === chatId ? toKept(reply) : undefined
  }
  return {
    opinions,
    get suggestions() {
      return [...suggestions.values()].map(({ words }) => words)
    },
    inbox(botId) {
      const inbox = inboxes.get(botId) ?? createMemoryInbox()
      inboxes.set(botId, inbox)
      return inbox
    },
    conversations: {
      get: async (who) => conversations.get(nameOf(who)),
      set: async (who, conversation) => void conversations.set(nameOf(who), conversation),
      delete: async (who) => void conversations.delete(nameOf(who)),
    },
    replies: {
      async add(who, reply, source) {
        const key = createHash('sha256').update(source).digest('base64url').slice(0, 16)
        const kept = replies.get(key) ?? { ...reply, ...who, key }
        replies.set(key, kept)
        return toKept(kept)
      },
      async update(chatId, key, changes) {
        const reply = replies.get(key)
        if (reply?.chatId === chatId) replies.set(key, { ...reply, ...changes })
      },
      find: async (chatId, key) => own(chatId, key),
      async findByQuestion(chatId, questionMessageId) {
        const found = [...replies.values()].findLast(
          (reply) => reply.chatId === chatId && reply.questionMessageId === questionMessageId,
        )
        return found && toKept(found)
      },
    },
    feedback: {
      give: async ({ userId }, key, opinion) => void opinions.set(`${key}:${userId}`, opinion),
      async write({ userId }, words, source) {
        if (!suggestions.has(source)) suggestions.set(source, { userId, words })
      },
    },
    async forget(userId) {
      for (const kept of [conversations, opinions])
        for (const name of kept.keys()) if (name.endsWith(`:${userId}`)) kept.delete(name)
      for (const kept of [replies, suggestions])
        for (const [key, entry] of kept) if (entry.userId === userId) kept.delete(key)
    },
  }
}

function toKept({ chatId: _chat, userId: _user, ...reply }: KeptReply & Participant): KeptReply {
  return reply
}
