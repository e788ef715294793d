import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** What a server got. */
export interface Asked {
  path: string
  headers: Record<string, unknown>
  body: AskedBody
}

export interface AskedBody {
  model: string
  messages: { role: string; content: string }[]
  response_format?: { type: string }
  tools?: unknown[]
  stream_options?: unknown
  [other: string]: unknown
}

/** What it says: a stream of one text, an error, raw bytes, or nothing for ever. */
export type Said =
  | { kind: 'text'; text: string; as?: 'content' | 'reasoning_content' | 'reasoning' | 'call'; usage?: Usage }
  | { kind: 'whole'; json: unknown }
  | { kind: 'error'; status: number; json?: unknown; headers?: Record<string, string> }
  | { kind: 'dropped'; text: string }
  | { kind: 'hang' }
  /** Thoughts without an end: `'fast'` as fast as they are read, `'slow'` a few a second; `'none'`: only signs of life. */
  | { kind: 'endless'; pace: 'fast' | 'slow' | 'none' }

interface Usage {
  prompt_tokens: number
  completion_tokens: number
}

export interface ModelServer {
  /** Base URL, with /v1. */
  url: string
  asked: Asked[]
  close(): Promise<void>
}

export interface ModelServerOptions {
  /** Default: any that is free. */
  port?: number
  /** Milliseconds between the pieces of a text; default none. */
  paceMs?: number
}

/** A server on loopback that answers every request as `say` decides. */
export async function startModelServer(
  say: (asked: Asked, nth: number) => Said | Promise<Said>,
  { port: wanted = 0, paceMs = 0 }: ModelServerOptions = {},
): Promise<ModelServer> {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const piece of request) text += piece
    asked.push({ path: request.url ?? '', headers: request.headers, body: text ? JSON.parse(text) : {} })
    await send(response, await say(asked.at(-1)!, asked.length), paceMs)
  })
  await new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function send(response: ServerResponse, said: Said, paceMs: number): Promise<void> {
  if (said.kind === 'hang') return
  if (said.kind === 'error' || said.kind === 'whole') {
    const status = said.kind === 'error' ? said.status : 200
    const headers = said.kind === 'error' ? said.headers : {}
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(said.json ?? { error: { message: 'no' } }))
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  if (said.kind === 'endless') return goOn(response, said.pace)
  const as = said.kind === 'text' ? (said.as ?? 'content') : 'content'
  for (let at = 0; at < said.text.length; at += PIECE) {
    chunk(response, deltaOf(as, said.text.slice(at, at + PIECE)))
    if (paceMs > 0) await sleep(paceMs)
  }
  if (said.kind === 'dropped') {
    // What was written has to leave before the line is cut.
    setTimeout(() => response.destroy(), 20)
    return
  }
  chunk(response, {}, as === 'call' ? 'tool_calls' : 'stop', said.usage)
  response.end('data: [DONE]\n\n')
}

async function goOn(response: ServerResponse, pace: 'fast' | 'slow' | 'none'): Promise<void> {
  const thought = '想'.repeat(pace === 'fast' ? 10_000 : 1)
  while (!response.destroyed) {
    if (pace === 'none') response.write(': keep-alive\n\n')
    else chunk(response, deltaOf('reasoning_content', thought))
    await sleep(pace === 'fast' ? 0 : 100)
  }
}

const PIECE = 40

function chunk(response: ServerResponse, delta: unknown, finish: string | null = null, usage?: Usage): void {
  const body = {
    id: 'x',
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, finish_reason: finish }],
    usage,
  }
  response.write(`data: ${JSON.stringify(body)}\n\n`)
}

function deltaOf(as: string, text: string): unknown {
  if (as === 'call') return { content: null, tool_calls: [{ index: 0, function: { arguments: text } }] }
  return as === 'content' ? { content: text } : { content: null, [as]: text }
}
