import type { Context } from 'grammy'
import type { Assistant, Turn } from '../answer/assistant.js'
import type { CallbackData } from './callback-data.js'
import type { Delivery } from './delivery.js'
import type { Examples } from './examples.js'
import type { FigureQuestions } from './figure-questions.js'
import type { Latch } from './latch.js'
import type { Library } from './library.js'
import type { BotState, Participant, Source } from './state.js'

/** What the bot's handlers share. */
export interface BotParts {
  assistant: Assistant
  library: Library
  state: BotState
  delivery: Delivery
  callbackData: CallbackData
  figureQuestions: FigureQuestions
  examples: Examples
  latch: Latch
  /** Told of every answer to a citizen, for an audit; once more, with the same source, where it was cut short. */
  onAnswered: (turn: Turn, source: Source) => Promise<void>
}

/** Names the work on an update. */
export function sourceOf({ me, update }: Context): Source {
  return `${me.id} ${update.update_id}`
}

/** Who speaks where: in a group everybody has a conversation of their own. */
export function participantOf(context: Context): Participant {
  const chatId = context.chat!.id
  return { chatId, userId: context.senderChat?.id ?? context.from?.id ?? chatId }
}
