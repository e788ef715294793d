import type { Json } from '../storage/store.js'

/** An API call, closest to the network. */
export type Call = (
  method: string,
  payload: Json,
) => Promise<{ ok: true; result: unknown } | { ok: false; error_code: number; description: string }>

/**
 * Looks whether a message of which nobody knows has arrived. Telegram numbers messages upwards, in a
 * group by itself and over all private chats of a bot together; giving a message the buttons it has already changes
 * nothing, and tells whether the message is there and the bot's own. Null where none is found.
 *
 * @param context what was written before sending: the chat, the buttons, the highest id known in the chat
 * @param count so many ids above that are looked at
 */
export async function findDelivered(call: Call, context: Json, count: number): Promise<Json | null> {
  const { chat_id, reply_markup, floor } = context
  for (let id = Number(floor) + 1; id <= Number(floor) + count; id += 1) {
    const buttons = isInline(reply_markup) ? { reply_markup } : {}
    const response = await call('editMessageReplyMarkup', { chat_id, message_id: id, ...buttons })
    if (response.ok ? isThatMessage(response.result, id) : /message is not modified/iu.test(response.description))
      return { message_id: id, chat: { id: chat_id } }
    // Too many calls, or a server at fault: tried again by whoever retries the message itself.
    if (!response.ok && (response.error_code === 429 || response.error_code >= 500)) throw new NotTold()
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

/** A server that says yes to everything is not believed. */
function isThatMessage(result: unknown, id: number): boolean {
  return typeof result === 'object' && result !== null && 'message_id' in result && result.message_id === id
}
