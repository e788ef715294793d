import { type Context, GrammyError, HttpError } from 'grammy'
import type { ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters } from 'grammy/types'
import { isHarmless, toBotFault } from './bot-fault.js'
import type { CallbackData } from './callback-data.js'
import type { Ability, Latch } from './latch.js'
import type { Button, Outgoing } from './outgoing.js'
import { plain } from './rich-text.js'
import { splitRichText } from './split-rich-text.js'

/** Brings messages to Telegram as well as the server can: rich, else with entities, else plain. */
export interface Delivery {
  /** Sends messages in order, long ones in parts; their ids come back. In a group the first answers who asked. */
  send(context: Context, messages: readonly Outgoing[]): Promise<number[]>
  /** Changes one of the bot's messages in the chat. False where it is gone or cannot be changed any more. */
  edit(context: Context, messageId: number, message: Outgoing): Promise<boolean>
}

export interface DeliveryOptions {
  callbackData: CallbackData
  latch: Latch
}

export function createDelivery({ callbackData, latch }: DeliveryOptions): Delivery {
  const markupOf = (chatId: number, { buttons = [] }: Outgoing): InlineKeyboardMarkup => ({
    inline_keyboard: buttons
      .filter((row) => row.length > 0)
      .map((row) => row.map((button) => toInlineButton(button, chatId, callbackData))),
  })
  return {
    async send(context, messages) {
      const chatId = context.chat!.id
      const ids: number[] = []
      for (const message of messages.flatMap(inParts)) {
        const hasButtons = (message.buttons?.length ?? 0) > 0
        const extra = {
          ...(ids.length === 0 && replyTo(context)),
          ...(hasButtons && { reply_markup: markupOf(chatId, message) }),
          ...(message.replyHint && { reply_markup: askForReply(message.replyHint) }),
        }
        ids.push(await sendOne(context, message, extra, latch))
      }
      return ids
    },
    async edit(context, messageId, message) {
      const extra = { reply_markup: markupOf(context.chat!.id, message) }
      try {
        await editOne(context, messageId, message, extra, latch)
        return true
      } catch (error) {
        const { code } = toBotFault(error)
        if (code === 'not_modified') return true
        if (
          error instanceof GrammyError &&
          /can't be edited|message to edit not found|MESSAGE_ID_INVALID/iu.test(error.description ?? '')
        )
          return false
        throw error
      }
    },
  }
}

/** A text of more than one message; rich layout, where there is one, holds it whole. */
function inParts(message: Outgoing): Outgoing[] {
  const parts = splitRichText(message.text)
  if (parts.length <= 1) return [message]
  return parts.map((text, position) =>
    position === parts.length - 1 && message.buttons ? { text, buttons: message.buttons } : { text },
  )
}

/** In a group only of the person who is answered. */
function askForReply(hint: string): ForceReply {
  return { force_reply: true, selective: true, input_field_placeholder: hint }
}

function toInlineButton(button: Button, chatId: number, callbackData: CallbackData): InlineKeyboardButton {
  if ('url' in button) return { text: button.text, url: button.url }
  return { text: button.text, callback_data: callbackData.write(button.action, chatId) }
}

interface Extra {
  reply_parameters?: ReplyParameters
  reply_markup?: InlineKeyboardMarkup | ForceReply
}

type EditExtra = { reply_markup: InlineKeyboardMarkup }

const NO_PREVIEW = { link_preview_options: { is_disabled: true } }

function sendOne(context: Context, message: Outgoing, extra: Extra, latch: Latch): Promise<number> {
  const { text, entities } = message.text
  return atBest(message, latch, {
    rich: async (blocks) =>
      messageIdOf(await context.replyWithRichMessage({ blocks, skip_entity_detection: true }, extra)),
    entities: async () => (await context.reply(text, { ...extra, ...NO_PREVIEW, entities })).message_id,
    plain: async () => (await context.reply(text, { ...extra, ...NO_PREVIEW })).message_id,
  })
}

function editOne(
  context: Context,
  messageId: number,
  message: Outgoing,
  extra: EditExtra,
  latch: Latch,
): Promise<number> {
  const { text, entities } = message.text
  const change = async (other: Parameters<Context['api']['editMessageText']>[3]) => {
    await context.api.editMessageText(context.chat!.id, messageId, text, { ...extra, ...NO_PREVIEW, ...other })
    return messageId
  }
  return atBest(message, latch, {
    rich: async (blocks) => {
      const rich_message = { blocks, skip_entity_detection: true }
      await context.api.raw.editMessageText({
        chat_id: context.chat!.id,
        message_id: messageId,
        rich_message,
        ...extra,
      })
      return messageId
    },
    entities: () => change({ entities }),
    plain: () => change({}),
  })
}

interface Ways {
  rich(blocks: NonNullable<Outgoing['blocks']>): Promise<number>
  entities(): Promise<number>
  plain(): Promise<number>
}

/** The first way that the server takes; one that it refuses is not tried again for a while. */
async function atBest({ blocks }: Outgoing, latch: Latch, ways: Ways): Promise<number> {
  if (blocks && latch.allows('rich')) {
    const id = await unlessRefused('rich', latch, () => ways.rich(blocks))
    if (id !== null) return id
  }
  if (latch.allows('entities')) {
    const id = await unlessRefused('entities', latch, ways.entities)
    if (id !== null) return id
  }
  return ways.plain()
}

async function unlessRefused(ability: Ability, latch: Latch, call: () => Promise<number>): Promise<number | null> {
  try {
    return await call()
  } catch (error) {
    // Rich messages are not tried twice: what the network cost, the next way makes good.
    if (ability === 'rich' && error instanceof HttpError) return null
    if (!isRefusal(error, ability)) throw error
    latch.refuse(ability)
    return null
  }
}

/** A server that does not know a method may answer it all the same, with something that is no message. */
class NoMessage extends Error {
  override readonly name = 'NoMessage'
}

function messageIdOf(sent: unknown): number {
  const id = (sent as { message_id?: unknown } | null)?.message_id
  if (typeof id === 'number') return id
  throw new NoMessage('no message')
}

function isRefusal(error: unknown, ability: Ability): boolean {
  if (error instanceof NoMessage) return ability === 'rich'
  if (!(error instanceof GrammyError) || error.error_code === 429 || isHarmless(toBotFault(error))) return false
  if (ability === 'entities') return error.error_code === 400 && /entit/iu.test(error.description ?? '')
  return !/edited|message to edit not found|message_id_invalid|thread not found/iu.test(error.description ?? '')
}

function replyTo(context: Context): { reply_parameters: ReplyParameters } | false {
  const message = context.msg
  if (message === undefined || context.chat?.type === 'private') return false
  return { reply_parameters: { message_id: message.message_id, allow_sending_without_reply: true } }
}

/** Sends words without formatting. */
export async function sendWords(delivery: Delivery, context: Context, words: string): Promise<void> {
  await delivery.send(context, [{ text: plain(words) }])
}
