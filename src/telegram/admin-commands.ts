import type { Context, MiddlewareFn } from 'grammy'
import { messages } from '../messages.js'
import type { Store } from '../storage/store.js'
import { isHarmless, toBotFault } from './bot-fault.js'
import { plain } from './rich-text.js'
import { splitRichText } from './split-rich-text.js'

export interface AdminOptions {
  /** Telegram ids of those who may; everybody else's commands are left to the bot as usual. */
  adminIds: readonly number[]
  store: Pick<Store, 'audit' | 'feedback' | 'bans'>
  /** Reads the corpus again; resolves to the number of reports once the new ones answer. */
  reload: () => Promise<number>
  /** Chats that /broadcast goes to; default: none. */
  broadcastTo?: readonly number[]
  /** Updates taken in and not yet dealt with, the one that asks included. */
  waiting: () => number
  now?: () => Date
}

type Command = (context: Context, argument: string) => Promise<string>

const words = messages.admin
const DAY_MS = 86_400_000
const OPINIONS_SHOWN = 10

/** /stats, /opinions, /reload, /broadcast, /ban and /unban, for admins in a private chat. */
export function adminCommands(options: AdminOptions): MiddlewareFn {
  const admins = new Set(options.adminIds)
  const commands = new Map<string, Command>(Object.entries(commandsOf(options)))
  return async (context, next) => {
    const match = /^\/(\w+)(?:@\w+)?(?:\s+([\s\S]*))?$/u.exec(context.message?.text ?? '')
    const command = commands.get(match?.[1]?.toLowerCase() ?? '')
    const isAllowed = admins.has(context.from?.id ?? 0) && context.chat?.type === 'private'
    if (command === undefined || !isAllowed) return next()
    const answer = plain(await command(context, match?.[2]?.trim() ?? ''))
    for (const { text } of splitRichText(answer)) await context.reply(text)
  }
}

function commandsOf(options: AdminOptions): Record<string, Command> {
  return {
    stats: () => stats(options),
    opinions: () => opinions(options),
    async reload() {
      try {
        return words.reloaded(await options.reload())
      } catch (error) {
        return words.notReloaded(error instanceof Error ? error.message : String(error))
      }
    },
    broadcast: (context, text) => broadcast(context, text, options.broadcastTo ?? []),
    ban: (_context, argument) => withId(argument, 'ban', (id) => options.store.bans.add(id), words.banned),
    unban: (_context, argument) => withId(argument, 'unban', (id) => options.store.bans.remove(id), words.unbanned),
  }
}

async function stats({ store, waiting, now = () => new Date() }: AdminOptions): Promise<string> {
  const since = new Date(now().getTime() - DAY_MS)
  const [outcomes, feedback] = await Promise.all([store.audit.outcomes(since), store.feedback.count(since)])
  const named = Object.entries(outcomes).map(([outcome, count]) => {
    const names: Readonly<Record<string, string>> = messages.console.outcomes
    return words.outcome(names[outcome] ?? outcome, count)
  })
  const total = Object.values(outcomes).reduce((sum, count) => sum + count, 0)
  const memoryMiB = Math.round(process.memoryUsage.rss() / 2 ** 20)
  const uptimeHours = Math.floor(process.uptime() / 3600)
  return [
    words.questions(total),
    ...named,
    words.feedback(feedback.up, feedback.down),
    ...Object.entries(feedback.reasons).map(([reason, count]) =>
      words.reason(words.reasons[reason as keyof typeof words.reasons], count),
    ),
    words.process(Math.max(0, waiting() - 1), memoryMiB, uptimeHours),
  ].join('\n')
}

async function opinions({ store }: AdminOptions): Promise<string> {
  const written = await store.feedback.written(OPINIONS_SHOWN)
  const said = written.map((opinion) => words.opinion(opinion.at.toISOString().slice(0, 10), opinion.words))
  return said.join('\n\n') || words.noOpinions
}

/** Only to the chats that the configuration names: whoever asked a question has not asked for mail. */
async function broadcast(context: Context, text: string, chats: readonly number[]): Promise<string> {
  if (chats.length === 0) return words.nobodyToTell
  if (text === '') return words.nothingToTell
  let told = 0
  for (const chat of chats) {
    try {
      await context.api.sendMessage(chat, text)
      told += 1
    } catch (error) {
      if (!isHarmless(toBotFault(error))) throw error
    }
  }
  return words.told(told, chats.length)
}

async function withId(
  argument: string,
  command: string,
  change: (id: number) => Promise<void>,
  done: string,
): Promise<string> {
  if (!/^\d{1,15}$/u.test(argument)) return words.needsId(command)
  await change(Number(argument))
  return done
}
