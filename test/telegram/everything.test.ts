import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import emulator from 'telegram-test-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadThemes } from '../../src/faq/themes.js'
import { ACTION_KINDS } from '../../src/telegram/callback-data.js'
import { COMMAND_NAMES } from '../../src/telegram/command-menu.js'
import { runBot } from '../../src/telegram/run-bot.js'
import { createMemoryStore } from '../fakes/memory-store.js'
import { lanxi } from '../fixtures/lanxi.js'
import { assistantOver } from '../fixtures/small-assistant.js'
import { TOKEN } from '../fixtures/token.js'
import { startHarness } from './bot-harness.js'
import { marked } from './check-rich-text.js'
import { shownProof } from './prove-shown.js'
import { type Phone, type Shown, walk } from './walk.js'

// The package's types speak of a `default` that its CommonJS export does not have.
const TelegramServer = emulator as unknown as typeof emulator.default
type TelegramServer = InstanceType<typeof TelegramServer>
type Client = ReturnType<TelegramServer['getClient']>

const report = lanxi()
const proves = shownProof([report])
const faq = [{ id: 'q-1', theme: '教育、医疗与文化', question: '2030年新增学位多少个?' }]
const SAID = [
  ...COMMAND_NAMES.map((name) => `/${name}`),
  '/feedback 字太小',
  '/whatever',
  '2031年地区生产总值的目标是多少?',
  '那2030年呢?',
  '2031年主要预期目标有哪些?',
  '2035年地区生产总值是多少?',
  '北京的地区生产总值是多少?',
  '火星上有多少人?',
  '你好',
]

describe('every command and every button', () => {
  it('on a loopback Bot API', async () => {
    const bot = await startHarness({ faq })
    const phone: Phone = {
      say: (text) => bot.say(text),
      async tap(shown, data) {
        const before = bot.outgoing().length
        bot.api.push(tapOf(shown, data))
        await bot.api.when(() => bot.outgoing().length > before)
        return bot.outgoing()[before]!
      },
    }
    const { seen, kinds } = await walk(phone, TOKEN, SAID)
    await bot.stop()
    expect([...kinds].sort()).toEqual([...ACTION_KINDS].sort())
    expect(seen.filter((shown) => marked(shown, 'expandable_blockquote').length > 0).length).toBeGreaterThan(20)
    expect(bot.faults).toEqual([])
  })
})

describe('telegram-test-api', () => {
  let server: TelegramServer
  let stop: AbortController
  let running: Promise<void>

  beforeEach(async () => {
    server = new TelegramServer({ port: await freePort(), host: '127.0.0.1' })
    await server.start()
    stop = new AbortController()
    const state = createMemoryStore()
    running = runBot({
      token: TOKEN,
      apiRoot: server.config.apiURL,
      assistant: assistantOver([report]),
      library: { reports: () => [report], faq: () => faq, themes: loadThemes('其他') },
      state,
      inbox: state.inbox,
      onError: () => {},
      stop: stop.signal,
    })
  })
  afterEach(async () => {
    stop.abort()
    await running
    await server.stop()
  })

  it('every command and every button', async () => {
    const { seen, kinds } = await walk(phoneOn(server, server.getClient(TOKEN)), TOKEN, SAID)
    expect([...kinds].sort()).toEqual([...ACTION_KINDS].sort())
    for (const shown of seen) proves(shown)
    expect(seen.filter((shown) => marked(shown, 'expandable_blockquote').length > 0).length).toBeGreaterThan(20)
  })

  it.each([
    ['语音', { voice: { file_id: '1', file_unique_id: '1', duration: 1 } }],
    ['图片', { photo: [] }],
    ['表情', { sticker: {} }],
    ['文件', { document: { file_id: '1', file_unique_id: '1' } }],
  ])('%s instead of text', async (name, content) => {
    const client = server.getClient(TOKEN)
    const shown = shownNext(server)
    const { text: _text, ...message } = client.makeMessage('')
    await client.sendMessage({ ...message, ...content } as never)
    expect((await shown).text).toContain(name)
  })

  it('a mention in a group', async () => {
    const client = server.getClient(TOKEN, { chatId: -5, type: 'supergroup' as never })
    const entities = [{ type: 'mention', offset: 0, length: '@TestNameBot'.length }]
    await client.sendMessage(client.makeMessage('大家早上好'))
    const shown = shownNext(server)
    await client.sendMessage(client.makeMessage('@TestNameBot 2030年新增学位多少个?', { entities } as never))
    const answer = await shown
    expect(answer.chatId).toBe(-5)
    expect(answer.text).toContain('2400个')
    proves(answer)
  })
})

/** A client whose taps and words are answered one after the other. */
function phoneOn(server: TelegramServer, client: Client): Phone {
  return {
    async say(text) {
      const shown = shownNext(server)
      if (text.startsWith('/')) await client.sendCommand(client.makeCommand(text))
      else await client.sendMessage(client.makeMessage(text))
      return shown
    },
    async tap(tapped, data) {
      const shown = shownNext(server)
      const message = { message_id: tapped.messageId, reply_markup: { inline_keyboard: [tapped.buttons] } }
      await client.sendCallback(client.makeCallbackQuery(data, { message } as never))
      return shown
    },
  }
}

const EVENTS = ['AddedBotMessage', 'EditedMessageText', 'EditedMessageReplyMarkup']

/** The message that the bot sends or changes next. */
function shownNext(server: TelegramServer): Promise<Shown> {
  const before = new Map(server.storage.botMessages.map((sent) => [sent.messageId, sent.message]))
  return new Promise((resolve) => {
    const look = () => {
      const changed = server.storage.botMessages.find(({ messageId, message }) => before.get(messageId) !== message)
      for (const event of EVENTS) server.off(event, look)
      if (changed) resolve(toShown(changed))
    }
    for (const event of EVENTS) server.once(event, look)
  })
}

function toShown({ messageId, message }: TelegramServer['storage']['botMessages'][number]): Shown {
  const { chat_id, text, entities, reply_markup } = message as unknown as {
    chat_id: number
    text?: string
    entities?: Shown['entities']
    reply_markup?: { inline_keyboard?: Shown['buttons'][] }
  }
  return {
    chatId: Number(chat_id),
    messageId,
    text: text ?? '',
    entities: entities ?? [],
    buttons: reply_markup?.inline_keyboard?.flat() ?? [],
  }
}

function tapOf({ chatId, messageId, buttons }: Shown, data: string) {
  const chat = { id: chatId, type: 'private', first_name: '市民' }
  const message = { message_id: messageId, date: 1, chat, text: '…', reply_markup: { inline_keyboard: [buttons] } }
  const from = { id: 7, is_bot: false, first_name: '市民' }
  return { callback_query: { id: '1', from, chat_instance: '1', data, message } } as never
}

/** The emulator takes a fixed port only. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
