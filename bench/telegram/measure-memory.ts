import { startLoopbackBotApi } from '../../test/telegram/loopback-bot-api.js'
import type { Section } from '../section.js'
import { createCrowd } from './crowd.js'
import { startBot } from './start-bot.js'

const UPDATES = 50_000
const STEP = 5000
const CHATS = 1000
const AT_ONCE = 50
const COLUMNS = ['questions', 'resident MB', 'heap MB', 'outside the heap MB']

/**
 * The bot's memory over 50,000 questions of 1000 chats, after garbage collection at each 5000; a row is printed as soon
 * as it is measured, because the whole takes an hour.
 */
export async function measureMemory(corpus: string, questions: readonly string[]): Promise<Section> {
  const api = await startLoopbackBotApi()
  const bot = await startBot(api.url, corpus)
  const crowd = createCrowd(api)
  const rows: string[][] = []
  let asked = 0
  async function askOn(upTo: number): Promise<void> {
    while (asked < upTo) {
      asked += 1
      await crowd.ask(asked % CHATS, questions[asked % questions.length]!)
      if (asked % 100 === 0) api.forgetCalls()
    }
  }
  async function measure(): Promise<void> {
    const { rss, heapUsed, external } = await bot.memory()
    const row = [`${asked}`, ...[rss, heapUsed, external].map((bytes) => (bytes / 1e6).toFixed(0))]
    rows.push(row)
    console.error(row.map((cell, column) => `${COLUMNS[column]}: ${cell}`).join(', '))
  }
  try {
    await measure()
    for (const upTo of steps()) {
      await Promise.all(Array.from({ length: AT_ONCE }, () => askOn(upTo)))
      await measure()
    }
    return {
      title: `Memory of the bot over ${UPDATES} questions`,
      columns: COLUMNS,
      rows,
      notes: [`Answered twice: ${crowd.repeated}.`],
    }
  } finally {
    await bot.stop()
    await api.close()
  }
}

/** 1000, then every 5000. */
function steps(): number[] {
  return [1000, ...Array.from({ length: UPDATES / STEP }, (_, step) => (step + 1) * STEP)]
}
