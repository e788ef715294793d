import type OpenAI from 'openai'
import { toFile } from 'openai'
import * as z from 'zod'
import { messages } from '../messages.js'
import type { BatchedReply, BatchedRequest, ChatBatch } from './chat-batch.js'
import { type DocumentSchema, type Rung, startTimeLimit } from './chat-model.js'
import { toModelError } from './explain-fault.js'
import { ModelError } from './model-error.js'
import { openClient } from './openai-client.js'
import type { OpenAiEndpointOptions } from './openai-endpoint.js'
import { estimate, textOf, toBody } from './openai-request.js'
import { hear } from './openai-stream.js'
import { readDocument } from './read-document.js'

/** For one request to the server about a batch; the batch itself has a day. */
const PATIENCE_MS = 60_000

const lineSchema = z.object({
  custom_id: z.string(),
  response: z.object({ status_code: z.number(), body: z.unknown() }).nullish(),
  error: z.unknown(),
})

/** OpenAI's batch API, where a server has it. @param rung the way in which its endpoint gives documents */
export function createOpenAiBatch(options: OpenAiEndpointOptions, rung: () => Rung): ChatBatch {
  const client = openClient(options)
  const { apiKey: secret, model } = options
  const patiently = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const limit = startTimeLimit(PATIENCE_MS)
    return work(limit.signal).catch((error) => {
      throw toModelError(error, { limit, model, secret })
    })
  }
  return {
    submit: (requests) => patiently((signal) => submit(client, toLines(requests, model, rung()), signal)),
    collect: (batchId, schema) => patiently((signal) => collect({ client, batchId, schema, rung: rung() }, signal)),
  }
}

function toLines(requests: readonly BatchedRequest[], model: string, rung: Rung): string {
  const url = '/v1/chat/completions'
  return requests
    .map(({ id, ...question }) => ({ custom_id: id, method: 'POST', url, body: toBody(model, question, rung) }))
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')
}

async function submit(client: OpenAI, lines: string, signal: AbortSignal): Promise<string> {
  const file = await toFile(Buffer.from(lines), 'questions.jsonl', { type: 'application/jsonl' })
  const { id: input_file_id } = await client.files.create({ file, purpose: 'batch' }, { signal })
  const { id } = await client.batches.create(
    { input_file_id, endpoint: '/v1/chat/completions', completion_window: '24h' },
    { signal },
  )
  return id
}

interface Collecting {
  client: OpenAI
  batchId: string
  schema: DocumentSchema
  rung: Rung
}

async function collect(
  { client, batchId, schema, rung }: Collecting,
  signal: AbortSignal,
): Promise<Map<string, BatchedReply> | null> {
  const { status, output_file_id: output } = await client.batches.retrieve(batchId, { signal })
  if (['validating', 'in_progress', 'finalizing', 'cancelling'].includes(status)) return null
  // Expired or cancelled, a batch may still hold what was answered until then.
  if (!output) return new Map()
  const text = await (await client.files.content(output, { signal })).text()
  return new Map(text.split('\n').flatMap((line) => readLine(line, schema, rung)))
}

function readLine(line: string, schema: DocumentSchema, rung: Rung): [string, BatchedReply][] {
  const read = lineSchema.safeParse(readDocument(line))
  if (!read.success) return []
  const { custom_id, response } = read.data
  if (response?.status_code !== 200) return [[custom_id, failed()]]
  try {
    const heard = hear(response.body)
    const document = schema.read(readDocument(textOf(heard, rung)))
    const usage = heard.usage ?? estimate([], heard)
    return [[custom_id, document === undefined ? failed() : { document, usage }]]
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    return [[custom_id, { fault: error }]]
  }
}

function failed(): BatchedReply {
  return { fault: new ModelError('malformed', messages.model.malformed) }
}
