import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** The program's own bot in a process, with an embedded database, as an operator runs it. */
export interface MeasuredBot {
  /** How long each answer took to find and word, in milliseconds. */
  readonly answerMs: number[]
  /** What memory is in use after collecting garbage, in bytes. */
  memory(): Promise<NodeJS.MemoryUsage>
  stop(): Promise<void>
}

const PROGRAM = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const MEMORY = fileURLToPath(new URL('tell-memory.ts', import.meta.url))
/** Limits protect the bot; here it is to be loaded. */
const NO_LIMITS = { LIMIT_PER_MINUTE: '1000000', LIMIT_TOTAL_PER_MINUTE: '1000000' }

export async function startBot(apiUrl: string, corpus: string): Promise<MeasuredBot> {
  const folder = mkdtempSync(join(tmpdir(), 'qingwen-bench-bot-'))
  const env = {
    ...process.env,
    ...NO_LIMITS,
    TELEGRAM_BOT_TOKEN: '900:bench-of-the-bot',
    TELEGRAM_API_ROOT: apiUrl,
    DATA_DIR: folder,
    LOG_LEVEL: 'info',
  }
  const parameters = [
    '--import',
    'tsx',
    '--import',
    MEMORY,
    PROGRAM,
    'bot',
    '--corpus',
    corpus,
    '--index',
    join(folder, 'index'),
  ]
  const child = spawn(process.execPath, parameters, { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  const answerMs: number[] = []
  const started = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stderr! }).on('line', (line) => {
      const entry = line.startsWith('{') ? JSON.parse(line) : { msg: line }
      if (entry.answerMs !== undefined) answerMs.push(entry.retrieveMs + entry.answerMs)
      else if (`${entry.msg}`.includes('已启动')) resolve()
      else if (entry.level >= 40 || entry.level === undefined) console.error(entry.msg)
    })
    child.once('exit', (status) => reject(new Error(`the bot ended with ${status}`)))
  })
  await started
  return {
    answerMs,
    async memory() {
      const told = once(child, 'message')
      child.send('memory')
      return (await told)[0]
    },
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
