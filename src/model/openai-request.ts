import type OpenAI from 'openai'
import { messages } from '../messages.js'
import type { ChatMessage, DocumentSchema, Rung, TokenUsage } from './chat-model.js'
import type { Heard } from './openai-stream.js'
import { withoutThoughts } from './read-document.js'

type Body = OpenAI.Chat.Completions.ChatCompletionCreateParamsNonStreaming

/** One question to a model, whichever way it travels. */
export interface ChatQuestion {
  messages: readonly ChatMessage[]
  schema: DocumentSchema
}

/** The body of a completion, asking for the document in one way. */
export function toBody(model: string, { messages: told, schema }: ChatQuestion, rung: Rung): Body {
  const { name, json } = schema
  const byRung: Record<Rung, Partial<Body>> = {
    json_schema: { response_format: { type: 'json_schema', json_schema: { name, schema: json, strict: true } } },
    json_object: { response_format: { type: 'json_object' } },
    tool: {
      tools: [{ type: 'function', function: { name, parameters: json } }],
      tool_choice: { type: 'function', function: { name } },
    },
    prompt: {},
  }
  return { model, messages: rung === 'json_schema' ? [...told] : withSchema(told, json), ...byRung[rung] }
}

/** Where the server does not enforce the schema, the model is told it. */
function withSchema(told: readonly ChatMessage[], json: Record<string, unknown>): ChatMessage[] {
  return told.map((message, i) =>
    i === 0 ? { ...message, content: `${message.content}\n\n${messages.model.schema(JSON.stringify(json))}` } : message,
  )
}

/** Where the document stands: asked for as a call, in its arguments; with some servers, all of it among the thoughts. */
export function textOf({ content, call, thoughts }: Heard, rung: Rung): string {
  const places = rung === 'tool' ? [call, content, thoughts] : [content, call, thoughts]
  return places.find((text) => withoutThoughts(text).trim() !== '') ?? ''
}

/** Of Chinese text, models count about a token a character or less. */
export function estimate(told: readonly ChatMessage[], { content, call, thoughts }: Heard): TokenUsage {
  const promptTokens = told.reduce((sum, message) => sum + message.content.length, 0)
  return { promptTokens, completionTokens: content.length + call.length + thoughts.length, isEstimated: true }
}
