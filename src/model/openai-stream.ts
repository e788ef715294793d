import { Stream } from 'openai/streaming'
import * as z from 'zod'
import { messages } from '../messages.js'
import type { TokenUsage } from './chat-model.js'
import { ModelError } from './model-error.js'

/** What a server has said. */
export interface Heard {
  content: string
  /** Arguments of the tool call. */
  call: string
  /** `reasoning_content` (DeepSeek, Qwen, vLLM) or `reasoning` (Ollama, OpenRouter). */
  thoughts: string
  /** The model would not answer, or a filter did not let it. */
  refused: boolean
  isFinished: boolean
  usage: TokenUsage | null
}

const text = z.string().nullish()
const saidSchema = z.object({
  content: text,
  reasoning_content: text,
  reasoning: text,
  refusal: text,
  tool_calls: z.array(z.object({ function: z.object({ arguments: text }).nullish() })).nullish(),
})
/** A chunk of a stream (`delta`), or a whole completion (`message`); servers leave out what they like. */
const chunkSchema = z.object({
  choices: z
    .array(z.object({ delta: saidSchema.nullish(), message: saidSchema.nullish(), finish_reason: text }))
    .nullish(),
  usage: z.object({ prompt_tokens: z.number().default(0), completion_tokens: z.number().default(0) }).nullish(),
})

/**
 * Reads a reply as it comes; also a whole one, of a server that does not stream.
 *
 * @param onMore what has been heard so far, with each piece
 * @throws {ModelError} `malformed` where it is no completion, or one without an end
 */
export async function listen(response: Response, onMore: (heard: Heard) => void): Promise<Heard> {
  let heard = NOTHING
  for await (const chunk of chunksOf(bounded(response))) {
    heard = hear(chunk, heard)
    onMore(heard)
  }
  return heard
}

/** What has been heard before a server says anything. */
export const NOTHING: Heard = { content: '', call: '', thoughts: '', refused: false, isFinished: false, usage: null }

/** A piece of a completion, or a whole one, behind what came before. @throws {ModelError} `malformed` where it is none */
export function hear(chunk: unknown, before: Heard = NOTHING): Heard {
  const read = chunkSchema.safeParse(chunk)
  if (!read.success) throw new ModelError('malformed', messages.model.malformed)
  return add(before, read.data)
}

/** Bytes of a reply; what is asked for takes some thousands. */
const MOST_BYTES = 4_000_000

/** The response, broken off where a server that never ends would fill the memory. */
function bounded({ body, headers }: Response): Response {
  let bytes = 0
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      bytes += piece.length
      if (bytes > MOST_BYTES) controller.error(new ModelError('malformed', messages.model.malformed))
      else controller.enqueue(piece)
    },
  })
  return new Response(body?.pipeThrough(counter) ?? null, { headers })
}

async function* chunksOf(response: Response): AsyncGenerator<unknown> {
  if (response.headers.get('content-type')?.includes('text/event-stream'))
    yield* Stream.fromSSEResponse<unknown>(response, new AbortController())
  else yield response.json()
}

function add(heard: Heard, { choices, usage }: z.output<typeof chunkSchema>): Heard {
  const choice = choices?.[0]
  const said = choice?.delta ?? choice?.message
  return {
    content: heard.content + (said?.content ?? ''),
    call: heard.call + (said?.tool_calls ?? []).map((call) => call.function?.arguments ?? '').join(''),
    thoughts: heard.thoughts + (said?.reasoning_content ?? said?.reasoning ?? ''),
    refused: heard.refused || Boolean(said?.refusal) || choice?.finish_reason === 'content_filter',
    isFinished: heard.isFinished || Boolean(choice?.finish_reason),
    usage: usage
      ? { promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens, isEstimated: false }
      : heard.usage,
  }
}
