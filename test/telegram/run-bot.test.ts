import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BotFault } from '../../src/telegram/bot-fault.js'
import { type RunOptions, runBot } from '../../src/telegram/run-bot.js'
import { createFakeAssistant, type FakeOptions, sampleReply } from '../fakes/fake-assistant.js'
import { createMemoryStore } from '../fakes/memory-store.js'
import { TOKEN } from '../fixtures/token.js'
import { expectSendable } from './check-rich-text.js'
import { BOT, type LoopbackBotApi, refusal, startLoopbackBotApi } from './loopback-bot-api.js'

let api: LoopbackBotApi
let stop: AbortController
let running: Promise<void>
let faults: BotFault[]
let pauses: number[]

beforeEach(async () => {
  api = await startLoopbackBotApi()
  stop = new AbortController()
  running = Promise.resolve()
  faults = []
  pauses = []
})

afterEach(async () => {
  stop.abort()
  await running.catch(() => {})
  await api.close()
})

function start(fake: FakeOptions = {}, options: Partial<RunOptions> = {}) {
  const assistant = createFakeAssistant(fake)
  const state = createMemoryStore()
  running = runBot({
    token: TOKEN,
    apiRoot: api.url,
    assistant,
    state,
    inbox: state.inbox,
    onError: (fault) => faults.push(fault),
    stop: stop.signal,
    pause: async (milliseconds) => {
      pauses.push(milliseconds)
    },
    ...options,
  })
  running.catch(() => {})
  return assistant
}

describe('a question', () => {
  it('is answered with its source while "typing" shows', async () => {
    const assistant = start()
    api.say('2030年地区生产总值是多少?')
    await api.until('sendMessage', 1)
    const [message] = api.sent()
    expectSendable({ text: message!.text, entities: message!.entities ?? [] })
    expect(message?.text).toContain('【1】(一)经济运行稳中有进')
    expect(assistant.calls[0]?.question).toBe('2030年地区生产总值是多少?')
    expect(api.calls.map(({ method }) => method)).toContain('sendChatAction')
    expect(message).not.toHaveProperty('parse_mode')
  })

  it('is taken as a follow-up of the same chat only', async () => {
    const assistant = start()
    api.say('2030年地区生产总值是多少?')
    api.say('那2031年呢?')
    await api.until('sendMessage', 2)
    api.say('财政收入呢?', { chat: { id: 8, type: 'private', first_name: '别人' } })
    await api.until('sendMessage', 3)
    expect(assistant.calls.map(({ options }) => options.conversation?.turns)).toEqual([undefined, 1, undefined])
  })

  it('starts anew after /start', async () => {
    const assistant = start()
    for (const text of ['地区生产总值?', '/start', '那2031年呢?']) api.say(text)
    await api.until('sendMessage', 3)
    expect(assistant.calls.at(-1)?.options.conversation).toBeUndefined()
  })

  it('waits for the one before in its chat, but for no other chat', async () => {
    let release = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    start({
      async reply(question) {
        if (question === '慢') await gate
        return sampleReply({ answer: question, citations: [], figures: [], contact: null })
      },
    })
    api.say('慢')
    api.say('快')
    api.say('别处', { chat: { id: 8, type: 'private', first_name: '别人' } })
    await api.until('sendMessage', 1)
    expect(api.sent().map(({ text }) => text)).toEqual(['别处'])
    release()
    await api.until('sendMessage', 3)
    expect(api.sent().map(({ text }) => text)).toEqual(['别处', '慢', '快'])
  })

  it('that is pasted text is read in part, with a notice', async () => {
    const assistant = start()
    api.say('长'.repeat(4000))
    await api.until('sendMessage', 1)
    expect(api.sent()[0]?.text).toMatch(/^您这段话比较长,我只读了前500个字/u)
    expect(assistant.calls.map(({ question }) => question)).toEqual(['长'.repeat(500)])
  })

  it('with a long answer goes out in parts that each can be sent', async () => {
    const reply = sampleReply({ answer: `${'很长的回答,😀'.repeat(2000)}128.8亿元左右。[1]` })
    start({ reply: () => reply })
    api.say('长')
    await api.until('sendMessage', 4)
    for (const { text, entities = [] } of api.sent()) expectSendable({ text, entities })
  })
})

