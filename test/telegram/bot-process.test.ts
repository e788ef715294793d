import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TOKEN } from '../fixtures/token.js'
import { type LoopbackBotApi, refusal, startLoopbackBotApi } from './loopback-bot-api.js'

const PROGRAM = fileURLToPath(new URL('./bot-process.ts', import.meta.url))

let api: LoopbackBotApi

beforeEach(async () => {
  api = await startLoopbackBotApi()
})
afterEach(() => api.close())

function start() {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, TOKEN, api.url], {
    env: { ...process.env, DEBUG: 'grammy*' },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk))
  const ended = once(child, 'close').then(([status]) => ({ status, printed }))
  return { child, ended }
}

describe('the bot as a process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'finishes the answer in hand on %s',
    async (signal) => {
      const { child, ended } = start()
      api.say('问')
      await api.until('sendChatAction', 1)
      child.kill(signal)
      expect((await ended).status).toBe(0)
      expect(api.sent()).toHaveLength(1)
    },
    20_000,
  )

  it('ends with a status on a wrong token, and prints no token even when debugging', async () => {
    api.answerNext('getMe', 'drop', 'html', refusal(401, 'Unauthorized'))
    const { status, printed } = await start().ended
    expect(status).toBe(1)
    expect(printed).toContain('Telegram 不认这个机器人令牌')
    expect(printed).not.toContain('secret')
  }, 20_000)
})
