import { z } from 'zod'
import { type ChatModel, type DocumentSchema, startTimeLimit } from '../../model/chat-model.js'
import { ModelError } from '../../model/model-error.js'
import { toSearchForm } from '../../text/search-form.js'
import { rewritingPrompt } from './prompt.js'
import { contentWords } from './reply-words.js'

/** Completes a follow-up by the question before it; null where the model cannot, or says more or less than the two. */
export type RewriteQuestion = (previous: string, current: string, timeLimitMs: number) => Promise<string | null>

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
}

/** Lets a model complete follow-ups. What it writes is only a question: what is answered is decided as for any other. */
export function createRewriter({ model, redact }: RewriterDependencies): RewriteQuestion {
  return async (previous, current, timeLimitMs) => {
    const limit = startTimeLimit(timeLimitMs)
    try {
      const { document } = await model.ask({
        messages: rewritingPrompt(redact(previous), redact(current)),
        schema,
        limit,
      })
      const { question } = document as z.output<typeof questionSchema>
      return isMadeOf(question, previous, current) ? question : null
    } catch (error) {
      // The follow-up has been answered without it; the writer tells staff what is wrong with the model.
      if (error instanceof ModelError) return null
      throw error
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
