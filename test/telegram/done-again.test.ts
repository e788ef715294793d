import { afterEach, expect, it } from 'vitest'
import type { Turn } from '../../src/answer/assistant.js'
import { type BotHarness, startHarness } from './bot-harness.js'

let bot: BotHarness
afterEach(() => bot.stop())

it('a question whose answer was cut short is answered the same in the next run, and kept once', async () => {
  const answered: { turn: Turn; source: string }[] = []
  const onAnswered = async (turn: Turn, source: string) => void answered.push({ turn, source })
  const isAnswer = ({ method }: { method: string }) => method === 'sendMessage'
  bot = await startHarness({ onAnswered, graceMs: 1 })
  await bot.say('2030年地区生产总值增长了多少?')
  bot.api.answerNext('sendMessage', 'hang')
  const [cutShort] = await bot.next(() => bot.api.say('那2031年呢?'))
  await bot.restart()
  await bot.api.when(() => bot.outgoing().filter(isAnswer).length === 3)
  const again = bot.outgoing().findLast(isAnswer)!
  expect(again.text).toContain('7.5%左右')
  expect(again).toMatchObject({ text: cutShort!.text, buttons: cutShort!.buttons })
  const [, first, second] = answered
  expect(second!.turn.reply).toEqual({ ...first!.turn.reply, timings: expect.anything() })
  expect(second!.source).toBe(first!.source)
})
