import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AskedBody } from './model-server.js'

/** A server on loopback with OpenAI's completions, files and batches. */
export interface BatchServer {
  url: string
  /** Bodies of single completions. */
  asked: AskedBody[]
  /** Lines of the batches handed over. */
  batched: { custom_id: string; body: AskedBody }[][]
  close(): Promise<void>
}

export interface BatchServerOptions {
  /** The text of a completion; null: the batch has an error in its place. */
  say(body: AskedBody): string | null
  /** Looks at a batch, before it is done. */
  looks?: number
  /** How a batch ends. */
  ends?: 'completed' | 'expired' | 'forgotten'
}

export async function startBatchServer({
  say,
  looks = 1,
  ends = 'completed',
}: BatchServerOptions): Promise<BatchServer> {
  const asked: AskedBody[] = []
  const batched: BatchServer['batched'] = []
  let left = looks
  const answers: Record<string, (text: string) => unknown> = {
    'POST /v1/chat/completions': (text) => {
      asked.push(JSON.parse(text) as AskedBody)
      return completion(say(asked.at(-1)!))
    },
    'POST /v1/files': (text) => {
      const lines = text.split(/\r?\n/).filter((line) => line.startsWith('{'))
      batched.push(lines.map((line) => JSON.parse(line) as BatchServer['batched'][number][number]))
      return { id: 'file-in' }
    },
    'POST /v1/batches': () => ({ id: 'batch-1', status: 'validating' }),
    'GET /v1/batches/batch-1': () => {
      if (ends === 'forgotten') return undefined
      if (left-- > 0) return { id: 'batch-1', status: 'in_progress' }
      return { id: 'batch-1', status: ends, output_file_id: ends === 'completed' ? 'file-out' : null }
    },
    'GET /v1/files/file-out/content': () =>
      batched.at(-1)!.map(({ custom_id, body }) => answerLine(custom_id, say(body))),
  }
  const server = createServer(async (request, response) => {
    const text = await textOf(request)
    const answer = answers[`${request.method} ${request.url}`]?.(text)
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' })
    response.end(
      Array.isArray(answer) ? answer.join('') : JSON.stringify(answer ?? { error: { message: 'no such thing' } }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    batched,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const piece of request) text += piece
  return text
}

function completion(content: string | null) {
  const usage = { prompt_tokens: 50, completion_tokens: 10 }
  return { choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }], usage }
}

function answerLine(custom_id: string, content: string | null): string {
  const response = content === null ? { status_code: 500, body: {} } : { status_code: 200, body: completion(content) }
  return `${JSON.stringify({ id: 'x', custom_id, response, error: null })}\n`
}
