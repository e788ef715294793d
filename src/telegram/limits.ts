import type { Context, MiddlewareFn } from 'grammy'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { messages } from '../messages.js'
import { readRequest } from './addressing.js'
import { BotFault } from './bot-fault.js'

export interface LimitOptions {
  /** Requests of one person a minute; default 30. */
  perPerson?: number
  /** Requests of all a minute; default 1200. */
  total?: number
  onFault: (fault: BotFault) => void
}

const MINUTE_SECONDS = 60
const words = messages.limits

/**
 * Lets through so many requests a minute: messages meant for the bot, taps and inline queries. Beyond that a person is told
 * once a minute, politely, and not answered; other messages of a group do not count.
 */
export function withinLimits({ perPerson = 30, total = 1200, onFault }: LimitOptions): MiddlewareFn {
  const persons = new RateLimiterMemory({ points: perPerson, duration: MINUTE_SECONDS })
  const all = new RateLimiterMemory({ points: total, duration: MINUTE_SECONDS })
  const told = new RateLimiterMemory({ points: 1, duration: MINUTE_SECONDS })
  return async (context, next) => {
    if (!isRequest(context)) return next()
    const person = `${context.from?.id ?? context.chat?.id ?? ''}`
    const isOwnFault = !(await take(persons, person))
    if (!isOwnFault && (await take(all, 'all'))) return next()
    if (!(await take(told, person))) return
    onFault(new BotFault(isOwnFault ? 'busy' : 'crowded', messages.botFault[isOwnFault ? 'busy' : 'crowded']))
    await tell(context, isOwnFault ? words.tooFast : words.crowded)
  }
}

function isRequest(context: Context): boolean {
  if (context.callbackQuery !== undefined || context.inlineQuery !== undefined) return true
  return context.editedMessage !== undefined || readRequest(context).kind !== 'none'
}

async function take(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key)
    return true
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false
    throw refusal
  }
}

async function tell(context: Context, notice: string): Promise<void> {
  if (context.inlineQuery !== undefined) return
  if (context.callbackQuery !== undefined) await context.answerCallbackQuery({ text: notice })
  else await context.reply(notice)
}