describe('commands', () => {
  it('/start greets and names the report', async () => {
    start()
    api.say('/start')
    await api.until('sendMessage', 1)
    expect(api.sent()[0]?.text).toContain('《兰溪区2030年计划执行情况与2031年计划草案的报告》')
  })

  it('/about names reports, place and how answers are made', async () => {
    start()
    api.say('/about')
    await api.until('sendMessage', 1)
    expect(api.sent()[0]?.text).toMatch(/兰溪区2030年[\s\S]*江州市兰溪区[\s\S]*照录报告原文/u)
  })

  it('/help explains, and an unknown command is told so', async () => {
    start()
    api.say('/help')
    api.say('/whatever')
    await api.until('sendMessage', 2)
    expect(api.sent()[0]?.text).toContain('/about')
    expect(api.sent()[1]?.text).toContain('/help')
  })

  it('are announced in Chinese; a server without a menu does no harm', async () => {
    api.answerNext('setMyCommands', refusal(400, 'Bad Request: method not supported'))
    start()
    api.say('问')
    await api.until('sendMessage', 1)
    const announced = api.calls.find(({ method }) => method === 'setMyCommands')
    expect(announced?.payload.commands).toContainEqual({ command: 'help', description: '怎么提问' })
    expect(faults.map(({ code }) => code)).toEqual(['api'])
  })
})

describe('what is no question', () => {
  it.each([
    ['a photo', { photo: [] }],
    ['a voice message', { voice: { file_id: '1', file_unique_id: '1', duration: 1 } }],
    ['a sticker', { sticker: {} }],
    ['a file', { document: { file_id: '1', file_unique_id: '1' }, caption: '请看附件' }],
  ])('%s gets a kind sentence', async (_name, content) => {
    const assistant = start()
    api.say('', content as never)
    await api.until('sendMessage', 1)
    expect(api.sent()[0]?.text).toContain('只看得懂文字')
    expect(assistant.calls).toEqual([])
  })
})

describe('in a group', () => {
  const chat = { id: -5, type: 'supergroup', title: '邻里群' } as const
  const mention = `@${BOT.username}`

  it('answers a mention and a reply to it, quoting the question, and keeps out of the rest', async () => {
    const assistant = start()
    api.say('大家早上好', { chat })
    api.say('', { chat, photo: [] } as never)
    api.say('/foo', { chat })
    api.say('/help@another_bot', { chat })
    api.say(`${mention} 地区生产总值是多少?`, {
      chat,
      entities: [{ type: 'mention', offset: 0, length: mention.length }],
    })
    api.say('那2031年呢?', { chat, reply_to_message: { message_id: 99, from: BOT, chat, date: 1 } } as never)
    await api.until('sendMessage', 2)
    expect(assistant.calls.map(({ question }) => question)).toEqual(['地区生产总值是多少?', '那2031年呢?'])
    expect(api.sent().map((message) => message.reply_parameters?.message_id)).toEqual([5, 6])
  })

  it('keeps the conversations of two people apart', async () => {
    const assistant = start()
    const reply_to_message = { message_id: 99, from: BOT, chat, date: 1 }
    api.say('甲问', { chat, reply_to_message } as never)
    api.say('乙问', { chat, reply_to_message, from: { id: 9, is_bot: false, first_name: '乙' } } as never)
    await api.until('sendMessage', 2)
    expect(assistant.calls[1]?.options.conversation).toBeUndefined()
  })

  it('does not answer other bots', async () => {
    const assistant = start()
    api.say('嘀', { from: { id: 3, is_bot: true, first_name: '别的机器人' } })
    api.say('问')
    await api.until('sendMessage', 1)
    expect(assistant.calls).toHaveLength(1)
  })
})

