import type { Json } from '../storage/store.js'

/** An API call, closest to the network. */
export type Call = (
  method: string,
  payload: Json,
) => Promise<{ ok: true; result: unknown } | { ok: false; error_code: number; description: string }>

/**
 * Looks whether a message of which nobody knows has arrived. Telegram numbers messages upwards, in a
 * group by itself and over all private chats of a bot together; giving a message the buttons it has already changes
 * nothing, and tells that it is there. Null where none is found.
 *
 * @param context what was written before sending: the chat, the buttons
 * @param range ids looked at; among them may be messages of other people, but none that the bot sent for another update
 */
export async function findDelivered(
  call: Call,
  { chat_id, reply_markup }: Json,
  { first, last }: { first: number; last: number },
): Promise<Json | null> {
  for (let id = first; id <= last; id += 1) {
    const buttons = isInline(reply_markup) ? { reply_markup } : {}
    const response = await call('editMessageReplyMarkup', { chat_id, message_id: id, ...buttons })
    // A change that was made tells of another message; a server that says yes to everything is not believed either.
    if (response.ok) continue
    if (/message is not modified/iu.test(response.description)) return { message_id: id, chat: { id: chat_id } }
    // Too many calls, or a server at fault: tried again by whoever retries the message itself.
    if (response.error_code === 429 || response.error_code >= 500) throw new NotTold()
  }
  return null
}

/** The server did not say whether the message is there. */
class NotTold extends Error {
  override readonly name = 'NotTold'
}

function isInline(markup: unknown): boolean {
  return typeof markup === 'object' && markup !== null && 'inline_keyboard' in markup
}
