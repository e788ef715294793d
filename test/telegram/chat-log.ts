import { type Answer, ok, refusal } from './loopback-bot-api.js'

/** The messages of every chat, numbered and edited as Telegram does it. */
export interface ChatLog {
  /** Numbers a message that somebody wrote. */
  receive(chat: { id: number } | undefined): number
  /** Answers what makes or changes messages; undefined for all else. */
  answer(method: string, payload: Record<string, unknown>): Answer | undefined
}

export function createChatLog(): ChatLog {
  /** Private chats (positive ids) share one count, as they do at Telegram; every group has its own. */
  const counts = new Map<number | 'private', number>()
  /** The bot's own messages by chat and number: their text and buttons. */
  const own = new Map<string, string>()

  function nextId(chatId: number): number {
    const count = chatId > 0 ? 'private' : chatId
    const id = (counts.get(count) ?? 0) + 1
    counts.set(count, id)
    return id
  }

  function send(payload: Record<string, unknown>): Answer {
    const chatId = Number(payload.chat_id)
    const id = nextId(chatId)
    own.set(`${chatId}:${id}`, contentOf(payload))
    return ok(toMessage(chatId, id, payload))
  }

  function edit(method: string, payload: Record<string, unknown>): Answer {
    const key = `${payload.chat_id}:${payload.message_id}`
    const before = own.get(key)
    if (before === undefined) return refusal(400, 'Bad Request: message to edit not found')
    const onlyButtons = method === 'editMessageReplyMarkup'
    const after = contentOf(onlyButtons ? { ...JSON.parse(before), reply_markup: payload.reply_markup } : payload)
    if (after === before) {
      return refusal(400, 'Bad Request: message is not modified: specified new message content is the same')
    }
    own.set(key, after)
    return ok(toMessage(Number(payload.chat_id), Number(payload.message_id), payload))
  }

  return {
    receive: (chat) => nextId(chat?.id ?? 1),
    answer(method, payload) {
      if (/^send\w*Message$/u.test(method)) return send(payload)
      return /^editMessage/u.test(method) ? edit(method, payload) : undefined
    },
  }
}

/** What counts as a change of a message. */
function contentOf({ text, rich_message, entities, reply_markup }: Record<string, unknown>): string {
  return JSON.stringify({ text, rich_message, entities, reply_markup })
}

function toMessage(chatId: number, id: number, payload: Record<string, unknown>) {
  return { message_id: id, date: 1, chat: { id: chatId, type: 'private' }, text: payload.text }
}
