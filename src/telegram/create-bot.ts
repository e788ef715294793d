import { Bot, type Context, type MiddlewareFn, type Transformer } from 'grammy'
import type { Assistant } from '../answer/assistant.js'
import { messages } from '../messages.js'
import { readRequest } from './addressing.js'
import { BotFault, isHarmless, toBotFault } from './bot-fault.js'
import { inChatOrder } from './chat-order.js'
import { about, greeting } from './commands.js'
import { type Conversations, createConversations } from './conversations.js'
import { createExamples } from './examples.js'
import type { Library } from './library.js'
import type { Pause } from './pause.js'
import { renderReply } from './render-reply.js'
import { retryCalls } from './retry-calls.js'
import { send, sendPlain } from './send.js'
import { whileTyping } from './typing.js'

/** A question of more characters than this is pasted text. */
const QUESTION_LIMIT = 500

/** Longer than a long poll; a dead connection is given up after this. */
const CALL_LIMIT_SECONDS = 60

const words = messages.telegram

export interface BotOptions {
  /** The token from @BotFather. Appears in no message, error or log. */
  token: string
  /** Another Bot API server, e.g. http://127.0.0.1:8081; default https://api.telegram.org. */
  apiRoot?: string
  assistant: Assistant
  /** Told of every fault; each is one sentence to log. */
  onError: (fault: BotFault) => void
  /** Ends waiting for retries when the program stops. */
  signal?: AbortSignal
  conversations?: Conversations
  /** What citizens can browse; default: nothing. */
  library?: Library
  /** Runs before anything else sees an update: limits, bans, the admins' commands. */
  before?: readonly MiddlewareFn[]
  /** See every API call next to the network, each attempt by itself. */
  innermost?: readonly Transformer[]
  /** Replaced by tests, which do not wait. */
  pause?: Pause
}

/**
 * The bot: commands, questions, follow-ups, all in the order of each chat. Feed it through `runBot` (long polling) or,
 * once `init()` has run, through `handleUpdate` (webhooks).
 * @throws BotFault `token_missing`
 */
export function createBot(options: BotOptions): Bot {
  const token = options.token.trim()
  if (token === '') throw new BotFault('token_missing', messages.botFault.token_missing)
  const bot = new Bot(token, {
    client: { apiRoot: apiRootOf(options), timeoutSeconds: CALL_LIMIT_SECONDS },
  })
  bot.api.config.use(...(options.innermost ?? []))
  bot.api.config.use(
    retryCalls({
      signal: options.signal ?? new AbortController().signal,
      onFault: options.onError,
      pause: options.pause,
    }),
  )
  bot.use(reportFaults(options.onError))
  for (const middleware of options.before ?? []) bot.use(middleware)
  bot.on('message', async (context, next) => {
    if (readRequest(context).kind !== 'none') await next()
  })
  bot.use(inChatOrder({ onTurnedAway: turnAway(options.onError) }))
  bot.on('message', createResponder(options))
  return bot
}

function apiRootOf(options: BotOptions): string {
  return options.apiRoot?.replace(/\/+$/u, '') || 'https://api.telegram.org'
}

function createResponder(options: BotOptions): (context: Context) => Promise<void> {
  const { assistant, conversations = createConversations() } = options
  const examples = createExamples(assistant)
  const commands: Record<string, (context: Context) => Promise<void>> = {
    async start(context) {
      conversations.delete(conversationKey(context))
      const questions = await examples()
      await send(context, [greeting(assistant.status(), questions)], { keyboard: keyboardOf(context, questions) })
    },
    help: (context) => sendPlain(context, words.help),
    about: (context) => send(context, [about(assistant.status())]),
  }
  return async (context) => {
    const request = readRequest(context)
    if (request.kind === 'command') {
      await (commands[request.name] ?? ((unknown) => sendPlain(unknown, words.unknownCommand)))(context)
    } else if (request.kind === 'attachment') await sendPlain(context, words.onlyText)
    else if (request.kind === 'question') await answer(context, request.text, assistant, conversations)
  }
}

async function answer(context: Context, question: string, assistant: Assistant, conversations: Conversations) {
  if (question === '') return sendPlain(context, words.emptyQuestion)
  if ([...question].length > QUESTION_LIMIT) return sendPlain(context, words.tooLong(QUESTION_LIMIT))
  const key = conversationKey(context)
  const turn = await whileTyping(context, () => assistant.ask(question, { conversation: conversations.get(key) }))
  conversations.set(key, turn.conversation)
  await send(context, renderReply(turn.reply))
}

/** In a group everybody has a conversation of their own. */
function conversationKey(context: Context): string {
  const isPrivate = context.chat?.type === 'private'
  return isPrivate ? `${context.chat?.id}` : `${context.chat?.id}:${context.from?.id}`
}

/** Example questions to tap, in private chats; a group would show the keyboard to everybody. */
function keyboardOf(context: Context, questions: readonly string[]) {
  if (questions.length === 0 || context.chat?.type !== 'private') return undefined
  return {
    keyboard: questions.map((question) => [{ text: question }]),
    one_time_keyboard: true,
    resize_keyboard: true,
    input_field_placeholder: words.placeholder,
  }
}

/** No update ends the bot: a fault is told to the staff, and in one sentence to the citizen where that can help. */
function reportFaults(onError: BotOptions['onError']) {
  return async (context: Context, next: () => Promise<void>): Promise<void> => {
    try {
      await next()
    } catch (error) {
      const fault = toBotFault(error, context.chat?.id ?? null)
      onError(fault)
      if (isHarmless(fault) || fault.code === 'network') return
      await sendPlain(context, words.failed).catch((second: unknown) => onError(toBotFault(second, fault.chatId)))
    }
  }
}

function turnAway(onError: BotOptions['onError']) {
  return async (context: Context, isFirst: boolean): Promise<void> => {
    if (!isFirst) return
    onError(new BotFault('busy', messages.botFault.busy, context.chat?.id ?? null))
    await sendPlain(context, words.tooFast)
  }
}
