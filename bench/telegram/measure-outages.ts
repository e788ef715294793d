import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { findPostgres, startPostgres } from '../../test/storage/start-postgres.js'
import { createKillableBot } from '../../test/telegram/kill-bot.js'
import { startLoopbackBotApi } from '../../test/telegram/loopback-bot-api.js'
import { createTalk, type Talk } from '../../test/telegram/talk.js'
import type { Section } from '../section.js'

const CHATS = 50
const QUESTIONS_PER_CHAT = 20
const AHEAD = 3
const GONE_MS = 60_000

/** What can go away and come back. */
interface Party {
  goAway(): Promise<void>
  comeBack(): Promise<void>
}

/** Telegram, then the database, gone for a minute while 50 people ask on: is every question answered once, how soon again? */
export async function measureOutages(): Promise<Section> {
  const rows = [await measureTelegram()]
  const programs = findPostgres()
  if (programs !== null) rows.push(await measureDatabase(programs))
  return {
    title: 'Gone for a minute under load, and back',
    columns: ['gone', 'questions', 'before', 'lost', 'twice', 'out of order', 'first answer after, s', 'all after, s'],
    rows,
    notes: programs === null ? ['No Postgres server is installed: the database was not measured.'] : [],
  }
}

async function measureTelegram(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'qingwen-bench-outage-'))
  const api = await startLoopbackBotApi()
  const bot = createKillableBot(api.url, folder)
  try {
    return await measure('Telegram', createTalkOn(api), bot, { goAway: api.goAway, comeBack: api.comeBack })
  } finally {
    await api.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureDatabase(programs: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'qingwen-bench-outage-'))
  const api = await startLoopbackBotApi()
  const server = await startPostgres(programs)
  const bot = createKillableBot(api.url, folder, server.url)
  try {
    return await measure('the database', createTalkOn(api), bot, { goAway: server.kill, comeBack: server.start })
  } finally {
    await server.remove()
    await api.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function createTalkOn(api: Parameters<typeof createTalk>[0]['api']): Talk {
  return createTalk({ api, chats: CHATS, questionsPerChat: QUESTIONS_PER_CHAT, ahead: AHEAD })
}

async function measure(
  name: string,
  talk: Talk,
  bot: ReturnType<typeof createKillableBot>,
  { goAway, comeBack }: Party,
): Promise<string[]> {
  await bot.start()
  const done = talk.run()
  await talk.until((CHATS * QUESTIONS_PER_CHAT) / 4)
  await goAway()
  // What was on its way may still arrive; then nothing does.
  await setTimeout(GONE_MS)
  const before = talk.answered
  const back = performance.now()
  const seconds = () => ((performance.now() - back) / 1000).toFixed(1)
  await comeBack()
  await talk.until(before + 1)
  const first = seconds()
  await done
  const all = seconds()
  await bot.stop()
  const counts = [talk.answers.size, before, talk.unanswered().length, talk.answeredTwice().length]
  return [name, ...[...counts, talk.outOfOrder().length].map(String), first, all]
}
