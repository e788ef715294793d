import type { Context } from 'grammy'
import { messages } from '../messages.js'
import { redactPersonal } from '../text/redact.js'
import { sendWords } from './delivery.js'
import type { Outgoing } from './outgoing.js'
import { type BotParts, participantOf, sourceOf } from './parts.js'
import { plain } from './rich-text.js'

const words = messages.telegram

/** Characters of an opinion that are kept. */
const LONGEST = 500

/** Asks for an opinion in words: whoever replies to it gives one. */
export const FEEDBACK_PROMPT: Outgoing = { text: plain(words.writeFeedback), replyHint: words.feedbackPlaceholder }

/** True for a reply to the prompt; its words tell it, so that nothing has to be remembered. */
export function isFeedback({ message, me }: Context): boolean {
  const prompt = message?.reply_to_message
  return prompt?.from?.id === me.id && prompt.text === words.writeFeedback
}

/** Keeps what somebody thinks of the bot, personal numbers taken out, and says so. */
export async function takeWords(context: Context, opinion: string, { state, delivery }: BotParts): Promise<void> {
  if (opinion === '') return sendWords(delivery, context, words.emptyQuestion)
  const characters = [...redactPersonal(opinion)]
  await state.feedback.write(participantOf(context), characters.slice(0, LONGEST).join(''), sourceOf(context))
  await sendWords(delivery, context, characters.length > LONGEST ? words.feedbackCut(LONGEST) : words.feedbackNoted)
}
