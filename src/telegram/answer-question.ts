import type { Context } from 'grammy'
import type { Conversation } from '../answer/assistant.js'
import { messages } from '../messages.js'
import { sendWords } from './delivery.js'
import { createDraftStream } from './draft-stream.js'
import type { Outgoing } from './outgoing.js'
import { type BotParts, participantOf, sourceOf } from './parts.js'
import { replyButtons } from './reply-buttons.js'
import { replyMessages } from './reply-messages.js'
import { bold, plain, type RichText } from './rich-text.js'
import type { KeptReply } from './state.js'
import { whileTyping } from './typing.js'

const words = messages.telegram

/** Characters of a question that are read; the rest is told to be left out. */
export const QUESTION_LIMIT = 500

/** Answers a message, and remembers where the answer stands, for its buttons and for the day the question is edited. */
export async function answerMessage(context: Context, question: string, parts: BotParts): Promise<void> {
  if (question === '') return sendWords(parts.delivery, context, words.emptyQuestion)
  const kept = await keep(context, context.msg?.message_id ?? null, parts)
  const answer = await ask(context, { question, kept }, parts)
  await remember(context, kept, await parts.delivery.send(context, answer), parts)
}

/** Answers a question that a button asks, and says what was asked. @param reportId of the report to ask */
export async function answerButton(
  context: Context,
  question: string,
  parts: BotParts,
  reportId?: string,
): Promise<void> {
  const kept = await keep(context, null, parts)
  const answer = await ask(context, { question, kept, reportId, heading: heading(question) }, parts)
  await remember(context, kept, await parts.delivery.send(context, answer), parts)
}

/** Answers a question that was changed after it had been sent, in the messages that hold its answer. */
export async function answerEdited(context: Context, question: string, parts: BotParts): Promise<void> {
  const kept = await parts.state.replies.findByQuestion(context.chat!.id, context.msg?.message_id ?? 0)
  if (!kept || question === '') return answerMessage(context, question, parts)
  const answer = await ask(context, { question, kept }, parts)
  await remember(context, kept, await replace(context, kept, answer, parts), parts)
}

interface Asking {
  question: string
  /** What is remembered of the reply to come. */
  kept: KeptReply
  reportId?: string | undefined
  heading?: RichText
}

/** Remembers a reply before it is made, and what the turns before it left, so that making it anew gives the same. */
async function keep(context: Context, questionMessageId: number | null, { state }: BotParts): Promise<KeptReply> {
  const who = participantOf(context)
  const before = (await state.conversations.get(who)) ?? null
  return state.replies.add(who, { questionMessageId, messageIds: [], content: { before } }, sourceOf(context))
}

async function ask(context: Context, asking: Asking, parts: BotParts): Promise<Outgoing[]> {
  const { assistant, state, library, figureQuestions } = parts
  const { kept, reportId } = asking
  const { question, isCut } = cut(asking.question)
  const conversation = (kept.content.before ?? undefined) as Conversation | undefined
  const options = { conversation, ...(reportId !== undefined && { reportId }) }
  const drafts = createDraftStream(context, parts.latch)
  const onText = (textSoFar: string) => drafts.show(textSoFar)
  const turn = await whileTyping(context, () => assistant.ask(question, { ...options, onText }))
  await drafts.end()
  await state.conversations.set(participantOf(context), turn.conversation)
  await parts.onAnswered(turn, sourceOf(context))
  const buttons = await replyButtons(turn.reply, { library, figureQuestions, replyKey: kept.key })
  const before = isCut ? plain(words.cut(QUESTION_LIMIT)) : asking.heading
  return replyMessages(turn.reply, { buttons, ...(before && { before }) })
}

async function remember(context: Context, { key }: KeptReply, messageIds: readonly number[], { state }: BotParts) {
  await state.replies.update(context.chat!.id, key, { messageIds })
}

/** Puts messages in the place of those sent before; what is gone or too few is sent anew, what is too many is deleted. */
async function replace(
  context: Context,
  { messageIds }: KeptReply,
  replacements: readonly Outgoing[],
  { delivery }: BotParts,
): Promise<number[]> {
  const ids: number[] = []
  for (const [position, message] of replacements.entries()) {
    const id = messageIds[position]
    const isEdited = id !== undefined && (await delivery.edit(context, id, message))
    ids.push(...(isEdited ? [id] : await delivery.send(context, [message])))
  }
  for (const surplus of messageIds.slice(replacements.length))
    await context.api.deleteMessage(context.chat!.id, surplus).catch(() => {})
  return ids
}

function cut(question: string): { question: string; isCut: boolean } {
  const characters = [...question]
  if (characters.length <= QUESTION_LIMIT) return { question, isCut: false }
  return { question: characters.slice(0, QUESTION_LIMIT).join(''), isCut: true }
}

function heading(question: string): RichText {
  const text = words.asked(question)
  return bold(plain(text), [{ start: 0, end: text.length }])
}
