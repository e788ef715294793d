import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export interface HttpServer {
  readonly port: number
  /** Answers a path with a handler; 404 for every other path. */
  route(path: string, handler: RequestHandler): void
  /** Lets requests in hand end, takes no more. */
  close(): Promise<void>
}

export interface HttpServerOptions {
  /** Default 127.0.0.1: a reverse proxy in front of it speaks to the world. */
  host?: string
  /** 0: any free one. */
  port: number
}

/** Whoever sends slower than this is no server of Telegram's. */
const REQUEST_MS = 15_000

/** A small web server. @throws {Error} with Node's code where the port cannot be had */
export async function startHttpServer({ host = '127.0.0.1', port }: HttpServerOptions): Promise<HttpServer> {
  const routes = new Map<string, RequestHandler>()
  const server = createServer({ requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS }, (request, response) => {
    const [path = ''] = request.url?.split('?') ?? []
    const handler = routes.get(path)
    if (handler === undefined) return void response.writeHead(404).end()
    // What fails here fails to read from, or write to, somebody who has gone.
    handler(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    route: (path, handler) => void routes.set(path, handler),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}
