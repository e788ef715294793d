import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../src/storage/store.js'
import { adminCommands } from '../../src/telegram/admin-commands.js'
import type { BotFault } from '../../src/telegram/bot-fault.js'
import { type LimitOptions, withinLimits } from '../../src/telegram/limits.js'
import { refuseBanned } from '../../src/telegram/refuse-banned.js'
import { type RunOptions, runBot } from '../../src/telegram/run-bot.js'
import { createFakeAssistant } from '../fakes/fake-assistant.js'
import { createMemoryStore } from '../fakes/memory-store.js'
import { TOKEN } from '../fixtures/token.js'
import { expectSendable } from './check-rich-text.js'
import { type LoopbackBotApi, startLoopbackBotApi } from './loopback-bot-api.js'

let api: LoopbackBotApi
let stop: AbortController
let running: Promise<void>
let faults: BotFault[]

beforeEach(async () => {
  api = await startLoopbackBotApi()
  stop = new AbortController()
  faults = []
})
afterEach(async () => {
  stop.abort()
  await running
  await api.close()
})

function start(before: RunOptions['before']) {
  const assistant = createFakeAssistant()
  const onError = (fault: BotFault) => faults.push(fault)
  const state = createMemoryStore()
  const { inbox } = state
  const signal = stop.signal
  running = runBot({ token: TOKEN, apiRoot: api.url, assistant, state, inbox, onError, stop: signal, before })
  return assistant
}

const person = (id: number) => ({
  chat: { id, type: 'private', first_name: '市民' } as const,
  from: { id, is_bot: false, first_name: '市民' },
})
const group = { chat: { id: -5, type: 'supergroup', title: '邻里群' } as const }

describe('limits', () => {
  const limits = (options: Partial<LimitOptions>) => [
    withinLimits({ onFault: (fault) => faults.push(fault), ...options }),
  ]

  it('answer one person so many times a minute, then say so once; others are not concerned', async () => {
    const assistant = start(limits({ perPerson: 3 }))
    for (let n = 0; n < 9; n += 1) api.say('问', person(7))
    api.say('问', person(8))
    await api.when(() => api.sent().length === 5)
    expect(assistant.calls).toHaveLength(4)
    expect(api.sent().filter(({ text }) => text.includes('有点快'))).toMatchObject([{ chat_id: 7 }])
    expect(faults.map(({ code }) => code)).toEqual(['busy'])
  })

  it('answer all people so many times a minute, then tell each once', async () => {
    const assistant = start(limits({ total: 3 }))
    for (let id = 1; id <= 5; id += 1) for (const text of ['一', '二']) api.say(text, person(id))
    await api.when(() => api.sent().filter(({ text }) => text.includes('人很多')).length === 4)
    expect(assistant.calls).toHaveLength(3)
  })

  it('do not count what people of a group say to each other', async () => {
    const assistant = start(limits({ perPerson: 1 }))
    for (let n = 0; n < 9; n += 1) api.say('大家早上好', group)
    api.say('问')
    await api.until('sendMessage', 1)
    expect(assistant.calls).toHaveLength(1)
  })
})

describe('a banned person', () => {
  it('gets no answer, and others do', async () => {
    start([refuseBanned({ has: async (id) => id === 7 })])
    api.say('问', person(7))
    api.say('问', person(8))
    await api.until('sendMessage', 1)
    stop.abort()
    await running
    expect(api.sent().map(({ chat_id }) => chat_id)).toEqual([8])
  })
})

describe("an admin's commands", () => {
  const banned: number[] = []
  const store = {
    audit: { outcomes: async () => ({ answered: 40, not_in_report: 2 }) },
    feedback: {
      written: async (limit: number) =>
        Array.from({ length: limit }, (_, n) => ({ words: `${n}${'字'.repeat(499)}`, at: new Date('2031-03-01') })),
      count: async () => ({ up: 5, down: 1, reasons: { wrong_figure: 1, off_point: 0, unclear: 0, other: 0 } }),
    },
    bans: { add: async (id: number) => void banned.push(id), remove: async () => {} },
  } as unknown as Store

  const admin = (changes: { broadcastTo?: number[]; reload?: () => Promise<number> } = {}) => [
    adminCommands({ adminIds: [7], store, reload: async () => 2, waiting: () => 0, ...changes }),
  ]

  async function answerTo(text: string, changes = {}): Promise<string> {
    api.say(text, changes)
    const count = api.sent().length + 1
    await api.until('sendMessage', count)
    return api.sent().at(-1)!.text
  }

  it('count answers and opinions, and reload the reports', async () => {
    start(admin())
    expect(await answerTo('/stats')).toMatch(/42 个问题[\s\S]*已回答:40[\s\S]*👍 5,👎 1[\s\S]*数字不对:1/u)
    expect(await answerTo('/reload')).toBe('已重新读取,现有2份报告。')
  })

  it('show what people wrote, however much', async () => {
    start(admin())
    await answerTo('/opinions')
    await api.until('sendMessage', 2)
    const shown = api.sent().map(({ text }) => text)
    for (const text of shown) expectSendable({ text, entities: [] })
    expect(shown.join('\n').match(/2031-03-01/gu)).toHaveLength(10)
  })

  it('say why a reload failed', async () => {
    const reload = () => Promise.reject(new Error('报告坏了'))
    start(admin({ reload }))
    expect(await answerTo('/reload')).toContain('仍用原来的报告:报告坏了')
  })

  it('ban by id', async () => {
    start(admin())
    expect(await answerTo('/ban 某人')).toContain('数字编号')
    await answerTo('/ban 123')
    expect(banned).toEqual([123])
  })

  it('broadcast to nobody, unless chats are named', async () => {
    start(admin())
    expect(await answerTo('/broadcast 停机通知')).toContain('没有发给任何人')
  })

  it('broadcast to the chats named', async () => {
    start(admin({ broadcastTo: [-100, -200] }))
    api.say('/broadcast 今晚停机\n一小时')
    await api.until('sendMessage', 3)
    expect(api.sent().map(({ chat_id, text }) => [chat_id, text])).toEqual([
      [-100, '今晚停机\n一小时'],
      [-200, '今晚停机\n一小时'],
      [7, '已发到 2 个会话中的 2 个。'],
    ])
  })

  it('are unknown to everybody else, and to admins in a group', async () => {
    start(admin())
    expect(await answerTo('/stats', person(8))).toContain('不认识')
    api.say('/stats@qingwen_test_bot', group)
    await api.until('sendMessage', 2)
    expect(api.sent()[1]?.text).toContain('不认识')
  })
})
