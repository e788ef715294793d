import type { Context } from 'grammy'
import { messages } from '../messages.js'
import { type AttachmentKind, readRequest } from './addressing.js'
import { answerEdited, answerMessage } from './answer-question.js'
import { obey } from './commands.js'
import { sendWords } from './delivery.js'
import { isFeedback, takeWords } from './feedback-words.js'
import type { BotParts } from './parts.js'

const words = messages.telegram

/** Answers messages: commands, questions, and kind words for what is neither. */
export function createResponder(parts: BotParts): (context: Context) => Promise<void> {
  return async (context) => {
    const request = readRequest(context)
    if (request.kind === 'command') await obey(request, context, parts)
    else if (request.kind === 'attachment') await sendWords(parts.delivery, context, attachmentWords(request.what))
    else if (request.kind === 'question' && isFeedback(context)) await takeWords(context, request.text, parts)
    else if (request.kind === 'question') await answerMessage(context, request.text, parts)
  }
}

/** Answers a question again that was edited; what was no question before or is none now stays as it is. */
export function createEditResponder(parts: BotParts): (context: Context) => Promise<void> {
  return async (context) => {
    const request = readRequest(context)
    if (request.kind === 'question') await answerEdited(context, request.text, parts)
  }
}

function attachmentWords(what: AttachmentKind): string {
  return what === 'other' ? words.onlyText : words.onlyTextOf[what]
}
