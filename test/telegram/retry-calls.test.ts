import { Bot } from 'grammy'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type RetryOptions, retryCalls } from '../../src/telegram/retry-calls.js'
import { TOKEN } from '../fixtures/token.js'
import { type LoopbackBotApi, refusal, startLoopbackBotApi } from './loopback-bot-api.js'

let api: LoopbackBotApi
let pauses: number[]

beforeEach(async () => {
  api = await startLoopbackBotApi()
  pauses = []
})
afterEach(() => api.close())

function createApi(options: Partial<RetryOptions> = {}) {
  const bot = new Bot(TOKEN, { client: { apiRoot: api.url } })
  const pause = async (milliseconds: number) => void pauses.push(milliseconds)
  bot.api.config.use(retryCalls({ signal: new AbortController().signal, onFault: () => {}, pause, ...options }))
  return bot.api
}

describe('retryCalls', () => {
  it('gives a call that is not answered up and makes it again', async () => {
    api.answerNext('sendMessage', 'hang')
    await createApi({ timeoutMs: 50 }).sendMessage(7, '好')
    expect(api.sent()).toHaveLength(2)
  })

  it('fails after so many attempts, without the token', async () => {
    api.answerNext('sendMessage', 'drop', 'drop', 'drop')
    const error = await createApi({ attempts: 3 })
      .sendMessage(7, '好')
      .catch((caught: unknown) => caught)
    expect(api.sent()).toHaveLength(3)
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('secret')
  })

  it('doubles its waits up to the longest', async () => {
    api.answerNext('sendMessage', ...Array.from({ length: 5 }, () => refusal(500, 'Internal Server Error')))
    await createApi({ firstWaitMs: 10, maximumWaitMs: 50 }).sendMessage(7, '好')
    expect(pauses).toEqual([10, 20, 40, 50, 50])
  })

  it('takes a refusal for an answer', async () => {
    api.answerNext('sendMessage', refusal(400, 'Bad Request: message is too long'))
    await expect(createApi().sendMessage(7, '好')).rejects.toMatchObject({ error_code: 400 })
    expect(api.sent()).toHaveLength(1)
  })

  it('does not try "typing" again', async () => {
    api.answerNext('sendChatAction', 'drop')
    await expect(createApi().sendChatAction(7, 'typing')).rejects.toThrow()
    expect(pauses).toEqual([])
  })

  it('stops trying once the program leaves', async () => {
    const leaving = new AbortController()
    api.answerNext('sendMessage', 'drop', 'drop', 'drop')
    const pause = async () => leaving.abort()
    await expect(createApi({ signal: leaving.signal, pause }).sendMessage(7, '好')).rejects.toThrow()
    expect(api.sent()).toHaveLength(2)
  })
})
