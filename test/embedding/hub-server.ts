import { createReadStream, existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** A model hub on loopback that offers one folder under any model's name. */
export interface HubServer {
  /** With a slash at its end. */
  url: string
  /** Paths asked for. */
  requests: string[]
  close(): Promise<void>
}

/** Serves `/ORGANISATION/MODEL/resolve/REVISION/FILE`, as huggingface.co does. */
export async function startHubServer(folder: string): Promise<HubServer> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(request.url ?? '')
    const [, file] = /^\/[^/]+\/[^/]+\/resolve\/[^/]+\/([\w./]+)$/.exec(request.url ?? '') ?? []
    if (file && existsSync(join(folder, file))) createReadStream(join(folder, file)).pipe(response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, requests, close: () => close(server) }
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
