import type { Context } from 'grammy'
import type { InlineKeyboardButton } from 'grammy/types'
import { messages } from '../messages.js'
import type { Tap } from './buttons.js'
import type { Action, CallbackData } from './callback-data.js'
import { participantOf } from './parts.js'
import { FEEDBACK_REASONS } from './state.js'

const words = messages.telegram

/** 👍 thanks; 👎 asks why, one tap more. A reply that this chat never had gets no opinion. */
export async function takeOpinion({ context, action, parts, tell }: Tap<'rate'>): Promise<void> {
  const who = participantOf(context)
  if (!(await parts.state.replies.find(who.chatId, action.reply))) return
  const isGood = action.good === 1
  await parts.state.feedback.give(who, action.reply, { verdict: isGood ? 'up' : 'down', reason: null })
  await tell({ text: isGood ? words.tapped.thanks : words.tapped.why })
  if (!isGood) await showBelow(context, parts.callbackData, reasonButtons(action.reply))
  else if (isAlone(context)) await showBelow(context, parts.callbackData, [])
}

/** Why an answer was no good. In a group the others can still give their opinion. */
export async function takeReason({ context, action, parts, tell }: Tap<'reason'>): Promise<void> {
  const who = participantOf(context)
  const reason = FEEDBACK_REASONS[action.reason]
  if (reason === undefined || !(await parts.state.replies.find(who.chatId, action.reply))) return
  await parts.state.feedback.give(who, action.reply, { verdict: 'down', reason })
  await tell({ text: words.tapped.noted })
  await showBelow(context, parts.callbackData, isAlone(context) ? [] : [opinionButtons(action.reply)])
}

interface ActionButton {
  text: string
  action: Action
}

/** 👍 and 👎 for a reply. */
export function opinionButtons(reply: string): ActionButton[] {
  return [
    { text: words.buttons.good, action: { kind: 'rate', reply, good: 1 } },
    { text: words.buttons.bad, action: { kind: 'rate', reply, good: 0 } },
  ]
}

function reasonButtons(reply: string): ActionButton[][] {
  const [first, second, third, fourth] = FEEDBACK_REASONS.map(
    (reason, index): ActionButton => ({
      text: words.buttons.reasons[reason],
      action: { kind: 'reason', reply, reason: index },
    }),
  )
  return [
    [first!, second!],
    [third!, fourth!],
  ]
}

/** Puts rows in the place of the opinion's; all other buttons stay. A message too old to be read keeps its own. */
async function showBelow(context: Context, callbackData: CallbackData, rows: readonly ActionButton[][]): Promise<void> {
  const message = context.callbackQuery?.message
  const markup = message && 'reply_markup' in message ? message.reply_markup : undefined
  if (message === undefined || markup === undefined) return
  const chatId = message.chat.id
  const isOpinion = (button: InlineKeyboardButton) => {
    const action = 'callback_data' in button ? callbackData.read(button.callback_data, chatId) : null
    return action?.kind === 'rate' || action?.kind === 'reason'
  }
  const added = rows.map((row) =>
    row.map(({ text, action }) => ({ text, callback_data: callbackData.write(action, chatId) })),
  )
  const others = markup.inline_keyboard.filter((row) => !row.some(isOpinion))
  const reply_markup = { inline_keyboard: [...others, ...added] }
  await context.api.editMessageReplyMarkup(chatId, message.message_id, { reply_markup }).catch(() => {})
}

function isAlone(context: Context): boolean {
  return context.chat?.type === 'private'
}
