import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCallbackData } from '../../src/telegram/callback-data.js'
import { reportKey } from '../../src/telegram/library.js'
import { lanxi } from '../fixtures/lanxi.js'
import { TOKEN } from '../fixtures/token.js'
import { type BotHarness, startHarness } from './bot-harness.js'
import { marked } from './check-rich-text.js'
import { BOT } from './loopback-bot-api.js'
import { figureProof } from './prove-shown.js'

const report = lanxi()
const proves = figureProof([report])
let bot: BotHarness

beforeEach(async () => {
  bot = await startHarness({ faq: [{ id: 'q-1', theme: '教育、医疗与文化', question: '2030年新增学位多少个?' }] })
})
afterEach(() => bot.stop())

const labels = ({ buttons }: { buttons: { text: string }[] }) => buttons.map(({ text }) => text)

describe('the buttons below an answer', () => {
  it('show the paragraph around the sentence, marked, and turn it over in the same message', async () => {
    const answer = await bot.say('2030年新增学位多少个?')
    const original = await bot.tap(answer, '原文')
    expect(marked(original, 'bold').at(-1)).toContain('新增学位2400个')
    expect(original.text).toContain('新建公园17个,改造老旧小区46个')
    const before = await bot.tap(original, '上一段')
    expect(before).toMatchObject({ method: 'editMessageText', messageId: original.messageId })
    expect(before.text).toContain('申报省重点项目23个')
    const after = await bot.tap(before, '下一段')
    expect(after.text).toBe(original.text)
  })

  it('ask for the other year and for an indicator beside it, and say what was asked', async () => {
    const answer = await bot.say('2031年地区生产总值的目标是多少?')
    const other = await bot.tap(answer, '另一年')
    expect(other.text).toMatch(/^问:2030年地区生产总值增长了多少\?\n\n[\s\S]*8\.1%。【1】/u)
    const related = await bot.tap(answer, '相关指标')
    expect(related.text).toMatch(/^问:2031年规模以上工业增加值/u)
    for (const { text } of [answer, other, related]) proves(text)
  })

  it('are only there where the ledger has such a figure', async () => {
    const answer = await bot.say('2030年综合科技创新指数全省排第几?')
    expect(labels(answer).join()).not.toContain('另一年')
    expect(labels(await bot.say('你好'))).toEqual([])
  })

  it('take 👍, and ask after 👎 why, in one tap', async () => {
    const answer = await bot.say('2030年新增学位多少个?')
    const asked = await bot.tap(answer, '👎')
    expect(labels(asked)).toEqual(expect.arrayContaining(['数字不对', '没答到点上', '看不懂', '其他']))
    const done = await bot.tap({ ...answer, ...asked, text: answer.text }, '没答到点上')
    expect(labels(done).join()).not.toMatch(/👍|👎|数字不对/u)
    expect([...bot.state.opinions.values()]).toEqual([{ verdict: 'down', reason: 'off_point' }])
    const second = await bot.say('2030年新建公园多少个?')
    await bot.tap(second, '👍')
    expect([...bot.state.opinions.values()].at(-1)).toEqual({ verdict: 'up', reason: null })
  })

  it('work after a restart', async () => {
    const answer = await bot.say('2031年地区生产总值的目标是多少?')
    await bot.restart()
    expect((await bot.tap(answer, '原文')).text).toContain('地区生产总值增长7.5%左右;')
    expect((await bot.tap(answer, '另一年')).text).toContain('8.1%')
  })

  it.each([
    ['has changed', { hash: `0${report.hash}` }],
    ['is read otherwise', { statements: report.statements.slice(1) }],
  ])('say kindly where the report %s since', async (_name, change) => {
    const answer = await bot.say('2031年地区生产总值的目标是多少?')
    const changed = { ...report, ...change }
    await bot.restart({ library: { reports: () => [changed], faq: () => [], themes: { names: [], of: () => '' } } })
    for (const words of ['原文', '另一年']) {
      const button = answer.buttons.find(({ text }) => text.includes(words)) as { callback_data: string }
      expect(await bot.tapData(button.callback_data, answer)).toMatchObject({
        text: expect.stringContaining('报告已经更新'),
        show_alert: true,
      })
    }
  })
})

describe('a tap that this bot did not offer in this chat', () => {
  const original = { kind: 'original', report: reportKey(report), statement: 3 } as const
  const own = createCallbackData(TOKEN)

  it.each([
    ['of another chat', own.write(original, 8)],
    ['of another bot', createCallbackData(`901${TOKEN}`).write(original, 7)],
    ['changed by one character', own.write(original, 7).replace('.3.', '.4.')],
    ['without its code', `o.${reportKey(report)}.3`],
    ['of nothing known', 'x'],
    ['empty', ''],
    ['of 64 odd bytes', `${'\u{1F600}'.repeat(16)}`],
    ['about a reply that this chat never had', own.write({ kind: 'rate', reply: 'A'.repeat(16), good: 1 }, 7)],
  ])('%s does nothing', async (_name, data) => {
    const answer = await bot.tapData(data, { chatId: 7, messageId: 1, buttons: [] })
    expect(answer).not.toHaveProperty('text')
    expect(bot.outgoing()).toEqual([])
    expect(bot.state.opinions.size).toBe(0)
    expect(bot.faults).toEqual([])
  })
})

