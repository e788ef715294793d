import type OpenAI from 'openai'
import { messages } from '../messages.js'
import type { ChatEndpoint, Exchange } from './chat-endpoint.js'
import type { ChatMessage, ChatRequest, Rung, TokenUsage } from './chat-model.js'
import { isRefusalOf, toModelError } from './explain-fault.js'
import { ModelError } from './model-error.js'
import { type OpenAiServer, openClient } from './openai-client.js'
import { type Heard, listen } from './openai-stream.js'
import { readDocument, withoutThoughts } from './read-document.js'

export interface OpenAiEndpointOptions extends OpenAiServer {
  model: string
}

type Body = OpenAI.Chat.Completions.ChatCompletionCreateParamsStreaming

/** Any server with OpenAI's chat completions, streaming. Sends messages and schema, nothing about who asks. */
export function createOpenAiEndpoint(options: OpenAiEndpointOptions): ChatEndpoint {
  const client = openClient(options)
  const { model } = options
  let countsTokens = true
  return {
    endpointId: `${endpointOf(client.baseURL)} ${model}`,
    modelId: model,
    async send(request, rung) {
      const ask = () => exchange(client, toBody(model, request, rung, countsTokens), request, rung)
      try {
        return await ask()
      } catch (error) {
        if (!countsTokens || !isRefusalOf(error, /stream_options|include_usage/i))
          throw toModelError(error, { limit: request.limit, model, secret: options.apiKey })
        countsTokens = false
        return ask().catch((again) => {
          throw toModelError(again, { limit: request.limit, model, secret: options.apiKey })
        })
      }
    },
  }
}

function endpointOf(baseUrl: string): string {
  const { origin, pathname } = new URL(baseUrl)
  return `${origin}${pathname}`
}

function toBody(model: string, request: ChatRequest, rung: Rung, countsTokens: boolean): Body {
  const { name, json } = request.schema
  const byRung: Record<Rung, Partial<Body>> = {
    json_schema: { response_format: { type: 'json_schema', json_schema: { name, schema: json, strict: true } } },
    json_object: { response_format: { type: 'json_object' } },
    tool: {
      tools: [{ type: 'function', function: { name, parameters: json } }],
      tool_choice: { type: 'function', function: { name } },
    },
    prompt: {},
  }
  return {
    model,
    messages: rung === 'json_schema' ? [...request.messages] : withSchema(request.messages, json),
    stream: true,
    ...(countsTokens ? { stream_options: { include_usage: true } } : {}),
    ...byRung[rung],
  }
}

/** Where the server does not enforce the schema, the model is told it. */
function withSchema(told: readonly ChatMessage[], json: Record<string, unknown>): ChatMessage[] {
  return told.map((message, i) =>
    i === 0 ? { ...message, content: `${message.content}\n\n${messages.model.schema(JSON.stringify(json))}` } : message,
  )
}

async function exchange(client: OpenAI, body: Body, request: ChatRequest, rung: Rung): Promise<Exchange> {
  const { signal } = request.limit
  const response = await client.chat.completions
    .create(body, { signal, timeout: Math.ceil(request.limit.remainingMs()) + 1 })
    .asResponse()
  const heard = await listen(response, (soFar) => request.onText?.(textOf(soFar, rung)))
  const text = textOf(heard, rung)
  request.onUsage?.(heard.usage ?? estimate(request.messages, heard))
  if (heard.refused) throw new ModelError('refused', messages.model.refused)
  if (text.trim() === '') throw new ModelError('empty', messages.model.empty)
  if (!heard.isFinished && readDocument(text) === undefined) throw new ModelError('dropped', messages.model.dropped)
  return { text, usage: heard.usage ?? estimate(request.messages, heard) }
}

/** Where the document stands: asked for as a call, in its arguments; with some servers, all of it among the thoughts. */
function textOf({ content, call, thoughts }: Heard, rung: Rung): string {
  const places = rung === 'tool' ? [call, content, thoughts] : [content, call, thoughts]
  return places.find((text) => withoutThoughts(text).trim() !== '') ?? ''
}

/** Of Chinese text, models count about a token a character or less. */
function estimate(told: readonly ChatMessage[], { content, call, thoughts }: Heard): TokenUsage {
  const promptTokens = told.reduce((sum, message) => sum + message.content.length, 0)
  return { promptTokens, completionTokens: content.length + call.length + thoughts.length, isEstimated: true }
}
