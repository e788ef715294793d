import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Update } from 'grammy/types'
import * as z from 'zod'
import { messages } from '../messages.js'
import { BotFault, toBotFault } from './bot-fault.js'
import type { Intake } from './take-updates.js'

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** How Telegram reaches the bot. */
export interface Webhook {
  /** Where Telegram sends updates: https://… */
  url: string
  /** What Telegram has to say with each; 1–256 characters of A–Z a–z 0–9 - _. */
  secret: string
  /** Brings requests for the address to the bot. */
  serve: (handler: RequestHandler) => void
}

export interface WebhookHandlerOptions {
  intake: Intake
  secret: string
  onFault: (fault: BotFault) => void
  /** From then on updates are sent back: Telegram brings them again. */
  stop: AbortSignal
  /** How long an update may take to be stored before Telegram is asked to bring it again; default 10 000. */
  storeMs?: number
}

/** An update holds one message, and no file. */
const MOST_BYTES = 1_000_000
const RETRY_AFTER_SECONDS = '5'
const SECRET_HEADER = 'x-telegram-bot-api-secret-token'
const updateSchema = z.looseObject({ update_id: z.int().nonnegative() })

/**
 * Takes pushed updates: 200 as soon as one is stored, before it is dealt with. 401 without the secret, before anything is
 * read; 503 where there is no room or no database, so that Telegram brings it again.
 */
export function createWebhookHandler(options: WebhookHandlerOptions): RequestHandler {
  const { intake, secret, onFault, stop, storeMs = 10_000 } = options
  const wanted = digest(secret)
  return async (request, response) => {
    if (!timingSafeEqual(digest(`${request.headers[SECRET_HEADER] ?? ''}`), wanted)) return refuse(response, 401)
    if (request.method !== 'POST') return refuse(response, 405)
    if (stop.aborted) return putOff(response)
    if (intake.queue.room === 0) {
      onFault(new BotFault('overloaded', messages.botFault.overloaded))
      return putOff(response)
    }
    const update = await readUpdate(request)
    if (update === null) {
      onFault(new BotFault('body', messages.botFault.body))
      return refuse(response, 400)
    }
    try {
      await within(storeMs, intake.take([update]))
      response.writeHead(200).end()
    } catch (error) {
      onFault(toBotFault(error))
      putOff(response)
    }
  }
}

/** Digests are of one length, which comparing in constant time asks for. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** Whoever is refused has not been listened to: the connection ends. */
function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' }).end()
}

function putOff(response: ServerResponse): void {
  response.writeHead(503, { 'retry-after': RETRY_AFTER_SECONDS, connection: 'close' }).end()
}

async function readUpdate(request: IncomingMessage): Promise<Update | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes > MOST_BYTES) return null
    chunks.push(chunk)
  }
  try {
    const parsed = updateSchema.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8')))
    return parsed.success ? (parsed.data as Update) : null
  } catch {
    return null
  }
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('timeout')), milliseconds)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
  // What is stored late all the same is known by its id when it comes again.
}
