import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** What may go wrong with one answer. */
export type HubFault =
  /** The connection breaks after so many bytes. */
  | { kind: 'cut'; after: number }
  /** Nothing comes after so many bytes. */
  | { kind: 'hang'; after: number }
  /** So many bytes and no more, as if they were all. */
  | { kind: 'truncated'; after: number }
  /** A pause between pieces. */
  | { kind: 'slow'; pauseMs: number }
  | { kind: 'status'; status: number }
  /** One byte is another. */
  | { kind: 'damaged' }

export interface HubRequest {
  path: string
  range: string | null
}

/** A model hub on loopback that offers one folder under any model's name. */
export interface HubServer {
  /** With a slash at its end. */
  url: string
  requests: HubRequest[]
  close(): Promise<void>
}

export interface HubOptions {
  /** What goes wrong with a file, by how often it was asked for before. */
  fault?: (file: string, visit: number) => HubFault | undefined
  /** Default true: the rest of a file can be had. */
  withRanges?: boolean
}

/** Serves `/ORGANISATION/MODEL/resolve/REVISION/FILE`, as huggingface.co does. */
export async function startHubServer(folder: string, options: HubOptions = {}): Promise<HubServer> {
  const requests: HubRequest[] = []
  const visits = new Map<string, number>()
  const server = createServer((request, response) => {
    requests.push({ path: request.url ?? '', range: request.headers.range ?? null })
    const [, file] = /^\/[^/]+\/[^/]+\/resolve\/[^/]+\/([\w./]+)$/.exec(request.url ?? '') ?? []
    if (!file || !existsSync(join(folder, file))) return response.writeHead(404).end()
    const visit = visits.get(file) ?? 0
    visits.set(file, visit + 1)
    return void serve(readFileSync(join(folder, file)), request, response, options, options.fault?.(file, visit))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, requests, close: () => close(server) }
}

async function serve(
  whole: Buffer,
  { headers }: IncomingMessage,
  response: ServerResponse,
  { withRanges = true }: HubOptions,
  fault: HubFault | undefined,
): Promise<void> {
  if (fault?.kind === 'status') return void response.writeHead(fault.status).end()
  const etag = `"${whole.length}"`
  const fits = withRanges && (headers['if-range'] ?? etag) === etag
  const start = fits ? Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0) : 0
  if (start >= whole.length) return void response.writeHead(416).end()
  let body = whole.subarray(start)
  if (fault?.kind === 'damaged') body = Buffer.from(body.map((byte, i) => (i === 20 ? byte ^ 1 : byte)))
  if (fault?.kind === 'truncated') body = body.subarray(0, fault.after)
  const range = start > 0 ? { 'content-range': `bytes ${start}-${whole.length - 1}/${whole.length}` } : {}
  response.writeHead(start > 0 ? 206 : 200, { ...range, etag, 'content-length': body.length })
  if (fault?.kind === 'cut') return void response.write(body.subarray(0, fault.after), () => response.destroy())
  if (fault?.kind === 'hang') return void response.write(body.subarray(0, fault.after))
  if (fault?.kind === 'slow') await drip(response, body, fault.pauseMs)
  response.end(fault?.kind === 'slow' ? undefined : body)
}

const PIECES = 5

async function drip(response: ServerResponse, body: Buffer, pauseMs: number): Promise<void> {
  const size = Math.ceil(body.length / PIECES)
  for (let at = 0; at < body.length; at += size) {
    response.write(body.subarray(at, at + size))
    await setTimeout(pauseMs)
  }
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
