import type { InlineKeyboardButton, Message } from 'grammy/types'
import { expect } from 'vitest'
import type { Assistant } from '../../src/answer/assistant.js'
import { loadThemes } from '../../src/faq/themes.js'
import type { Report } from '../../src/report/report.js'
import type { BotFault } from '../../src/telegram/bot-fault.js'
import type { FaqQuestion, Library } from '../../src/telegram/library.js'
import { type RunOptions, runBot } from '../../src/telegram/run-bot.js'
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.js'
import { lanxi } from '../fixtures/lanxi.js'
import { assistantOver } from '../fixtures/small-assistant.js'
import { TOKEN } from '../fixtures/token.js'
import { type Call, type LoopbackBotApi, startLoopbackBotApi } from './loopback-bot-api.js'
import { blocksProof, shownProof } from './prove-shown.js'

export interface Sent {
  method: string
  chatId: number
  messageId: number
  text: string
  entities: Message.TextMessage['entities'] & object
  buttons: InlineKeyboardButton[]
  payload: Record<string, unknown>
}

/** A running bot over the whole house, and a citizen who writes and taps. */
export interface BotHarness {
  api: LoopbackBotApi
  faults: BotFault[]
  state: MemoryStore
  /** Messages sent or edited so far; each was proven, as were inline results. The Bot API checks that they can be sent. */
  outgoing(): Sent[]
  /** Does something, and gives what the bot sends or edits next. */
  next(doing: () => void, count?: number): Promise<Sent[]>
  say(text: string, changes?: Partial<Message>): Promise<Sent>
  /** Taps the button whose label holds these words, and gives what comes of it. */
  tap(sent: Sent, words: string): Promise<Sent>
  /** Taps with any data; resolves once the tap is answered, with what was shown. */
  tapData(data: string, message: Pick<Sent, 'chatId' | 'messageId' | 'buttons'>): Promise<Record<string, unknown>>
  restart(options?: Partial<RunOptions>): Promise<void>
  stop(): Promise<void>
}

interface InlineContent {
  message_text: string
  entities: Sent['entities']
}

export interface HarnessOptions extends Partial<RunOptions> {
  reports?: Report[]
  faq?: FaqQuestion[]
}

export async function startHarness({
  reports = [lanxi()],
  faq = [],
  ...options
}: HarnessOptions = {}): Promise<BotHarness> {
  const api = await startLoopbackBotApi()
  const faults: BotFault[] = []
  const state = createMemoryStore()
  const library: Library = { reports: () => reports, faq: () => faq, themes: loadThemes('其他') }
  const assistant: Assistant = assistantOver(reports)
  const proves = shownProof(reports)
  const provesBlocks = blocksProof(reports)
  const looked = new Map<Call, Sent | null>()
  let stop = new AbortController()
  let running = Promise.resolve()

  function start(changes: Partial<RunOptions> = {}): void {
    stop = new AbortController()
    running = runBot({
      token: TOKEN,
      apiRoot: api.url,
      assistant,
      library,
      state,
      inbox: state.inbox,
      onError: (fault) => faults.push(fault),
      stop: stop.signal,
      pause: async () => {},
      ...options,
      ...changes,
    })
    running.catch(() => {})
  }

  const harness: BotHarness = {
    api,
    faults,
    state,
    outgoing: () => api.calls.flatMap((call) => sentOf(call) ?? []),
    async next(doing, count = 1) {
      const before = harness.outgoing().length
      doing()
      await api.when(() => harness.outgoing().length >= before + count)
      return harness.outgoing().slice(before)
    },
    say: async (text, changes) => (await harness.next(() => api.say(text, changes)))[0]!,
    async tap(sent, words) {
      const button = sent.buttons.find(({ text }) => text.includes(words))
      expect(button, `a button “${words}” among ${sent.buttons.map(({ text }) => text).join(' | ')}`).toBeDefined()
      const data = (button as InlineKeyboardButton.CallbackButton).callback_data
      return (await harness.next(() => api.push(tapUpdate(data, sent))))[0]!
    },
    async tapData(data, message) {
      const answers = () => api.calls.filter(({ method }) => method === 'answerCallbackQuery')
      const before = answers().length
      api.push(tapUpdate(data, message))
      await api.when(() => answers().length > before)
      return answers().at(-1)!.payload
    },
    async restart(changes) {
      stop.abort()
      await running
      start(changes)
    },
    async stop() {
      stop.abort()
      await running.catch(() => {})
      harness.outgoing()
      await api.close()
    },
  }
  start()
  return harness

  function sentOf(call: Call): Sent | null {
    const known = looked.get(call)
    if (known !== undefined) return known
    const sent = toSent(call)
    looked.set(call, sent)
    return sent
  }

  function provesInline({ results }: { results: { input_message_content: InlineContent }[] }): void {
    for (const { input_message_content: content } of results)
      proves({ text: content.message_text, entities: content.entities })
  }

  function toSent({ method, payload, result }: Call): Sent | null {
    if (method === 'answerInlineQuery') provesInline(payload as never)
    if (!/^(?:sendMessage|editMessageText|sendRichMessage|editMessageReplyMarkup)$/u.test(method)) return null
    const markup = payload.reply_markup as { inline_keyboard?: InlineKeyboardButton[][] } | undefined
    const sent = {
      method,
      chatId: Number(payload.chat_id),
      messageId: Number(payload.message_id ?? (result as { message_id?: number } | undefined)?.message_id ?? 0),
      text: String(payload.text ?? ''),
      entities: (payload.entities ?? []) as Sent['entities'],
      buttons: markup?.inline_keyboard?.flat() ?? [],
      payload,
    }
    if (payload.text !== undefined) proves(sent)
    if (payload.rich_message !== undefined) provesBlocks((payload.rich_message as { blocks: [] }).blocks)
    return sent
  }
}

function tapUpdate(data: string, { chatId, messageId, buttons }: Pick<Sent, 'chatId' | 'messageId' | 'buttons'>) {
  const chat = { id: chatId, type: chatId > 0 ? 'private' : 'supergroup', first_name: '市民', title: '邻里群' }
  const message = { message_id: messageId, date: 1, chat, text: '…', reply_markup: { inline_keyboard: [buttons] } }
  const from = { id: 7, is_bot: false, first_name: '市民' }
  return { callback_query: { id: '1', from, chat_instance: '1', data, message } } as never
}
