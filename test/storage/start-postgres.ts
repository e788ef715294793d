import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A Postgres server of the tests' own, on a free loopback port, with its files in a temporary folder. */
export interface TestPostgres {
  readonly url: string
  /** Ends the server at once, as a crash would. */
  kill(): Promise<void>
  /** Starts it again on the same port with the same files. */
  start(): Promise<void>
  remove(): Promise<void>
}

const INSTALLED = '/usr/lib/postgresql'

/** The folder of the server's programs, from Debian's packages or the PATH; null where there is none. */
export function findPostgres(): string | null {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED).map((version) => join(INSTALLED, version, 'bin')) : []
  const folders = [...versions, ...(process.env.PATH ?? '').split(':')]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null
}

export async function startPostgres(programs: string): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'qingwen-postgres-'))
  const owner = ownerOf(folder)
  execFileSync(join(programs, 'initdb'), ['-D', `${folder}/data`, '-A', 'trust', '-U', 'tester', '-N', '--no-locale'], {
    ...owner,
    stdio: 'ignore',
  })
  const port = await freePort()
  const options = ['-D', `${folder}/data`, '-p', `${port}`, '-k', folder, '-h', '127.0.0.1', '-c', 'fsync=off']
  let server = run()

  function run() {
    return spawn(join(programs, 'postgres'), options, { ...owner, stdio: ['ignore', 'ignore', 'pipe'] })
  }

  async function isReady(): Promise<void> {
    for await (const chunk of server.stderr) {
      if (String(chunk).includes('ready to accept connections')) break
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
  }

  await isReady()
  return {
    url: `postgres://tester:a-password@127.0.0.1:${port}/postgres`,
    // Immediate shutdown: connections are cut, nothing is tidied up.
    kill: () => end('SIGQUIT'),
    async start() {
      server = run()
      await isReady()
    },
    async remove() {
      await end('SIGQUIT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The server refuses to run as root: there it runs as "nobody", to whom the folder is given. */
function ownerOf(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const uid = Number(execFileSync('id', ['-u', 'nobody']))
  const gid = Number(execFileSync('id', ['-g', 'nobody']))
  chownSync(folder, uid, gid)
  chmodSync(folder, 0o700)
  return { uid, gid }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
