import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AskOptions, Assistant } from '../../src/answer/assistant.js'
import { runBot } from '../../src/telegram/run-bot.js'
import { houseWith } from '../answer/written/house.js'
import { createFakeAssistant, sampleReply } from '../fakes/fake-assistant.js'
import { createMemoryStore } from '../fakes/memory-store.js'
import { lanxi } from '../fixtures/lanxi.js'
import { TOKEN } from '../fixtures/token.js'
import { memory, modelAt } from '../model/fixture.js'
import { startModelServer } from '../model/model-server.js'
import { type LoopbackBotApi, refusal, startLoopbackBotApi } from './loopback-bot-api.js'

let api: LoopbackBotApi
let stop: AbortController
let running: Promise<void>

beforeEach(async () => {
  api = await startLoopbackBotApi()
  stop = new AbortController()
})
afterEach(async () => {
  stop.abort()
  await running
  await api.close()
})

function start(assistant: Assistant): void {
  const state = createMemoryStore()
  const { inbox } = state
  running = runBot({ token: TOKEN, apiRoot: api.url, assistant, state, inbox, onError: () => {}, stop: stop.signal })
}

const startFake = () => start(createFakeAssistant({ status: { mode: 'llm' }, reply: write }))

/** Two sentences, told one after the other, the second once the first has been shown or refused. */
async function write(question: string, { onText }: AskOptions) {
  const before = api.calls.length
  onText?.('2030年经济平稳。[1]')
  if (question === '慢')
    await api.when(() => api.calls.slice(before).some(({ method }) => method === 'sendMessageDraft'))
  onText?.('2030年经济平稳。[1]2030年地区生产总值达到128.8亿元左右。[1]')
  return sampleReply({ question, mode: 'llm' })
}

const methods = () => api.calls.map(({ method }) => method).filter((method) => /^sendMessage/u.test(method))
const drafts = () => api.calls.filter(({ method }) => method === 'sendMessageDraft').map(({ payload }) => payload)

describe('an answer that a model writes', () => {
  it('is shown while it grows, then sent with its label, nothing after it', async () => {
    startFake()
    api.say('慢')
    await api.until('sendMessage', 1)
    expect(drafts()[0]).toMatchObject({ chat_id: 7, text: '2030年经济平稳。【1】' })
    expect(drafts()[0]!.draft_id).not.toBe(0)
    expect(methods().at(-1)).toBe('sendMessage')
    const { text } = api.sent()[0]!
    expect(text.endsWith('\n\n本回复由AI根据报告原文生成')).toBe(true)
    expect(text.match(/本回复由AI/g)).toHaveLength(1)
  })

  it('comes without drafts where the server refuses one, which is remembered', async () => {
    startFake()
    api.answerNext('sendMessageDraft', refusal(404, 'Not Found: method not found'))
    api.say('慢')
    await api.until('sendMessage', 1)
    api.say('再问')
    await api.until('sendMessage', 2)
    expect(drafts()).toHaveLength(1)
    expect(api.sent()).toHaveLength(2)
  })

  it('comes without drafts in a group, which takes none', async () => {
    startFake()
    const chat = { id: -5, type: 'supergroup', title: '邻里群' } as const
    api.say('/start', { chat })
    await api.until('sendMessage', 1)
    const reply_to_message = { message_id: 1, from: { id: 900, is_bot: true, first_name: '青问' }, chat, date: 1 }
    api.say('问', { chat, reply_to_message } as never)
    await api.until('sendMessage', 2)
    expect(drafts()).toEqual([])
  })

  it('of a real server grows by whole proven sentences; a lie behind them is never shown', async () => {
    const told = ['{D1}', '改造老旧小区{F1},新建停车位{F2}', '新建停车位9999个']
    const claims = told.map((text) => ({ text, evidence: ['E1'] }))
    const said = JSON.stringify({ outcome: 'answered', claims })
    const server = await startModelServer(() => ({ kind: 'text', text: said }), { paceMs: 60 })
    const remembered = memory()
    remembered.set(`${server.url} m`, 'json_schema')
    start(houseWith(modelAt(server.url, remembered), [lanxi()]))
    api.say('聚焦城市更新,提升城市品质,具体做什么?')
    await api.until('sendMessage', 1)
    await server.close()
    const answer = api.sent()[0]!.text
    const shown = drafts().map(({ text }) => `${text}`)
    expect(shown.length).toBeGreaterThan(0)
    for (const text of shown) {
      expect(answer.startsWith(text)).toBe(true)
      expect(text).toMatch(/。【\d】$/)
    }
    expect(answer).not.toContain('9999')
    expect(answer).toMatch(/\n\n【1】.*\n.*\n——《[^\n]*》\n\n本回复由AI根据报告原文生成$/s)
  })
})
