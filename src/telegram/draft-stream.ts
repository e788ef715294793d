import type { Context } from 'grammy'
import type { Latch } from './latch.js'
import { plain } from './rich-text.js'
import { splitRichText } from './split-rich-text.js'

/** Shows a text while it grows. */
export interface DraftStream {
  /** The text as far as it has been proven; what comes while one is being shown waits, the latest only. */
  show(textSoFar: string): void
  /** Resolves once nothing more will be shown: the answer itself must come last. */
  end(): Promise<void>
}

/**
 * Shows drafts in the chat, as much as one message holds, as far as the server knows them; a refusal is remembered, and costs the answer nothing.
 * Telegram takes drafts in private chats only.
 */
export function createDraftStream(context: Context, latch: Latch): DraftStream {
  let latest: string | null = null
  let showing: Promise<void> | null = null

  async function showAll(): Promise<void> {
    while (latest !== null && latch.allows('drafts')) {
      const [shown] = splitRichText(plain(latest.replace(/\[(\d{1,3})\]/gu, '【$1】')))
      latest = null
      if (shown) await context.replyWithDraft(shown.text).catch(() => latch.refuse('drafts'))
    }
    showing = null
  }

  return {
    show(textSoFar) {
      if (context.chat?.type !== 'private' || !latch.allows('drafts')) return
      latest = textSoFar
      showing ??= showAll()
    },
    async end() {
      latest = null
      await showing
    },
  }
}
