import type { Context } from 'grammy'
import { pause } from './pause.js'

/** Telegram shows "typing" for five seconds. */
const REPEAT_MS = 4500
/** An answer does not wait longer than this for Telegram to have shown it. */
const SHOWN_WITHIN_MS = 1000

/** Shows "typing" while `work` runs. Faults of showing it are of no account. */
export async function whileTyping<T>(context: Context, work: () => Promise<T>): Promise<T> {
  const done = new AbortController()
  const shown = show(context)
  const repeating = repeat(context, done.signal)
  try {
    const result = await work()
    // A "typing" that arrives after the answer would stay for five seconds.
    await Promise.race([shown, pause(SHOWN_WITHIN_MS, done.signal)])
    return result
  } finally {
    done.abort()
    await repeating
  }
}

async function repeat(context: Context, signal: AbortSignal): Promise<void> {
  for (await pause(REPEAT_MS, signal); !signal.aborted; await pause(REPEAT_MS, signal)) await show(context)
}

async function show(context: Context): Promise<void> {
  try {
    await context.replyWithChatAction('typing')
  } catch {
    // The answer itself will tell whether the chat can be reached.
  }
}
