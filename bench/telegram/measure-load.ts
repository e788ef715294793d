import { startLoopbackBotApi } from '../../test/telegram/loopback-bot-api.js'
import { quantile, type Section } from '../section.js'
import { createCrowd } from './crowd.js'
import { startBot } from './start-bot.js'

const CHATS = 200
const QUESTIONS_PER_CHAT = 20
const IDLE_QUESTIONS = 400

/** The bot's own speed: one question after the other, then 200 chats with 20 questions each, all sent at once. */
export async function measureLoad(corpus: string, questions: readonly string[]): Promise<Section> {
  const api = await startLoopbackBotApi()
  const bot = await startBot(api.url, corpus)
  const crowd = createCrowd(api)
  const questionAt = (position: number) => questions[position % questions.length]!
  try {
    for (let i = 0; i < questions.length; i += 1) await crowd.ask(0, questionAt(i))
    const idle = await measure(bot.answerMs, async () => {
      const trips: number[] = []
      for (let i = 0; i < IDLE_QUESTIONS; i += 1) trips.push(await crowd.ask(0, questionAt(i)))
      return trips
    })
    const loaded = await measure(bot.answerMs, () => {
      const asked: Promise<number>[] = []
      for (let number = 0; number < QUESTIONS_PER_CHAT; number += 1)
        for (let chat = 0; chat < CHATS; chat += 1) asked.push(crowd.ask(1 + chat, questionAt(chat + number)))
      return Promise.all(asked)
    })
    const ratio = quantile(loaded.answerMs, 0.95) / quantile(idle.answerMs, 0.95)
    return {
      title: 'The bot as a process, embedded database, a Bot API on loopback',
      columns: ['', 'questions', 'answered', 'a second', 'answer p50 ms', 'answer p95 ms', 'there and back p95 ms'],
      rows: [row('one by one', idle), row(`${CHATS} chats × ${QUESTIONS_PER_CHAT} at once`, loaded)],
      notes: [
        `Finding and wording an answer, p95 under load / idle: ${ratio.toFixed(2)}.`,
        `Answered twice: ${crowd.repeated}. Answered out of order: ${crowd.outOfOrder}.`,
        '“There and back” at once is mostly waiting in line.',
      ],
    }
  } finally {
    await bot.stop()
    await api.close()
  }
}

interface Measured {
  trips: number[]
  answerMs: number[]
  seconds: number
}

async function measure(answerMs: number[], ask: () => Promise<number[]>): Promise<Measured> {
  answerMs.length = 0
  const begun = performance.now()
  const trips = await ask()
  return { trips, answerMs: [...answerMs], seconds: (performance.now() - begun) / 1000 }
}

function row(name: string, { trips, answerMs, seconds }: Measured): string[] {
  return [
    name,
    `${trips.length}`,
    `${answerMs.length}`,
    (trips.length / seconds).toFixed(0),
    quantile(answerMs, 0.5).toFixed(2),
    quantile(answerMs, 0.95).toFixed(2),
    quantile(trips, 0.95).toFixed(0),
  ]
}
