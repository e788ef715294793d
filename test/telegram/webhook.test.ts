import { request as httpRequest } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type HttpServer, startHttpServer } from '../../src/operations/http-server.js'
import { StorageError } from '../../src/storage/storage-error.js'
import type { Inbox } from '../../src/storage/store.js'
import { type RunOptions, runBot } from '../../src/telegram/run-bot.js'
import { createFakeAssistant, type FakeOptions, sampleReply } from '../fakes/fake-assistant.js'
import { createMemoryInbox } from '../fakes/memory-inbox.js'
import { createMemoryStore } from '../fakes/memory-store.js'
import { TOKEN } from '../fixtures/token.js'
import { type LoopbackBotApi, startLoopbackBotApi } from './loopback-bot-api.js'

const SECRET = 'the-secret-of-the-webhook'

let api: LoopbackBotApi
let server: HttpServer
let stop: AbortController
let running: Promise<void>
let inbox: Inbox

beforeEach(async () => {
  api = await startLoopbackBotApi()
  server = await startHttpServer({ port: 0 })
  stop = new AbortController()
  inbox = createMemoryInbox()
})
afterEach(async () => {
  stop.abort()
  await running
  await server.close()
  await api.close()
})

async function start(fake: FakeOptions = {}, options: Partial<RunOptions> = {}) {
  const assistant = createFakeAssistant(fake)
  const started = new Promise<void>((resolve) => {
    running = runBot({
      token: TOKEN,
      apiRoot: api.url,
      assistant,
      inbox: () => inbox,
      state: createMemoryStore(),
      webhook: {
        url: 'https://bot.example/telegram',
        secret: SECRET,
        serve(handler) {
          server.route('/telegram', handler)
          resolve()
        },
      },
      onError: () => {},
      stop: stop.signal,
      ...options,
    })
  })
  await started
  return assistant
}

const update = (id: number, text = '问', chatId = 7) => ({
  update_id: id,
  message: {
    message_id: id,
    date: 1,
    chat: { id: chatId, type: 'private', first_name: '市民' },
    from: { id: chatId, is_bot: false, first_name: '市民' },
    text,
  },
})

interface Push {
  secret?: string | null
  method?: string
}

/** The status that a pushed body gets. */
function push(body: unknown, { secret = SECRET, method = 'POST' }: Push = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = secret === null ? {} : { 'x-telegram-bot-api-secret-token': secret }
    const request = httpRequest({ port: server.port, path: '/telegram', method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    request.on('error', reject)
    request.end(typeof body === 'string' ? body : JSON.stringify(body))
  })
}

describe('the webhook', () => {
  it('is registered with its secret and the kinds of updates wanted', async () => {
    await start()
    const { payload } = api.calls.find(({ method }) => method === 'setWebhook')!
    expect(payload).toMatchObject({ url: 'https://bot.example/telegram', secret_token: SECRET })
    expect(payload.allowed_updates).toContain('message')
  })

  it('acknowledges an update before it is answered', async () => {
    let release = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    await start({ reply: () => gate.then(() => sampleReply()) })
    expect(await push(update(1))).toBe(200)
    expect(api.sent()).toEqual([])
    release()
    await api.until('sendMessage', 1)
  })

  it.each([
    ['without the secret', { secret: null }],
    ['with a wrong one', { secret: 'the-secret-of-the-webhooK' }],
    ['with a part of it', { secret: SECRET.slice(0, -1) }],
  ])('answers a call %s with 401 and does nothing', async (_name, options) => {
    const assistant = await start()
    expect(await push(update(1), options)).toBe(401)
    expect(await inbox.countPending()).toBe(0)
    expect(await push(update(2, '真'))).toBe(200)
    await api.until('sendMessage', 1)
    expect(assistant.calls.map(({ question }) => question)).toEqual(['真'])
  })

  it('does not wait for the body of a call without the secret', async () => {
    await start()
    const status = await new Promise<number>((resolve, reject) => {
      const headers = { 'content-length': 900_000 }
      const request = httpRequest({ port: server.port, path: '/telegram', method: 'POST', headers }, (response) => {
        resolve(response.statusCode ?? 0)
        request.destroy()
      })
      request.on('error', reject)
      request.write('{')
    })
    expect(status).toBe(401)
  })

  it('answers an update once, however often it is brought, and those of a chat in order', async () => {
    const assistant = await start()
    await Promise.all([1, 2, 1, 3, 2, 1].map((id) => push(update(id, `问${id}`))))
    expect(await push(update(3))).toBe(200)
    await api.until('sendMessage', 3)
    stop.abort()
    await running
    expect(assistant.calls.map(({ question }) => question).sort()).toEqual(['问1', '问2', '问3'])
  })

  it('puts updates of a chat that overtook each other in order while they wait', async () => {
    let release = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const assistant = await start({ reply: () => gate.then(() => sampleReply()) })
    await push(update(1, '问1'))
    await api.until('sendChatAction', 1)
    for (const id of [4, 2, 3]) await push(update(id, `问${id}`))
    release()
    await api.until('sendMessage', 4)
    expect(assistant.calls.map(({ question }) => question)).toEqual(['问1', '问2', '问3', '问4'])
  })

  it.each([
    ['no JSON', '{"update_id":'],
    ['no update', '{"message":{}}'],
    ['an id that is none', '{"update_id":"1; DROP TABLE inbox"}'],
    ['more than a message', `{"update_id":1,"x":"${'长'.repeat(400_000)}"}`],
  ])('refuses %s with 400', async (_name, body) => {
    await start()
    expect(await push(body)).toBe(400)
  })

  it('takes only POST', async () => {
    await start()
    expect(await push('', { method: 'GET' })).toBe(405)
  })

  it('has Telegram bring again what there is no room for', async () => {
    let release = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    await start({ reply: () => gate.then(() => sampleReply()) }, { capacity: 2 })
    expect([await push(update(1)), await push(update(2)), await push(update(3))]).toEqual([200, 200, 503])
    release()
    await api.until('sendMessage', 2)
    expect(await push(update(3))).toBe(200)
    await api.until('sendMessage', 3)
  })

  it('has Telegram bring again what could not be stored', async () => {
    await start()
    const accept = inbox.accept
    inbox.accept = () => Promise.reject(new StorageError('unreachable', 'ECONNREFUSED'))
    expect(await push(update(1))).toBe(503)
    inbox.accept = accept
    expect(await push(update(1))).toBe(200)
    await api.until('sendMessage', 1)
  })

  it('takes nothing once the bot is stopping, and finishes what is in hand', async () => {
    let release = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    await start({ reply: () => gate.then(() => sampleReply()) })
    await push(update(1))
    await api.until('sendChatAction', 1)
    stop.abort()
    expect(await push(update(2))).toBe(503)
    release()
    await running
    expect(api.sent()).toHaveLength(1)
  })
})
