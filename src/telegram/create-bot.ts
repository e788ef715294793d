import { Bot, type Context, type MiddlewareFn, type Transformer } from 'grammy'
import type { Assistant, Turn } from '../answer/assistant.js'
import { messages } from '../messages.js'
import { readRequest } from './addressing.js'
import { BotFault, isHarmless, toBotFault } from './bot-fault.js'
import { createButtons } from './buttons.js'
import { createCallbackData } from './callback-data.js'
import { createDelivery, sendWords } from './delivery.js'
import { createExamples } from './examples.js'
import { createFigureQuestions } from './figure-questions.js'
import { createInlineAnswers } from './inline-answers.js'
import { createLatch } from './latch.js'
import { emptyLibrary, type Library } from './library.js'
import type { BotParts } from './parts.js'
import type { Pause } from './pause.js'
import { createEditResponder, createResponder } from './respond.js'
import { retryCalls } from './retry-calls.js'
import type { BotState, Source } from './state.js'

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
  /** Conversations, replies, feedback. */
  state: BotState
  /** What citizens can browse; default: nothing. */
  library?: Library
  /** Told of every answer to a citizen, for an audit; once more, with the same source, where it was cut short. */
  onAnswered?: (turn: Turn, source: Source) => Promise<void>
  /** Runs before anything else sees an update: limits, bans, the admins' commands. */
  before?: readonly MiddlewareFn[]
  /** See every API call next to the network, each attempt by itself. */
  innermost?: readonly Transformer[]
  /** Replaced by tests, which do not wait. */
  pause?: Pause
}

/**
 * The bot: commands, questions, follow-ups, buttons. `runBot` feeds it, in the order of each chat.
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
  const parts = partsOf(options, token)
  bot.use(reportFaults(options.onError, parts))
  for (const middleware of options.before ?? []) bot.use(middleware)
  bot.on('inline_query', createInlineAnswers(parts))
  bot.on(['message', 'edited_message'], async (context, next) => {
    if (readRequest(context).kind !== 'none') await next()
  })
  bot.on('message', createResponder(parts))
  bot.on('edited_message', createEditResponder(parts))
  bot.on('callback_query', createButtons(parts))
  return bot
}

function apiRootOf(options: BotOptions): string {
  return options.apiRoot?.replace(/\/+$/u, '') || 'https://api.telegram.org'
}

function partsOf(options: BotOptions, token: string): BotParts {
  const { assistant, library = emptyLibrary, state, onAnswered = async () => {} } = options
  const callbackData = createCallbackData(token)
  const latch = createLatch()
  const delivery = createDelivery({ callbackData, latch })
  const figureQuestions = createFigureQuestions(assistant)
  const examples = createExamples(library, figureQuestions)
  return { assistant, library, state, delivery, callbackData, figureQuestions, examples, latch, onAnswered }
}

/** No update ends the bot: a fault is told to the staff, and in one sentence to the citizen where that can help. */
function reportFaults(onError: BotOptions['onError'], { delivery }: BotParts) {
  return async (context: Context, next: () => Promise<void>): Promise<void> => {
    try {
      await next()
    } catch (error) {
      const fault = toBotFault(error, context.chat?.id ?? null)
      onError(fault)
      if (isHarmless(fault) || fault.code === 'network' || context.chat === undefined) return
      await sendWords(delivery, context, words.failed).catch((second) => onError(toBotFault(second, fault.chatId)))
    }
  }
}
