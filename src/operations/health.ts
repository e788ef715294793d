import type { IncomingMessage, ServerResponse } from 'node:http'
import type { HttpServer } from './http-server.js'
import type { Metrics } from './metrics.js'

export interface HealthOptions {
  server: HttpServer
  metrics: Metrics
  /** Resolves where questions can be answered now. */
  isReady: () => Promise<boolean>
  /** How long that may take; default 2000. */
  readyMs?: number
}

/**
 * `/healthz`: 200 while the process lives. `/readyz`: 200 where questions are answered, else 503. `/metrics`: Prometheus.
 * All three for this machine only: a request from elsewhere, or passed on by a proxy, gets 404.
 */
export function serveHealth({ server, metrics, isReady, readyMs = 2000 }: HealthOptions): void {
  const local = (path: string, answer: (response: ServerResponse) => Promise<void>) =>
    server.route(path, async (request, response) => {
      if (!isLocal(request)) return void response.writeHead(404).end()
      await answer(response)
    })
  local('/healthz', async (response) => say(response, 200, 'ok'))
  local('/readyz', async (response) => {
    const ready = await Promise.race([isReady().catch(() => false), after(readyMs)])
    say(response, ready ? 200 : 503, ready ? 'ready' : 'not ready')
  })
  local('/metrics', async (response) => {
    response.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.text())
  })
}

function isLocal({ socket, headers }: IncomingMessage): boolean {
  const address = socket.remoteAddress ?? ''
  const isLoopback = address === '::1' || /^(?:::ffff:)?127\./u.test(address)
  return isLoopback && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined
}

function say(response: ServerResponse, status: number, word: string): void {
  response.writeHead(status, { 'content-type': 'text/plain' }).end(`${word}\n`)
}

function after(milliseconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), milliseconds).unref())
}
