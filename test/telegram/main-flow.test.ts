import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { MessageEntity } from 'grammy/types'
import emulator from 'telegram-test-api'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { runBot } from '../../src/telegram/run-bot.js'
import { createFakeAssistant } from '../fakes/fake-assistant.js'
import { createMemoryStore } from '../fakes/memory-store.js'
import { expectSendable, marked } from './check-rich-text.js'

// The package's types speak of a `default` that its CommonJS export does not have.
const TelegramServer = emulator as unknown as typeof emulator.default
type TelegramServer = InstanceType<typeof TelegramServer>

const token = '900:main-flow'
let server: TelegramServer
let stop: AbortController
let running: Promise<void>

beforeEach(async () => {
  server = new TelegramServer({ port: await freePort(), host: '127.0.0.1' })
  await server.start()
  stop = new AbortController()
  const assistant = createFakeAssistant()
  const state = createMemoryStore()
  const { inbox } = state
  const onError = () => {}
  running = runBot({ token, apiRoot: server.config.apiURL, assistant, state, inbox, onError, stop: stop.signal })
})

afterEach(async () => {
  stop.abort()
  await running
  await server.stop()
})

it('greets, answers with a source, takes the follow-up, and explains itself', async () => {
  const client = server.getClient(token, { timeout: 5000, interval: 10 })
  await client.sendCommand(client.makeCommand('/start'))
  expect((await nextMessage(client)).text).toContain('青问')

  for (const question of ['2030年地区生产总值是多少?', '那2031年呢?']) {
    await client.sendMessage(client.makeMessage(question))
    const message = await nextMessage(client)
    expectSendable(message)
    expect(message.text).toContain('【1】')
    expect(marked(message, 'bold')).toEqual(['128.8亿元左右', '128.8亿元左右'])
    expect(marked(message, 'expandable_blockquote')).toHaveLength(1)
  }

  await client.sendCommand(client.makeCommand('/about'))
  expect((await nextMessage(client)).text).toContain('江州市兰溪区')
})

async function nextMessage(client: ReturnType<TelegramServer['getClient']>) {
  const { result } = await client.getUpdates()
  const message = result.at(-1)?.message as { text: string; entities?: MessageEntity[] }
  return { text: message.text, entities: message.entities ?? [] }
}

/** The emulator takes a fixed port only. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
