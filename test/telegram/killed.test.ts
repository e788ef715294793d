import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createKillableBot } from './kill-bot.js'
import { type LoopbackBotApi, startLoopbackBotApi } from './loopback-bot-api.js'
import { createTalk } from './talk.js'

let api: LoopbackBotApi
let folder: string

beforeEach(async () => {
  api = await startLoopbackBotApi()
  folder = mkdtempSync(join(tmpdir(), 'qingwen-killed-'))
})
afterEach(async () => {
  await api.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a bot killed under load and started again', () => {
  // Twenty times, with more people, in the bench: npm run bench -- --only telegram-kills
  it('answers every question once, in order', async () => {
    const bot = createKillableBot(api.url, folder)
    const talk = createTalk({ api, chats: 8, questionsPerChat: 20, ahead: 3 })
    await bot.start()
    const done = talk.run()
    for (const answered of [50]) {
      await talk.until(answered)
      await bot.kill()
      await bot.start()
    }
    await done
    expect(await bot.stop(), bot.printed()).toBe(0)
    expect(talk.unanswered()).toEqual([])
    expect(talk.answeredTwice()).toEqual([])
    expect(talk.outOfOrder()).toEqual([])
  }, 240_000)
})
