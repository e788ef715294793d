import { type Context, GrammyError } from 'grammy'
import type { ReplyKeyboardMarkup, ReplyParameters } from 'grammy/types'
import { plain, type RichText } from './rich-text.js'
import { splitRichText } from './split-rich-text.js'

export interface SendOptions {
  keyboard?: ReplyKeyboardMarkup
}

/**
 * Sends a text, in several messages where it is long. In a group the first answers the message that asked.
 * Should Telegram refuse the formatting, the same words go out without it.
 */
export async function send(context: Context, parts: readonly RichText[], options: SendOptions = {}): Promise<void> {
  const messages = parts.flatMap((part) => splitRichText(part))
  for (const [index, message] of messages.entries()) {
    const isLast = index === messages.length - 1
    const extra = {
      ...(index === 0 && replyTo(context)),
      ...(isLast && options.keyboard !== undefined && { reply_markup: options.keyboard }),
      link_preview_options: { is_disabled: true },
    }
    await sendOne(context, message, extra)
  }
}

/** Sends words without formatting. */
export function sendPlain(context: Context, text: string, options: SendOptions = {}): Promise<void> {
  return send(context, [plain(text)], options)
}

async function sendOne(context: Context, message: RichText, extra: Parameters<Context['reply']>[1]): Promise<void> {
  try {
    await context.reply(message.text, { ...extra, entities: message.entities })
  } catch (error) {
    if (!isAboutFormatting(error)) throw error
    await context.reply(message.text, extra)
  }
}

function isAboutFormatting(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 400 && /entit/iu.test(error.description)
}

function replyTo(context: Context): { reply_parameters: ReplyParameters } | false {
  if (context.message === undefined || context.chat?.type === 'private') return false
  return { reply_parameters: { message_id: context.message.message_id, allow_sending_without_reply: true } }
}
