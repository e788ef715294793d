import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createStore } from '../../src/storage/create-store.js'
import { patient } from '../../src/storage/patient-database.js'
import { createSecrets } from '../../src/storage/secrets.js'
import { openServer } from '../../src/storage/server-database.js'
import { type RunOptions, runBot } from '../../src/telegram/run-bot.js'
import type { BotState } from '../../src/telegram/state.js'
import { createFakeAssistant, sampleReply } from '../fakes/fake-assistant.js'
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.js'
import { TOKEN } from '../fixtures/token.js'
import { findPostgres, startPostgres } from '../storage/start-postgres.js'
import { type LoopbackBotApi, startLoopbackBotApi } from './loopback-bot-api.js'
import { createTalk, type Talk } from './talk.js'

let api: LoopbackBotApi
let stop: AbortController
let running: Promise<void>

beforeEach(async () => {
  api = await startLoopbackBotApi()
  stop = new AbortController()
  running = Promise.resolve()
})
afterEach(async () => {
  stop.abort()
  await running
  await api.close()
})

function start(store: Pick<MemoryStore, keyof BotState | 'inbox'>, onError: RunOptions['onError'] = () => {}) {
  const assistant = createFakeAssistant({
    reply: (question) => sampleReply({ question, answer: question, citations: [], figures: [], contact: null }),
  })
  // Waits as when it runs for real, only shorter; a whole minute is in the bench: npm run bench -- --only telegram-outages
  const pause: RunOptions['pause'] = (milliseconds) =>
    new Promise((resolve) => setTimeout(resolve, Math.min(milliseconds, 50)))
  running = runBot({
    token: TOKEN,
    apiRoot: api.url,
    assistant,
    state: store,
    inbox: (botId) => store.inbox(botId),
    onError,
    pause,
    stop: stop.signal,
  })
}

function expectAllAnsweredOnce(talk: Talk): void {
  expect(talk.unanswered()).toEqual([])
  expect(talk.answeredTwice()).toEqual([])
  expect(talk.outOfOrder()).toEqual([])
}

describe('Telegram', () => {
  it('gone and back: every question is answered once, in order', async () => {
    const codes = new Set<string>()
    start(createMemoryStore(), ({ code }) => codes.add(code))
    const talk = createTalk({ api, chats: 6, questionsPerChat: 10, ahead: 2 })
    const done = talk.run()
    await talk.until(20)
    await api.goAway()
    while (!codes.has('network')) await new Promise((resolve) => setTimeout(resolve, 10))
    await new Promise((resolve) => setTimeout(resolve, 300))
    await api.comeBack()
    await done
    stop.abort()
    await running
    expectAllAnsweredOnce(talk)
  })
})

const programs = findPostgres()

describe.skipIf(programs === null)('the database', () => {
  it('gone and back: every question is answered once, in order', async () => {
    const server = await startPostgres(programs!)
    let waits = 0
    const onWait = () => {
      waits += 1
    }
    const patience = { signal: stop.signal, onWait, maximumWaitMs: 100 }
    const store = await createStore({
      database: patient(openServer(server.url), patience),
      secrets: createSecrets(new Uint8Array(32)),
    })
    start(store)
    const talk = createTalk({ api, chats: 6, questionsPerChat: 10 })
    const done = talk.run()
    await talk.until(20)
    await server.kill()
    while (waits < 5) await new Promise((resolve) => setTimeout(resolve, 10))
    await server.start()
    await done
    stop.abort()
    await running
    expectAllAnsweredOnce(talk)
    await store.close()
    await server.remove()
  })
})
