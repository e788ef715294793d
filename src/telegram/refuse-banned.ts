import type { MiddlewareFn } from 'grammy'
import type { Bans } from '../storage/store.js'

/** Banned people get no answer, nor any sign that they are. */
export function refuseBanned(bans: Pick<Bans, 'has'>): MiddlewareFn {
  return async (context, next) => {
    const id = context.from?.id
    if (id === undefined || !(await bans.has(id))) await next()
  }
}
