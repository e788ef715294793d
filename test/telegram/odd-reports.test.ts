import { afterEach, expect, it } from 'vitest'
import { parseReport } from '../../src/report/parse-report.js'
import type { Report } from '../../src/report/report.js'
import { noSidecar } from '../../src/report/sidecar.js'
import { lanxiText } from '../fixtures/lanxi.js'
import { type BotHarness, type Sent, startHarness } from './bot-harness.js'

let bot: BotHarness
afterEach(() => bot.stop())

/** A report of the usual head and these sections. */
function reportOf(sections: string): Report {
  const [head = ''] = lanxiText.split('一、')
  return parseReport({ id: 'odd', file: '/odd.txt', text: `${head}${sections}`, format: 'text', sidecar: noSidecar })
}

/** 1–99 in Chinese. */
function chinese(number: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
  const tens = Math.floor(number / 10)
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[number % 10]}`
}

const labels = ({ buttons }: Sent) => buttons.map(({ text }) => text)

it('more sections than a message takes buttons for are turned by pages', async () => {
  const numbers = Array.from({ length: 98 }, (_, index) => index + 1)
  const text = numbers.map((n) => `${chinese(n)}、第${n}件事\n\n2030年完成投资${n}亿元。\n`).join('\n')
  bot = await startHarness({ reports: [reportOf(text)] })
  let view = await bot.say('/sections')
  while (!labels(view).includes('九十八、第98件事')) view = await bot.tap(view, '下一页')
  const section = await bot.tap(view, '九十八、')
  expect((await bot.tap(section, '读这一节')).text).toContain('完成投资98亿元')
})

it('words without any stop, more than a message holds, are read passage by passage', async () => {
  const words = `全区2030年${'扎实做好各项民生工作'.repeat(800)}完成投资28亿元。`
  bot = await startHarness({ reports: [reportOf(`一、工作\n\n${words}\n\n二、打算\n\n明年再做。\n`)] })
  const section = await bot.tap(await bot.say('/sections'), '一、工作')
  const shown = [await bot.tap(section, '读这一节')]
  while (labels(shown.at(-1)!).includes('下一段 ➡️')) shown.push(await bot.tap(shown.at(-1)!, '下一段'))
  const read = shown.map(({ text }) => text.split('\n\n')[1]!.replace(/\s/gu, '')).join('')
  expect(read).toContain(words)
  expect(bot.faults).toEqual([])
})

it('a list that goes on over passages has the marks of its lines on their buttons', async () => {
  const named = [...'一二三四五六七八九十甲乙丙丁戊己庚辛'].map((name) => `${name}类`)
  const lines = named.map((name, n) => `规模以上${name}企业全年营业收入合计增长${n + 3}.5%左右;`).join('\n\n')
  bot = await startHarness({ reports: [reportOf(`一、2031年主要预期目标\n\n${lines}\n\n二、打算\n\n再做。\n`)] })
  const list = await bot.say('2031年主要预期目标有哪些?')
  expect(list.payload).toHaveProperty('rich_message')
  expect(labels(list).slice(0, 2)).toEqual(['📄 原文①', expect.stringMatching(/^📄 原文[②-⑱]$/u)])
})
