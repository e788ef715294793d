import type { Conversation } from '../answer/assistant.js'

/** What the turns before left, one conversation a key, in memory. */
export interface Conversations {
  get(key: string): Conversation | undefined
  set(key: string, conversation: Conversation): void
  delete(key: string): void
}

export interface ConversationsOptions {
  /** How many are kept; the one unused longest goes first. Default 2 000. */
  capacity?: number
  /** After this long without a question a chat starts anew. Default 30 minutes. */
  lifetimeMs?: number
  now?: () => number
}

export function createConversations(options: ConversationsOptions = {}): Conversations {
  const { capacity = 2000, lifetimeMs = 30 * 60_000, now = Date.now } = options
  // A Map keeps the order of insertion: its first key is the one unused longest.
  const kept = new Map<string, { conversation: Conversation; expires: number }>()
  return {
    get(key) {
      const entry = kept.get(key)
      if (entry !== undefined && entry.expires > now()) return entry.conversation
      kept.delete(key)
      return undefined
    },
    set(key, conversation) {
      kept.delete(key)
      kept.set(key, { conversation, expires: now() + lifetimeMs })
      const oldest = kept.keys().next().value
      if (kept.size > capacity && oldest !== undefined) kept.delete(oldest)
    },
    delete(key) {
      kept.delete(key)
    },
  }
}
