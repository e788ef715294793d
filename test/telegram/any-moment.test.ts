import { expect, it } from 'vitest'
import { runBot } from '../../src/telegram/run-bot.js'
import { createFakeAssistant, sampleReply } from '../fakes/fake-assistant.js'
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.js'
import { TOKEN } from '../fixtures/token.js'
import { type LoopbackBotApi, startLoopbackBotApi } from './loopback-bot-api.js'

/** When a process dies: at its n-th step towards the store, before or after that is done. */
interface Life {
  diesAt: number
  died: 'before' | 'after'
  steps: number
  isDead: boolean
}

const QUESTIONS = [
  [7, '问一'],
  [7, '问二'],
  [8, '别处问'],
] as const

/** The store as a process sees it: once the process is dead, no call of it comes back, nor is made. */
function mortal<Part extends object>(part: Part, life: Life): Part {
  return new Proxy(part, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (name === 'inbox') return (botId: number) => mortal((member as (botId: number) => object)(botId), life)
      if (typeof member === 'object' && member !== null) return mortal(member, life)
      return typeof member === 'function'
        ? (...parameters: unknown[]) => step(() => member(...parameters), life)
        : member
    },
  })
}

async function step(work: () => Promise<unknown>, life: Life): Promise<unknown> {
  const never = new Promise(() => {})
  if (life.isDead) return never
  life.steps += 1
  if (life.steps !== life.diesAt) return work()
  life.isDead = true
  if (life.died === 'after') await work()
  return never
}

/** Runs a bot until a condition holds, then stops it; one whose process has died is left alone. */
async function live(api: LoopbackBotApi, store: MemoryStore, life: Life, isDone: () => boolean): Promise<void> {
  const stop = new AbortController()
  const assistant = createFakeAssistant({
    reply: (question) => sampleReply({ question, answer: question, citations: [], figures: [], contact: null }),
  })
  const running = runBot({
    token: TOKEN,
    apiRoot: api.url,
    assistant,
    state: mortal(store, life),
    inbox: mortal(store, life).inbox,
    onError: () => {},
    stop: stop.signal,
    concurrency: 1,
  })
  while (!isDone() && !life.isDead) await new Promise(setImmediate)
  stop.abort()
  // Stopping takes steps, too, at which it may die.
  let isStopped = false
  running.finally(() => {
    isStopped = true
  })
  while (!isStopped && !life.isDead) await new Promise(setImmediate)
}

it.each(['before', 'after'] as const)(
  'a process may die %s any step: every question is answered once',
  async (died) => {
    let lives = 0
    for (let isImmortal = false; !isImmortal; ) {
      lives += 1
      const api = await startLoopbackBotApi()
      const store = createMemoryStore()
      const answers = () => api.sent().map(({ chat_id, text }) => [chat_id, text])
      for (const [id, text] of QUESTIONS)
        api.say(text, {
          chat: { id, type: 'private', first_name: '市民' },
          from: { id, is_bot: false, first_name: '市民' },
        })
      const areAnswered = () => answers().length >= QUESTIONS.length
      const first: Life = { diesAt: lives, died, steps: 0, isDead: false }
      await live(api, store, first, areAnswered)
      isImmortal = !first.isDead
      await live(api, store, { ...first, diesAt: 0, isDead: false }, areAnswered)
      for (const id of [7, 8])
        expect(
          answers().filter(([chat]) => chat === id),
          `step ${lives}`,
        ).toEqual(QUESTIONS.filter(([chat]) => chat === id))
      await api.close()
    }
    expect(lives).toBeGreaterThan(25)
  },
)
