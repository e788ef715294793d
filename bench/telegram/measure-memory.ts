import { startLoopbackBotApi } from '../../test/telegram/loopback-bot-api.js'
import type { Section } from '../section.js'
import { createCrowd } from './crowd.js'
import { startBot } from './start-bot.js'

const UPDATES = 50_000
const STEP = 5000
const AT_ONCE = 50

/** The bot's memory over 50,000 questions of 1000 chats. */
export async function measureMemory(corpus: string, questions: readonly string[]): Promise<Section> {
  const api = await startLoopbackBotApi()
  const bot = await startBot(api.url, corpus)
  const crowd = createCrowd(api)
  const rows: string[][] = []
  let asked = 0
  async function askOn(chat: number): Promise<void> {
    while (asked < UPDATES) {
      asked += 1
      if (asked % STEP === 0) rows.push([`${asked}`, bot.megabytes().toFixed(0)])
      await crowd.ask((asked % 20) * AT_ONCE + chat, questions[asked % questions.length]!)
      if (asked % 100 === 0) api.forgetCalls()
    }
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, (_, chat) => askOn(chat)))
    return {
      title: `Memory of the bot over ${UPDATES} questions`,
      columns: ['questions', 'resident MB'],
      rows,
      notes: [`Answered twice: ${crowd.repeated}.`],
    }
  } finally {
    await bot.stop()
    await api.close()
  }
}
