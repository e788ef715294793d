import * as z from 'zod'
import { messages } from '../../messages.js'
import { type ChatModel, type DocumentSchema, startTimeLimit } from '../../model/chat-model.js'
import { ModelError } from '../../model/model-error.js'
import { toSearchForm } from '../../text/search-form.js'
import type { ModelTrace } from '../assistant.js'
import { openAccount, type TokenPrice } from './account.js'
import { rewritingPrompt } from './prompt.js'
import { contentWords } from './reply-words.js'

/** Completes a follow-up by the question before it. */
export type RewriteQuestion = (previous: string, current: string, timeLimitMs: number) => Promise<Rewriting>

export interface Rewriting {
  /** Null where the model cannot, or says more or less than the two. */
  question: string | null
  /** What it took; its reason says why there is no question. */
  model: ModelTrace
}

const LONGEST = 200
const questionSchema = z.object({ question: z.string().max(LONGEST).describe('补全后的问题') })
const schema: DocumentSchema = {
  name: 'question',
  json: z.toJSONSchema(questionSchema),
  read: (document) => questionSchema.safeParse(document).data,
}

export interface RewriterDependencies {
  model: ChatModel
  redact: (question: string) => string
  price: TokenPrice | null
}

/** Lets a model complete follow-ups. What it writes is only a question: what is answered is decided as for any other. */
export function createRewriter({ model, redact, price }: RewriterDependencies): RewriteQuestion {
  return async (previous, current, timeLimitMs) => {
    const limit = startTimeLimit(timeLimitMs)
    const account = openAccount(model.modelId, price)
    try {
      const { document, rung } = await model.ask({
        messages: rewritingPrompt(redact(previous), redact(current)),
        schema,
        limit,
        onUsage: account.add,
      })
      account.rung(rung)
      const { question } = document as z.output<typeof questionSchema>
      if (isMadeOf(question, previous, current)) return { question, model: account.close('extractive', null) }
      return { question: null, model: account.close('extractive', messages.written.notMadeOf) }
    } catch (error) {
      if (!(error instanceof ModelError)) throw error
      return { question: null, model: account.close('extractive', error.message) }
    }
  }
}

/** Whether a question holds every word of the follow-up, and none that neither it nor the question before holds. */
export function isMadeOf(question: string, previous: string, current: string): boolean {
  const [own, before, whole] = [toSearchForm(current), toSearchForm(previous), toSearchForm(question)]
  const kept = contentWords(current).filter((word) => word.length > 1)
  const numbers = (text: string): string[] => text.match(/\d+(?:\.\d+)?/g) ?? []
  const known = new Set([...numbers(own), ...numbers(before)])
  return (
    kept.length > 0 &&
    kept.every((word) => whole.includes(word)) &&
    numbers(whole).every((number) => known.has(number)) &&
    contentWords(question).every((word) => own.includes(word) || before.includes(word))
  )
}
