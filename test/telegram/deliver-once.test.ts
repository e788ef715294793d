import { Bot } from 'grammy'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Inbox } from '../../src/storage/store.js'
import { createDeliverOnce } from '../../src/telegram/deliver-once.js'
import { retryCalls } from '../../src/telegram/retry-calls.js'
import { createMemoryInbox } from '../fakes/memory-inbox.js'
import { TOKEN } from '../fixtures/token.js'
import { type Answer, type LoopbackBotApi, ok, refusal, startLoopbackBotApi } from './loopback-bot-api.js'

let api: LoopbackBotApi
let inbox: Inbox

const chat = { id: 7, type: 'private', first_name: '市民' } as const
const question = { update_id: 1, message: { message_id: 1, date: 1, chat, text: '问' } }
const second = { update_id: 2, message: { message_id: 2, date: 1, chat, text: '再问' } }
const markup = { inline_keyboard: [[{ text: '原文', callback_data: 'o' }]] }

beforeEach(async () => {
  api = await startLoopbackBotApi()
  api.say('问')
  inbox = createMemoryInbox()
  await inbox.accept([question, second].map((content) => ({ id: content.update_id, content })))
})
afterEach(() => api.close())

interface Life {
  /** The message at which the process "dies", and whether it went out. */
  diesAt?: number
  died?: 'before' | 'after'
  update?: typeof question
  buttons?: typeof markup
}

/** One life of the bot: sends what an answer consists of, as far as it gets. */
async function live(words: readonly string[], { diesAt, died, update = question, buttons = markup }: Life = {}) {
  const begun = api.sent().length
  const { update_id: id } = update
  const deliverOnce = createDeliverOnce(inbox)
  const bot = new Bot(TOKEN, { client: { apiRoot: api.url } })
  bot.api.config.use(async (previous, method, payload, signal) => {
    const isDeadly = method === 'sendMessage' && diesAt !== undefined && api.sent().length === begun + diesAt
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
  const work = deliverOnce.during(update as never, await inbox.deliveries(id), async () => {
    for (const [position, text] of words.entries()) {
      const sending = bot.api.sendMessage(7, text, { reply_markup: buttons })
      if (position === diesAt) {
        const count = begun + position + (died === 'after' ? 1 : 0)
        await api.until('sendMessage', count)
        while ((await inbox.deliveries(id)).length <= position) await new Promise(setImmediate)
        return isDead()
      }
      await sending
    }
  })
  if (diesAt === undefined) await inbox.finish(id, await work)
  else await Promise.race([work, death])
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

  it('is not taken for one that answered an earlier question, whose buttons stay', async () => {
    api.say('再问')
    const others = { inline_keyboard: [[{ text: '原文', callback_data: 'other' }]] }
    await live(['一'])
    await live(['二'], { update: second, buttons: others, diesAt: 0, died: 'before' })
    await live(['二'], { update: second, buttons: others })
    expect(sent()).toEqual(['一', '二'])
    expect(api.calls.filter(({ method, result }) => method === 'editMessageReplyMarkup' && result)).toEqual([])
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

  it.each([
    ['connection broke', () => Promise.reject(new Error('socket hang up'))],
    ['server was at fault', async () => ({ ok: false, error_code: 504, description: 'Gateway Timeout' }) as never],
  ])('whose %s after it arrived is not sent again, whatever others wrote', async (_name, fault) => {
    let isBroken = false
    const deliverOnce = createDeliverOnce(inbox)
    const bot = new Bot(TOKEN, { client: { apiRoot: api.url } })
    bot.api.config.use(async (previous, method, payload, signal) => {
      const response = await previous(method, payload, signal)
      if (method !== 'sendMessage' || isBroken) return response
      isBroken = true
      return fault()
    })
    bot.api.config.use(deliverOnce.transformer)
    const options = { signal: new AbortController().signal, onFault: () => {}, pause: async () => {} }
    bot.api.config.use(retryCalls(options))
    for (let id = 2; id <= 40; id += 1) {
      const other = { ...chat, id: 8 }
      api.say('别人问', { chat: other })
      deliverOnce.saw({ update_id: id, message: { message_id: id, date: 1, chat: other, text: '别人问' } } as never)
    }
    const earlier = { ...question, message: { ...question.message, message_id: 1 } }
    await deliverOnce.during(earlier as never, [], async () => void (await bot.api.sendMessage(7, '一')))
    expect(sent()).toEqual(['一'])
  })

  it('that arrived, but was answered too late, is not sent again', async () => {
    const deliverOnce = createDeliverOnce(inbox)
    const bot = new Bot(TOKEN, { client: { apiRoot: api.url } })
    bot.api.config.use(deliverOnce.transformer)
    const options = { signal: new AbortController().signal, onFault: () => {}, pause: async () => {}, timeoutMs: 100 }
    bot.api.config.use(retryCalls(options))
    api.answerNext('sendMessage', 'late')
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
    const bot = new Bot(TOKEN, { client: { apiRoot: api.url } })
    bot.api.config.use(deliverOnce.transformer)
    const work = deliverOnce.during(question as never, [], async () => void (await bot.api.sendMessage(7, '一')))
    await expect(work).rejects.toThrow()
    expect(await inbox.deliveries(1)).toEqual([])
  })
})
