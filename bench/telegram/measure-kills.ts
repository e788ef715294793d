import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createKillableBot } from '../../test/telegram/kill-bot.js'
import { startLoopbackBotApi } from '../../test/telegram/loopback-bot-api.js'
import { createTalk } from '../../test/telegram/talk.js'
import type { Section } from '../section.js'

const KILLS = 20
const CHATS = 50
const QUESTIONS_PER_CHAT = 100
const AHEAD = 3
const LONGEST_LIFE_MS = 1500

/** A bot with an embedded database, killed at random moments while 50 people ask on: is every question answered once? */
export async function measureKills(): Promise<Section> {
  const api = await startLoopbackBotApi()
  const folder = mkdtempSync(join(tmpdir(), 'qingwen-bench-kills-'))
  const bot = createKillableBot(api.url, folder)
  const talk = createTalk({ api, chats: CHATS, questionsPerChat: QUESTIONS_PER_CHAT, ahead: AHEAD })
  try {
    await bot.start()
    const done = talk.run()
    let underLoad = 0
    for (let kill = 0; kill < KILLS; kill += 1) {
      await setTimeout(Math.random() * LONGEST_LIFE_MS)
      if (talk.unanswered().length > 0) underLoad += 1
      await bot.kill()
      await bot.start()
    }
    await done
    await bot.stop()
    const asked = CHATS * QUESTIONS_PER_CHAT
    return {
      title: 'Kill -9 at random moments, and started again',
      columns: ['kills', 'under load', 'questions', 'lost', 'answered twice', 'out of order'],
      rows: [
        [KILLS, underLoad, asked, talk.unanswered().length, talk.answeredTwice().length, talk.outOfOrder().length].map(
          String,
        ),
      ],
    }
  } finally {
    await api.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
