import type { Context, MiddlewareFn } from 'grammy'

/** Who wrote what. */
export interface Request {
  chatId: number | undefined
  userId: number | undefined
  text: string
}

/** Tells how long every update took, in seconds, sending included. */
export function timeUpdates(onHandled: (seconds: number) => void): MiddlewareFn {
  return async (_context, next) => {
    const begun = performance.now()
    await next().finally(() => onHandled((performance.now() - begun) / 1000))
  }
}

/** Tells of every update that holds words or a tap. */
export function tellRequests(onRequest: (request: Request) => void): MiddlewareFn {
  return async (context, next) => {
    const text = textOf(context)
    if (text !== undefined) onRequest({ chatId: context.chat?.id, userId: context.from?.id, text })
    await next()
  }
}

function textOf({ msg, callbackQuery, inlineQuery }: Context): string | undefined {
  return inlineQuery?.query ?? callbackQuery?.data ?? msg?.text ?? msg?.caption
}
