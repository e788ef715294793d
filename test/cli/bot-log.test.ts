import { once } from 'node:events'
import { expect, it } from 'vitest'
import { TOKEN } from '../fixtures/token.js'
import { refusal, startLoopbackBotApi } from '../telegram/loopback-bot-api.js'
import { folderOf, newFolder, startCli } from './run-cli.js'
import { sampleReport, sampleSidecar } from './sample-report.js'

const SECRETS = {
  TELEGRAM_BOT_TOKEN: TOKEN,
  WEBHOOK_SECRET: 'webhook-that-is-secret',
  ID_KEY: '5ec1e7'.repeat(12),
}

it('the bot logs every kind of fault at its loudest, and no token, secret or key', { timeout: 120_000 }, async () => {
  const api = await startLoopbackBotApi()
  const corpus = folderOf({ 'lanxi.txt': sampleReport, 'lanxi.yaml': sampleSidecar })
  api.answerNext('getMe', 'drop', 'html', refusal(500, `Internal Server Error ${SECRETS.TELEGRAM_BOT_TOKEN}`))
  api.answerNext('getUpdates', 'drop', refusal(409, 'Conflict'), refusal(429, 'slow', { retry_after: 1 }), 'html')
  api.answerNext('sendMessage', refusal(429, 'slow', { retry_after: 1 }), 'drop', 'html', refusal(502, 'Bad Gateway'))
  const child = startCli(['bot', '--corpus', corpus, '--index', newFolder()], {
    env: { ...SECRETS, TELEGRAM_API_ROOT: api.url, LOG_LEVEL: 'trace', LOG_PERSONAL: 'true', DEBUG: 'grammy*' },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      printed += chunk
    })
  let isAnswered = false
  api.onSent(() => {
    isAnswered = true
  })
  api.say(`2030年造林多少亩?${SECRETS.TELEGRAM_BOT_TOKEN}`)
  await api.when(() => isAnswered)
  child.kill('SIGTERM')
  const [status] = await once(child, 'close')
  await api.close()
  expect(status).toBe(0)
  for (const word of ['"code":"network"', '"code":"rate_limited"', '"code":"api"', '造林多少亩', '机器人已停止'])
    expect(printed).toContain(word)
  for (const secret of Object.values(SECRETS)) expect(printed).not.toContain(secret)
  expect(printed).not.toContain('that-is-secret')
})

it('says nothing of questions and people unless asked to', { timeout: 120_000 }, async () => {
  const api = await startLoopbackBotApi()
  const corpus = folderOf({ 'lanxi.txt': sampleReport, 'lanxi.yaml': sampleSidecar })
  const chat = { id: 987_654_321, type: 'private', first_name: '市民' } as const
  api.answerNext('sendMessage', refusal(403, 'Forbidden: bot was blocked by the user'))
  const child = startCli(['bot', '--corpus', corpus, '--index', newFolder()], {
    env: { TELEGRAM_BOT_TOKEN: SECRETS.TELEGRAM_BOT_TOKEN, TELEGRAM_API_ROOT: api.url, LOG_LEVEL: 'trace' },
  })
  let log = ''
  child.stderr.on('data', (chunk) => {
    log += chunk
  })
  for (const text of ['2030年造林多少亩?', '/help']) api.say(text, { chat, from: { ...chat, is_bot: false } as never })
  await api.until('sendMessage', 2)
  child.kill('SIGTERM')
  await once(child, 'close')
  await api.close()
  expect(log).toContain('"code":"blocked"')
  expect(log).not.toMatch(/造林|987654321/)
})
