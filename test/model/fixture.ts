import * as z from 'zod'
import { type ChatRequest, type DocumentSchema, startTimeLimit } from '../../src/model/chat-model.js'
import { createLadder, type RungMemory } from '../../src/model/ladder.js'
import { createOpenAiEndpoint } from '../../src/model/openai-endpoint.js'
import { withRetry } from '../../src/model/retry-endpoint.js'

const shape = z.object({ answer: z.string() })

/** A document of one field. */
export const answerSchema: DocumentSchema = {
  name: 'answer',
  json: z.toJSONSchema(shape),
  read: (document) => shape.safeParse(document).data,
}

export const DOCUMENT = JSON.stringify({ answer: '好' })

/** A request of two seconds, or so many. */
export function request(options: Partial<ChatRequest> & { milliseconds?: number } = {}): ChatRequest {
  const { milliseconds = 2000, ...rest } = options
  const messages = [
    { role: 'system', content: '用 JSON 回答。' },
    { role: 'user', content: '好吗?' },
  ] as const
  return { messages, schema: answerSchema, limit: startTimeLimit(milliseconds), ...rest }
}

export function memory(): RungMemory & { rungs: Map<string, string> } {
  const rungs = new Map<string, 'prompt'>()
  return {
    rungs,
    get: (id) => rungs.get(id),
    set: (id, rung) => {
      if (rung === undefined) rungs.delete(id)
      else rungs.set(id, rung as 'prompt')
    },
  }
}

/** The ladder over a server, as the program composes it. */
export function modelAt(baseUrl: string, remembered: RungMemory = memory(), apiKey = 'sk-secret-123456') {
  return createLadder(withRetry(createOpenAiEndpoint({ apiKey, baseUrl, model: 'm' })), remembered)
}
