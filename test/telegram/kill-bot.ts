import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('./kept-bot-process.ts', import.meta.url))

/** A bot that can be started and killed, again and again, with the same database. */
export interface KillableBot {
  /** Resolves once it asks for updates. */
  start(): Promise<void>
  /** SIGKILL: nothing is tidied up. */
  kill(): Promise<void>
  /** SIGTERM; the exit status comes back. */
  stop(): Promise<number | null>
  /** All that it has printed. */
  printed(): string
}

/** @param serverUrl of a Postgres server; default: an embedded database in the folder */
export function createKillableBot(apiUrl: string, folder: string, serverUrl?: string): KillableBot {
  const parameters = [apiUrl, folder, ...(serverUrl === undefined ? [] : [serverUrl])]
  let child: ChildProcess | undefined
  let printed = ''

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    const ended = once(child!, 'exit')
    child!.kill(signal)
    const [status] = await ended
    return status
  }

  return {
    async start() {
      const started = spawn(process.execPath, ['--import', 'tsx', PROGRAM, ...parameters], {
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      child = started
      started.stderr.on('data', (chunk) => {
        printed += chunk
      })
      await new Promise<void>((resolve, reject) => {
        started.stdout.on('data', (chunk) => {
          printed += chunk
          if (`${chunk}`.includes('ready')) resolve()
        })
        started.once('exit', () => reject(new Error(`the bot ended: ${printed}`)))
      })
    },
    async kill() {
      await end('SIGKILL')
    },
    stop: () => end('SIGTERM'),
    printed: () => printed,
  }
}
