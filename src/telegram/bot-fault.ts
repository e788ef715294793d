import { GrammyError, HttpError } from 'grammy'
import { messages } from '../messages.js'

export type BotFaultCode = keyof typeof messages.botFault

/** Something that went wrong between the bot and Telegram. The message is one sentence, safe to log: no token in it. */
export class BotFault extends Error {
  override readonly name = 'BotFault'
  constructor(
    readonly code: BotFaultCode,
    message: string,
    /** The chat it happened in, where there is one. */
    readonly chatId: number | string | null = null,
  ) {
    super(message)
  }
}

/** Reads what grammY threw. Nested errors, whose texts hold the address with the token, are left behind. */
export function toBotFault(error: unknown, chatId: number | string | null = null): BotFault {
  if (error instanceof BotFault) return error
  if (error instanceof GrammyError) return fromTelegram(error, chatId)
  if (error instanceof HttpError) return networkFault(error, chatId)
  const reason = error instanceof Error ? error.message : String(error)
  return new BotFault('answer', messages.botFault.answer(reason), chatId)
}

/** True where the fault is the other side's wish and nobody needs to do anything. */
export function isHarmless(fault: BotFault): boolean {
  return fault.code === 'blocked' || fault.code === 'chat_not_found' || fault.code === 'not_modified'
}

const KNOWN: readonly { code: 'blocked' | 'chat_not_found' | 'not_modified'; pattern: RegExp }[] = [
  { code: 'not_modified', pattern: /message is not modified/iu },
  { code: 'chat_not_found', pattern: /chat not found/iu },
  { code: 'blocked', pattern: /blocked by the user|user is deactivated|bot was kicked|can't initiate conversation/iu },
]

function fromTelegram(error: GrammyError, chatId: number | string | null): BotFault {
  const known = KNOWN.find(({ pattern }) => pattern.test(error.description ?? ''))
  if (known !== undefined) return new BotFault(known.code, messages.botFault[known.code], chatId)
  if (error.error_code === 401) return new BotFault('token_rejected', messages.botFault.token_rejected, chatId)
  if (error.error_code === 409) return new BotFault('conflict', messages.botFault.conflict, chatId)
  const description = error.description ?? String(error.error_code ?? '')
  return new BotFault('api', messages.botFault.api(error.method, description), chatId)
}

function networkFault(error: HttpError, chatId: number | string | null): BotFault {
  const method = /'(\w+)'/u.exec(error.message)?.[1] ?? ''
  return new BotFault('network', messages.botFault.network(method), chatId)
}
