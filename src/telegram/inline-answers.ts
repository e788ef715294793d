import { createHash } from 'node:crypto'
import type { Context } from 'grammy'
import type { InlineQueryResultArticle } from 'grammy/types'
import type { Reply } from '../answer/reply.js'
import { messages } from '../messages.js'
import { label } from './outgoing.js'
import { type BotParts, sourceOf } from './parts.js'
import { neighbourFigures } from './reply-buttons.js'
import { replyMessages } from './reply-messages.js'

const words = messages.telegram

/** Answers depend on the report alone, and it may be exchanged at any time. */
const CACHE_SECONDS = 60
const TITLE_COLUMNS = 60
const DESCRIPTION_COLUMNS = 120

/** Offers cited answers to share in any chat: to what was typed, and to what stands beside it; examples for nothing. */
export function createInlineAnswers(parts: BotParts): (context: Context) => Promise<void> {
  return async (context) => {
    const query = context.inlineQuery?.query.trim() ?? ''
    const replies = query === '' ? await exampleReplies(parts) : await repliesTo(query, context, parts)
    const results = replies.filter(({ outcome }) => outcome === 'answered').map(toArticle)
    const text = results.length === 0 ? words.inline.none : words.inline.more
    await context.answerInlineQuery(unique(results), {
      cache_time: CACHE_SECONDS,
      button: { text, start_parameter: 'inline' },
    })
  }
}

async function exampleReplies({ assistant, examples }: BotParts): Promise<Reply[]> {
  const shown = await examples()
  const turns = await Promise.all(
    shown.map(({ question, report }) => assistant.ask(question, { mode: 'extractive', reportId: report.id })),
  )
  return turns.map(({ reply }) => reply)
}

async function repliesTo(query: string, context: Context, parts: BotParts): Promise<Reply[]> {
  // Asked anew with every few letters typed: no matter for a model, which costs time and tokens.
  const turn = await parts.assistant.ask(query, { mode: 'extractive' })
  await parts.onAnswered(turn, sourceOf(context))
  const found = await neighbourFigures(turn.reply, parts)
  if (!found) return [turn.reply]
  const questions = await Promise.all(
    [found.year, found.related].map((figure) => figure && parts.figureQuestions.for(found.report, figure)),
  )
  const reportId = found.report.id
  const turns = await Promise.all(
    questions.flatMap((question) =>
      question ? [parts.assistant.ask(question, { mode: 'extractive', reportId })] : [],
    ),
  )
  return [turn.reply, ...turns.map(({ reply }) => reply)]
}

function toArticle(reply: Reply): InlineQueryResultArticle {
  const [message] = replyMessages(reply)
  const { text, entities } = message!.text
  return {
    type: 'article',
    id: createHash('sha256').update(`${reply.question}\n${text}`).digest('hex').slice(0, 32),
    title: label(reply.question, TITLE_COLUMNS),
    description: label(reply.answer.replace(/\[\d{1,3}\]/gu, ''), DESCRIPTION_COLUMNS),
    input_message_content: { message_text: text, entities, link_preview_options: { is_disabled: true } },
  }
}

/** Telegram refuses two results of one id. */
function unique(results: readonly InlineQueryResultArticle[]): InlineQueryResultArticle[] {
  return [...new Map(results.map((result) => [result.id, result])).values()]
}
