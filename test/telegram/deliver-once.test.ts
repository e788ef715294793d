import { Bot } from 'grammy'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryInbox } from '../../src/storage/memory-inbox.js'
import type { Inbox } from '../../src/storage/store.js'
import { createDeliverOnce } from '../../src/telegram/deliver-once.js'
import { retryCalls } from '../../src/telegram/retry-calls.js'
import { type Answer, type LoopbackBotApi, ok, refusal, startLoopbackBotApi } from './loopback-bot-api.js'

let api: LoopbackBotApi
let inbox: Inbox

const chat = { id: 7, type: 'private', first_name: '市民' } as const
const question = { update_id: 1, message: { message_id: 1, date: 1, chat, text: '问' } }
const markup = { inline_keyboard: [[{ text: '原文', callback_data: 'o' }]] }

beforeEach(async () => {
  api = await startLoopbackBotApi()
  api.say('问')
  inbox = createMemoryInbox()
  await inbox.accept([{ id: 1, content: question }])
})
afterEach(() => api.close())

/** One life of the bot: sends what an answer consists of, unless the process "dies" at the given message. */
async function live(words: readonly string[], { diesAt, died }: { diesAt?: number; died?: 'before' | 'after' } = {}) {
  const deliverOnce = createDeliverOnce(inbox)
  const bot = new Bot('900:once', { client: { apiRoot: api.url } })
  bot.api.config.use(async (previous, method, payload, signal) => {
    const isDeadly = method === 'sendMessage' && api.sent().length === diesAt
    if (!isDeadly) return previous(method, payload, signal)
    if (died === 'after') await previous(method, payload, signal)
    // A process that died never hears of anything again.
    return new Promise(() => {})
  })
  bot.api.config.use(deliverOnce.transformer)
  const options = { signal: new AbortController().signal, onFault: () => {}, pause: async () => {} }
  bot.api.config.use(retryCalls(options))
  let isDead = () => {}
  const death = new Promise<void>((resolve) => {
    isDead = resolve
  })
  const work = deliverOnce.during(question as never, await inbox.deliveries(1), async () => {
    for (const [position, text] of words.entries()) {
      const sending = bot.api.sendMessage(7, text, { reply_markup: markup })
      if (position === diesAt) {
        const count = position + (died === 'after' ? 1 : 0)
        await api.until('sendMessage', count)
        while ((await inbox.deliveries(1)).length <= position) await new Promise(setImmediate)
        return isDead()
      }
      await sending
    }
  })
  await (diesAt === undefined ? work : Promise.race([work, death]))
}

const sent = () => api.sent().map(({ text }) => text)

describe('a message', () => {
  it('that went out before the process died is not sent again; the others are', async () => {
    await live(['一', '二', '三'], { diesAt: 2, died: 'before' })
    expect(sent()).toEqual(['一', '二'])
    await live(['一', '二', '三'])
    expect(sent()).toEqual(['一', '二', '三'])
  })

  it('on its way when the process died, and arrived, is found and not sent again', async () => {
    await live(['一', '二', '三'], { diesAt: 1, died: 'after' })
    expect(sent()).toEqual(['一', '二'])
    await live(['一', '二', '三'])
    expect(sent()).toEqual(['一', '二', '三'])
  })

  it('is found among messages that others wrote and got meanwhile', async () => {
    api.say('别人问', { chat: { ...chat, id: 8 } })
    api.say('别人再问', { chat: { ...chat, id: 8 } })
    await live(['一'], { diesAt: 0, died: 'after' })
    api.say('又问')
    await live(['一'])
    expect(sent()).toEqual(['一'])
  })

  it('on its way when the process died, and lost, is sent', async () => {
    await live(['一'], { diesAt: 0, died: 'before' })
    expect(sent()).toEqual([])
    await live(['一'])
    expect(sent()).toEqual(['一'])
  })

  it('is looked for until Telegram says whether it is there', async () => {
    await live(['一'], { diesAt: 0, died: 'after' })
    const faults: Answer[] = [
      refusal(429, 'Too Many Requests', { retry_after: 1 }),
      refusal(502, 'Bad Gateway'),
      'drop',
    ]
    api.answerNext('editMessageReplyMarkup', ...faults)
    await live(['一'])
    expect(sent()).toEqual(['一'])
  })

  it('is sent where a server says yes to every question', async () => {
    await live(['一'], { diesAt: 0, died: 'before' })
    api.answerNext('editMessageReplyMarkup', ...Array.from({ length: 40 }, () => ok(true)))
    await live(['一'])
    expect(sent()).toEqual(['一'])
  })

  it('whose connection broke after it arrived is not sent again', async () => {
    let isBroken = false
    const deliverOnce = createDeliverOnce(inbox)
    const bot = new Bot('900:once', { client: { apiRoot: api.url } })
    bot.api.config.use(async (previous, method, payload, signal) => {
      const response = await previous(method, payload, signal)
      if (method !== 'sendMessage' || isBroken) return response
      isBroken = true
      throw new Error('socket hang up')
    })
    bot.api.config.use(deliverOnce.transformer)
    const options = { signal: new AbortController().signal, onFault: () => {}, pause: async () => {} }
    bot.api.config.use(retryCalls(options))
    await deliverOnce.during(question as never, [], async () => void (await bot.api.sendMessage(7, '一')))
    expect(sent()).toEqual(['一'])
  })

  it('that Telegram refused leaves no doubt', async () => {
    api.answerNext('sendMessage', refusal(403, 'Forbidden: bot was blocked by the user'))
    await expect(live(['一'])).rejects.toThrow('blocked')
    expect(await inbox.deliveries(1)).toEqual([])
  })

  it('that could not reach Telegram leaves no doubt', async () => {
    await api.goAway()
    const deliverOnce = createDeliverOnce(inbox)
    const bot = new Bot('900:once', { client: { apiRoot: api.url } })
    bot.api.config.use(deliverOnce.transformer)
    const work = deliverOnce.during(question as never, [], async () => void (await bot.api.sendMessage(7, '一')))
    await expect(work).rejects.toThrow()
    expect(await inbox.deliveries(1)).toEqual([])
  })
})
