import type { Context } from 'grammy'
import type { Conversation, Turn } from '../answer/assistant.js'
import { messages } from '../messages.js'
import { sendWords } from './delivery.js'
import { createDraftStream } from './draft-stream.js'
import type { Outgoing } from './outgoing.js'
import { type BotParts, participantOf } from './parts.js'
import { replyButtons } from './reply-buttons.js'
import { replyMessages } from './reply-messages.js'
import { bold, plain, type RichText } from './rich-text.js'
import type { SentReply } from './state.js'
import { whileTyping } from './typing.js'

const words = messages.telegram

/** Characters of a question that are read; the rest is told to be left out. */
export const QUESTION_LIMIT = 500

/** Answers a message, and remembers where the answer stands, for its buttons and for the day the question is edited. */
export async function answerMessage(context: Context, question: string, parts: BotParts): Promise<void> {
  if (question === '') return sendWords(parts.delivery, context, words.emptyQuestion)
  const before = await parts.state.conversations.get(participantOf(context))
  const asked = await ask(context, { question, before, questionMessageId: context.msg?.message_id ?? null }, parts)
  await remember(context, asked, await parts.delivery.send(context, asked.messages), parts)
}

/** Answers a question that a button asks, and says what was asked. @param reportId of the report to ask */
export async function answerButton(
  context: Context,
  question: string,
  parts: BotParts,
  reportId?: string,
): Promise<void> {
  const before = await parts.state.conversations.get(participantOf(context))
  const asking = { question, before, reportId, questionMessageId: null, heading: heading(question) }
  const asked = await ask(context, asking, parts)
  await remember(context, asked, await parts.delivery.send(context, asked.messages), parts)
}

/** Answers a question that was changed after it had been sent, in the messages that hold its answer. */
export async function answerEdited(context: Context, question: string, parts: BotParts): Promise<void> {
  const messageId = context.msg?.message_id ?? 0
  const sent = await parts.state.replies.findByQuestion(context.chat!.id, messageId)
  if (!sent || question === '') return answerMessage(context, question, parts)
  const before = (sent.content.before ?? undefined) as Conversation | undefined
  const asked = await ask(context, { question, before, questionMessageId: messageId, replyKey: sent.key }, parts)
  await remember(context, asked, await replace(context, sent, asked.messages, parts), parts)
}

interface Asking {
  question: string
  /** What the turns before the question left. */
  before: Conversation | undefined
  questionMessageId: number | null
  reportId?: string | undefined
  heading?: RichText
  /** Of the reply that is replaced. */
  replyKey?: string
}

interface Asked {
  key: string
  turn: Turn
  messages: Outgoing[]
}

async function ask(context: Context, asking: Asking, parts: BotParts): Promise<Asked> {
  const { assistant, state, library, figureQuestions } = parts
  const who = participantOf(context)
  const { question, isCut } = cut(asking.question)
  const options = { conversation: asking.before, ...(asking.reportId !== undefined && { reportId: asking.reportId }) }
  const drafts = createDraftStream(context, parts.latch)
  const onText = (textSoFar: string) => drafts.show(textSoFar)
  const turn = await whileTyping(context, () => assistant.ask(question, { ...options, onText }))
  await drafts.end()
  await state.conversations.set(who, turn.conversation)
  await parts.onAnswered(turn)
  const { questionMessageId } = asking
  const content = { before: asking.before ?? null }
  const key = asking.replyKey ?? (await state.replies.add(who, { questionMessageId, messageIds: [], content }))
  const buttons = await replyButtons(turn.reply, { library, figureQuestions, replyKey: key })
  const before = isCut ? plain(words.cut(QUESTION_LIMIT)) : asking.heading
  return { key, turn, messages: replyMessages(turn.reply, { buttons, ...(before && { before }) }) }
}

async function remember(context: Context, { key }: Asked, messageIds: readonly number[], { state }: BotParts) {
  await state.replies.update(context.chat!.id, key, { messageIds })
}

/** Puts messages in the place of those sent before; what is gone or too few is sent anew, what is too many is deleted. */
async function replace(
  context: Context,
  { messageIds }: SentReply,
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