describe('faults', () => {
  it('waits as long as Telegram asks, then sends the same answer', async () => {
    api.answerNext('sendMessage', refusal(429, 'Too Many Requests: retry after 7', { retry_after: 7 }))
    start()
    api.say('问')
    await api.until('sendMessage', 2)
    expect(pauses).toContain(7000)
    expect(api.sent()[0]).toEqual(api.sent()[1])
    expect(faults.map(({ code }) => code)).toEqual(['rate_limited'])
  })

  it('tries again after server faults, cut connections and error pages, waiting longer each time', async () => {
    api.answerNext('sendMessage', refusal(500, 'Internal Server Error'), 'drop', 'html')
    start()
    api.say('问')
    await api.until('sendMessage', 4)
    expect(pauses.filter((milliseconds) => milliseconds >= 500)).toEqual([500, 1000, 2000])
  })

  it('goes on polling after faults of the poll itself', async () => {
    api.answerNext('getUpdates', 'drop', refusal(502, 'Bad Gateway'), refusal(429, 'slow', { retry_after: 3 }), 'html')
    start()
    api.say('问')
    await api.until('sendMessage', 1)
    expect(pauses).toEqual(expect.arrayContaining([500, 1000, 3000, 4000]))
  })

  it.each([
    ['blocked', refusal(403, 'Forbidden: bot was blocked by the user')],
    ['chat_not_found', refusal(400, 'Bad Request: chat not found')],
    ['not_modified', refusal(400, 'Bad Request: message is not modified')],
  ])('%s is logged and nothing else', async (code, answer) => {
    api.answerNext('sendMessage', answer)
    start()
    api.say('问')
    api.say('再问')
    await api.until('sendMessage', 2)
    expect(faults.map((fault) => fault.code)).toEqual([code])
  })

  it('sends the same words plainly when the formatting is refused', async () => {
    api.answerNext('sendMessage', refusal(400, "Bad Request: can't parse entities: ENTITY_BOUNDS_INVALID"))
    start()
    api.say('问')
    await api.until('sendMessage', 2)
    const [formatted, unformatted] = api.sent()
    expect(unformatted?.text).toBe(formatted?.text)
    expect(unformatted?.entities).toBeUndefined()
  })

  it('follows a group that became a supergroup', async () => {
    api.answerNext('sendMessage', refusal(400, 'group upgraded', { migrate_to_chat_id: -1005 }))
    start()
    api.say('问')
    await api.until('sendMessage', 2)
    expect(api.sent().map(({ chat_id }) => chat_id)).toEqual([7, -1005])
  })

  it('apologises in one sentence when answering fails, and answers the next question', async () => {
    start({
      reply(question) {
        if (question === '坏') throw new Error('内部错误')
        return sampleReply()
      },
    })
    api.say('坏')
    api.say('好')
    await api.until('sendMessage', 2)
    expect(api.sent()[0]?.text).toBe('抱歉,刚才没能答上来,请过一会儿再问一次。')
    expect(api.sent()[1]?.text).toContain('【1】')
    expect(faults[0]?.message).toContain('内部错误')
  })

  it.each([
    ['without a sender', { from: undefined }],
    ['without a chat', { chat: undefined }],
    ['of service', { new_chat_members: [], text: undefined }],
    ['with entities beyond its text', { entities: [{ type: 'mention', offset: 90, length: 9 }] }],
    ['of a kind not known yet', { text: undefined, hologram: {} }],
    ['with half a character', { text: '\uD83D' }],
  ])('does not die of a message %s', async (_name, content) => {
    start()
    api.say('?', content as never)
    api.say('问', { chat: { id: 8, type: 'private', first_name: '别人' } })
    await api.until('sendMessage', 1)
    while (!api.sent().some(({ chat_id }) => chat_id === 8)) await api.until('sendMessage', api.sent().length + 1)
    for (const { text } of api.sent()) expect(text).not.toMatch(/\p{Surrogate}/u)
  })

  it('never tells the token', async () => {
    api.answerNext('getMe', 'drop', 'html')
    api.answerNext('getUpdates', 'drop')
    api.answerNext('sendMessage', 'drop', 'html', 'drop', 'drop', 'drop', 'drop', 'drop')
    start()
    api.say('问')
    await api.until('sendMessage', 8)
    expect(faults.length).toBeGreaterThan(5)
    for (const fault of faults) {
      const everything = `${fault.message}${fault.stack}${JSON.stringify(fault)}${String(fault.cause)}`
      expect(everything).not.toContain('secret')
    }
  })
})

describe('starting and stopping', () => {
  it.each([
    ['does not know', refusal(401, 'Unauthorized')],
    ['finds malformed', refusal(404, 'Not Found')],
  ])('ends with one sentence on a token that Telegram %s', async (_name, answer) => {
    api.answerNext('getMe', answer)
    start()
    await expect(running).rejects.toMatchObject({ code: 'token_rejected' })
    await expect(running).rejects.not.toThrow(/secret/)
  })

  it('ends with one sentence without a token', async () => {
    start({}, { token: ' ' })
    await expect(running).rejects.toMatchObject({ code: 'token_missing' })
  })

  it('ends with one sentence when another program keeps polling with the same token', async () => {
    api.answerNext(
      'getUpdates',
      ...Array.from({ length: 9 }, () => refusal(409, 'Conflict: terminated by other getUpdates')),
    )
    start()
    await expect(running).rejects.toMatchObject({ code: 'conflict' })
  })

  it('finishes the answer in hand, tells Telegram what it has received, and stops', async () => {
    let release = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const assistant = start({ reply: () => gate.then(() => sampleReply()) })
    api.say('问')
    await api.until('sendChatAction', 1)
    stop.abort()
    release()
    await running
    expect(assistant.calls).toHaveLength(1)
    expect(api.sent()).toHaveLength(1)
    const polls = api.calls.filter(({ method }) => method === 'getUpdates')
    expect(polls.at(-1)).toMatchObject({ payload: { offset: 2, timeout: 0 } })
  })

  it('waits for an answer in hand no longer than the grace given', async () => {
    start({ reply: () => new Promise(() => {}) }, { graceMs: 1 })
    api.say('问')
    await api.until('sendChatAction', 1)
    stop.abort()
    await running
    expect(api.sent()).toEqual([])
  })

  it('stops at once while it cannot connect', async () => {
    api.answerNext('getMe', 'hang')
    start()
    await api.until('getMe', 1)
    stop.abort()
    await running
    expect(api.sent()).toEqual([])
  })
})