describe('commands', () => {
  it('/start offers four questions of the ledger, each answered when tapped', async () => {
    const start = await bot.say('/start')
    expect(start.buttons).toHaveLength(4)
    for (const { text } of start.buttons) {
      const answer = await bot.tap(start, text)
      expect(answer.text.startsWith(`问:${text.replace('…', '')}`), answer.text).toBe(true)
      expect(answer.text).toContain('【1】')
      proves(answer.text)
    }
  })

  it('/sections leads down to the text and back', async () => {
    let view = await bot.say('/sections')
    expect(view.text).toContain(report.title)
    view = await bot.tap(view, '一、2030年计划执行情况')
    view = await bot.tap(view, '(二)惠民生')
    expect(view.text).toContain('一、2030年计划执行情况 › (二)惠民生')
    const text = await bot.tap(view, '读这一节')
    expect(text.text).toContain('新建公园17个')
    view = await bot.tap(text, '目录')
    view = await bot.tap(view, '上一级')
    expect(view.text).toContain('一、2030年计划执行情况')
    expect(new Set(bot.outgoing().map(({ messageId }) => messageId)).size).toBe(1)
  })

  it('/figures lists every figure by theme, says it as the report does, and leads to its sentence', async () => {
    const themes = await bot.say('/figures')
    let listed = 0
    for (const { text } of themes.buttons) {
      let page = await bot.tap(themes, text)
      for (;;) {
        proves(page.text)
        listed += page.text.match(/^\d+\. /gmu)?.length ?? 0
        if (!labels(page).some((words) => words.includes('下一页'))) break
        page = await bot.tap(page, '下一页')
      }
      const [first] = page.buttons
      const figure = marked(page, 'bold')[1]!
      expect((await bot.tap(page, first!.text)).text.replace(/\s/gu, '')).toContain(figure)
    }
    const distinct = new Set(report.figures.map(({ indicator, text, period }) => `${indicator} ${text} ${period}`))
    expect(listed).toBe(distinct.size)
  })

  it('/faq lists approved questions by theme and answers them', async () => {
    const theme = await bot.tap(await bot.say('/faq'), '教育')
    expect((await bot.tap(theme, '新增学位')).text).toContain('2400个')
  })

  it('/about names the report, its day, what it covers, and where to read of privacy', async () => {
    const { text } = await bot.say('/about')
    for (const words of [report.title, '2031年1月8日', '2030年完成情况', '江州市兰溪区', '/privacy'])
      expect(text).toContain(words)
  })

  it('/reset forgets the questions before, /privacy on a tap all that is kept', async () => {
    await bot.say('2030年地区生产总值增长了多少?')
    await bot.say('/reset')
    expect((await bot.say('那2031年呢?')).text).not.toContain('7.5%')
    const answer = await bot.say('2030年地区生产总值增长了多少?')
    await bot.tap(answer, '👍')
    const forgotten = await bot.tap(await bot.say('/privacy'), '删除')
    expect(forgotten.text).toContain('已经删除')
    expect(bot.state.opinions.size).toBe(0)
    expect((await bot.say('那2031年呢?')).text).not.toContain('7.5%')
  })

  it('/feedback takes an opinion of the whole, and names where else to turn', async () => {
    const feedback = await bot.say('/feedback')
    expect(feedback.text).toContain('兰溪区政务热线')
    await bot.tap(feedback, '👍')
    expect([...bot.state.opinions.values()]).toEqual([{ verdict: 'up', reason: null }])
  })

  it('/feedback takes words behind it, without personal numbers, and as a reply', async () => {
    const thanks = await bot.say('/feedback 字太小,我的电话13812345678')
    expect(thanks.text).toContain('记下了')
    const prompt = await bot.tap(await bot.say('/feedback'), '写几句')
    expect(prompt.payload.reply_markup).toMatchObject({ force_reply: true })
    const chat = { id: 7, type: 'private', first_name: '市民' } as const
    const reply_to_message = { message_id: prompt.messageId, date: 1, chat, from: BOT, text: prompt.text }
    const second = await bot.say(`很好用${'。'.repeat(600)}`, { reply_to_message } as never)
    expect(second.text).toContain('前500个字')
    expect(bot.state.suggestions).toEqual(['字太小,我的电话[电话号码]', `很好用${'。'.repeat(497)}`])
  })

  it('are announced in Chinese for Chinese clients and in English for all others', async () => {
    await bot.say('/help')
    await bot.api.until('setMyCommands', 2)
    const [chinese, others] = bot.api.calls
      .filter(({ method }) => method === 'setMyCommands')
      .map((call) => call.payload)
    expect(chinese).toMatchObject({ language_code: 'zh' })
    expect(others).not.toHaveProperty('language_code')
    expect(chinese!.commands).toContainEqual({ command: 'sections', description: '按章节读报告' })
    expect(others!.commands).toContainEqual({ command: 'sections', description: 'Read the report by section' })
  })
})
