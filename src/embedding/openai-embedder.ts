import * as z from 'zod'
import { messages } from '../messages.js'
import { startTimeLimit } from '../model/chat-model.js'
import { createCircuitBreaker } from '../model/circuit-breaker.js'
import { toModelError } from '../model/explain-fault.js'
import { openJsonFile } from '../model/json-file.js'
import { ModelError } from '../model/model-error.js'
import { openClient } from '../model/openai-client.js'
import type { Embedder } from './embedder.js'
import { EmbeddingError } from './embedding-error.js'

export interface OpenAiEmbedderOptions {
  /** Null for a local server that wants none. */
  apiKey: string | null
  /** Undefined: api.openai.com. */
  baseUrl: string | undefined
  model: string
  /** Where the length of each model's vectors is kept, so that opening an index asks nobody. */
  dimensionsFile: string
  /** What is taken out of a question before it is sent. */
  redact: (question: string) => string
  /** Milliseconds for one request. */
  timeoutMs?: number
  /** Milliseconds for a question, which somebody waits for; default: as any request. */
  questionTimeoutMs?: number
}

const TIMEOUT_MS = 10_000
const SETTINGS = ['OPENAI_EMBEDDING_MODEL', 'OPENAI_BASE_URL', 'OPENAI_API_KEY']
/** DashScope takes no more; the others do not mind. */
const BATCH = 10
/** Below the 8192 tokens of OpenAI's models. */
const LONGEST_TEXT = 6000
const dimensionsSchema = z.record(z.string(), z.int().positive())
const vectorsSchema = z.object({ data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()).min(1) })) })

/**
 * Embeds by a server with OpenAI's embeddings. Server and model name the index's vectors, so that another model makes a new
 * index. After a fault the server is left alone for a while, and questions are answered without vectors.
 *
 * @throws {EmbeddingError} where the server has never been asked and cannot be now
 */
export async function createOpenAiEmbedder(options: OpenAiEmbedderOptions): Promise<Embedder> {
  const { model, apiKey, dimensionsFile, redact, timeoutMs = TIMEOUT_MS } = options
  const questionMs = Math.ceil(Math.min(timeoutMs, options.questionTimeoutMs ?? timeoutMs))
  const client = openClient(options)
  const { origin, pathname } = new URL(client.baseURL)
  const modelId = `${model} @ ${origin}${pathname}`
  const breaker = createCircuitBreaker()
  const unusable = (detail: string) => new EmbeddingError(model, detail, { settings: SETTINGS })

  async function request(texts: readonly string[], limitMs = timeoutMs): Promise<Float32Array[]> {
    const limit = startTimeLimit(limitMs)
    const refusal = breaker.refusal()
    if (refusal) throw unusable(refusal.message)
    try {
      const input = texts.map(sendable)
      const body = { model, input, encoding_format: 'float' } as const
      const said = await client.embeddings.create(body, { signal: limit.signal, timeout: limitMs })
      const vectors = readVectors(said, texts.length)
      breaker.succeeded()
      return vectors
    } catch (error) {
      const fault = toModelError(error, { limit, model, setting: SETTINGS[0]!, secret: apiKey })
      breaker.failed(fault)
      throw unusable(fault.message)
    }
  }

  const file = openJsonFile(dimensionsFile, dimensionsSchema)
  const known = file.read() ?? {}
  const dimensions = known[modelId] ?? (await request(['维数']))[0]!.length
  if (known[modelId] === undefined) file.write({ ...known, [modelId]: dimensions })

  return {
    modelId,
    dimensions,
    async embed(texts, kind) {
      const vectors: Float32Array[] = []
      for (let start = 0; start < texts.length; start += BATCH) {
        const batch = texts.slice(start, start + BATCH)
        vectors.push(...(await (kind === 'question' ? request(batch.map(redact), questionMs) : request(batch))))
      }
      if (vectors.some(({ length }) => length !== dimensions)) throw unusable(messages.embedding.otherLength)
      return vectors
    },
  }
}

/** Servers refuse empty texts, and half a character is none. */
function sendable(text: string): string {
  const whole = text
    .slice(0, LONGEST_TEXT)
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
  return whole.trim() === '' ? '。' : whole
}

function readVectors(said: unknown, count: number): Float32Array[] {
  const { data } = vectorsSchema.safeParse(said)
  if (data?.data.length !== count) throw new ModelError('malformed', messages.embedding.noVectors)
  return [...data.data].sort((a, b) => a.index - b.index).map(({ embedding }) => unit(embedding))
}

function unit(embedding: readonly number[]): Float32Array {
  const length = Math.hypot(...embedding)
  const vector = Float32Array.from(embedding, (value) => (length > 0 ? value / length : 0))
  if (length === 0) vector[0] = 1
  return vector
}
