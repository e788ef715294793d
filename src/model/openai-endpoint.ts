import type OpenAI from 'openai'
import { APIUserAbortError } from 'openai/error'
import { messages } from '../messages.js'
import type { ChatEndpoint, Exchange } from './chat-endpoint.js'
import type { ChatRequest, Rung } from './chat-model.js'
import { isRefusalOf, toModelError } from './explain-fault.js'
import { ModelError } from './model-error.js'
import { type OpenAiServer, openClient } from './openai-client.js'
import { estimate, textOf, toBody } from './openai-request.js'
import { listen, NOTHING } from './openai-stream.js'
import { readDocument } from './read-document.js'

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
      const ask = () => exchange(client, streaming(toBody(model, request, rung), countsTokens), request, rung)
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

function streaming(body: ReturnType<typeof toBody>, countsTokens: boolean): Body {
  return { ...body, stream: true, ...(countsTokens ? { stream_options: { include_usage: true } } : {}) }
}

async function exchange(client: OpenAI, body: Body, request: ChatRequest, rung: Rung): Promise<Exchange> {
  const { signal } = request.limit
  const response = await client.chat.completions
    .create(body, { signal, timeout: Math.ceil(request.limit.remainingMs()) + 1 })
    .asResponse()
  const { onText, onUsage } = request
  let heard = NOTHING
  const usage = () => heard.usage ?? estimate(request.messages, heard)
  try {
    heard = await listen(response, (soFar) => {
      heard = soFar
      onText?.(textOf(soFar, rung))
    })
  } finally {
    // What breaks off has been paid for, too.
    onUsage?.(usage())
  }
  // The library ends a stream without a word where its time is up.
  if (signal.aborted && !heard.isFinished) throw new APIUserAbortError()
  const text = textOf(heard, rung)
  if (heard.refused) throw new ModelError('refused', messages.model.refused)
  if (text.trim() === '') throw new ModelError('empty', messages.model.empty)
  if (!heard.isFinished && readDocument(text) === undefined) throw new ModelError('dropped', messages.model.dropped)
  return { text, usage: usage() }
}
