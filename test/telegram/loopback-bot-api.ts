import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Message, MessageEntity, Update } from 'grammy/types'
import { brokenRule } from './broken-rule.js'
import { createChatLog } from './chat-log.js'

/** A call the bot made. */
export interface Call {
  method: string
  payload: Record<string, unknown>
  /** What it was answered, where it was granted as usual. */
  result?: unknown
}

export interface SentMessage {
  chat_id: number
  text: string
  entities?: MessageEntity[]
  reply_markup?: { keyboard?: { text: string }[][] }
  reply_parameters?: { message_id: number }
}

/**
 * How a call is answered: `'drop'` cuts the connection, `'html'` is a proxy's error page, `'hang'` never answers, `'late'`
 * does what is asked and never says so.
 */
export type Answer = { status: number; body: Record<string, unknown> } | 'drop' | 'html' | 'hang' | 'late'

export interface LoopbackBotApi {
  readonly url: string
  readonly calls: Call[]
  sent(): SentMessage[]
  /** Puts a private text message (or any other message) into the bot's queue; its number comes back. */
  say(text: string, changes?: Partial<Message>): number
  /** Puts an update of any kind into the bot's queue. */
  push(update: Omit<Update, 'update_id'>): void
  /** Answers the next calls of a method thus, one after the other, before answering as usual. */
  answerNext(method: string, ...answers: Answer[]): void
  /** Resolves once so many calls of a method have been made. */
  until(method: string, count: number): Promise<void>
  /** Resolves once a condition holds, which is looked at after every call. */
  when(condition: () => boolean): Promise<void>
  /** Told of every message as it is sent. */
  onSent(listener: (message: SentMessage) => void): void
  /** Forgets the calls so far. */
  forgetCalls(): void
  /** Every connection breaks, and no new one is taken until `comeBack`. */
  goAway(): Promise<void>
  comeBack(): Promise<void>
  /** @throws where a call broke one of Telegram's rules: it was refused, and should never have been made */
  close(): Promise<void>
}

export const BOT = { id: 900, is_bot: true, first_name: '青问', username: 'qingwen_test_bot' }

/** A Bot API server of the tests' own on a free loopback port. */
export async function startLoopbackBotApi(): Promise<LoopbackBotApi> {
  const calls: Call[] = []
  const updates: Update[] = []
  const scripted = new Map<string, Answer[]>()
  const waiting = new Set<() => void>()
  const listeners: ((message: SentMessage) => void)[] = []
  let nextUpdateId = 1
  const chats = createChatLog()
  const brokenRules = new Set<string>()

  const wake = () => {
    for (const check of [...waiting]) check()
  }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const method = request.url?.split('/').at(-1) ?? ''
      const payload = body === '' ? {} : JSON.parse(body)
      const call: Call = { method, payload }
      calls.push(call)
      const scriptedAnswer = scripted.get(method)?.shift()
      const broken = brokenRule(method, payload)
      if (broken !== null) {
        brokenRules.add(`${method}: ${broken}`)
        respond(response, refusal(400, `Bad Request: ${broken}`))
      } else if (scriptedAnswer !== undefined && scriptedAnswer !== 'late') respond(response, scriptedAnswer)
      else if (method === 'getUpdates') poll(response, payload)
      else if (method === 'getMe') respond(response, ok(BOT))
      else {
        const answer = chats.answer(method, payload) ?? ok(true)
        if (typeof answer === 'object') call.result = answer.body.result
        if (scriptedAnswer !== 'late') respond(response, answer)
        if (/^send\w*Message$/u.test(method)) for (const told of listeners) told(payload as never)
      }
      wake()
    })
  })

  function poll(response: ServerResponse, payload: { offset?: number; limit?: number; timeout?: number }) {
    while (updates[0] !== undefined && updates[0].update_id < (payload.offset ?? 0)) updates.shift()
    const ready = updates.slice(0, payload.limit ?? 100)
    if (ready.length > 0 || payload.timeout === 0) return respond(response, ok(ready))
    const answer = () => {
      if (updates.length === 0) return
      waiting.delete(answer)
      respond(response, ok(updates.slice(0, payload.limit ?? 100)))
    }
    waiting.add(answer)
    response.on('close', () => waiting.delete(answer))
  }

  const push = (update: Omit<Update, 'update_id'>) => {
    updates.push({ update_id: nextUpdateId++, ...update })
    wake()
  }
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const goAway = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  const when = (condition: () => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!condition()) return
        waiting.delete(check)
        resolve()
      }
      waiting.add(check)
      check()
    })

  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    sent: () => calls.filter(({ method }) => method === 'sendMessage').map(({ payload }) => payload as never),
    say(text, changes = {}) {
      const message = privateMessage(text, changes)
      const message_id = chats.receive(message.chat)
      push({ message: { ...message, message_id } as never })
      return message_id
    },
    push,
    answerNext: (method, ...answers) => scripted.set(method, [...(scripted.get(method) ?? []), ...answers]),
    until: (method, count) => when(() => calls.filter((call) => call.method === method).length >= count),
    when,
    onSent: (listener) => void listeners.push(listener),
    forgetCalls: () => void calls.splice(0),
    goAway,
    comeBack: () => listen(port),
    async close() {
      await goAway()
      if (brokenRules.size > 0) throw new Error(`refused by Telegram: ${[...brokenRules].join('; ')}`)
    },
  }
}

function privateMessage(text: string, changes: Partial<Message>): Partial<Message> {
  const chat = { id: 7, type: 'private', first_name: '市民' } as const
  const from = { id: 7, is_bot: false, first_name: '市民' }
  return { date: 1, chat, from, ...(text === '' ? {} : { text }), ...changes } as Partial<Message>
}

/** An answer of Telegram's that grants a call. */
export function ok(result: unknown): Answer {
  return { status: 200, body: { ok: true, result } }
}

/** An answer of Telegram's that refuses a call. */
export function refusal(status: number, description: string, parameters?: Record<string, unknown>): Answer {
  return { status, body: { ok: false, error_code: status, description, ...(parameters && { parameters }) } }
}

function respond(response: ServerResponse, answer: Answer): void {
  if (answer === 'hang' || answer === 'late') return
  if (answer === 'drop') return void response.destroy()
  if (answer === 'html')
    return void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>')
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body))
}
