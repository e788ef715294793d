import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lanxi } from '../fixtures/lanxi.js'
import { type BotHarness, type Sent, startHarness } from './bot-harness.js'
import { marked } from './check-rich-text.js'
import { BOT, refusal } from './loopback-bot-api.js'
import { figureProof } from './prove-shown.js'

const report = lanxi()
const proves = figureProof([report])
const person = { id: 7, is_bot: false, first_name: '市民' }
let bot: BotHarness

beforeEach(async () => {
  bot = await startHarness()
})
afterEach(() => bot.stop())

/** Edits a message that was written before. */
function edit(messageId: number, text: string, chat: object = { id: 7, type: 'private', first_name: '市民' }) {
  bot.api.push({
    edited_message: { message_id: messageId, date: 1, edit_date: 2, from: person, chat, text },
  } as never)
}

describe('a question that is edited', () => {
  it('is answered again in the same message, also after a restart', async () => {
    const answer = await bot.say('2030年新增学位多少个?')
    await bot.restart()
    const [again] = await bot.next(() => edit(1, '2030年新建公园多少个?'))
    expect(again).toMatchObject({ method: 'editMessageText', messageId: answer.messageId })
    expect(again!.text).toContain('17个')
    expect((await bot.tap(again!, '原文')).text).toContain('新建公园17个')
  })

  it('is understood with what was said before it, not with its first answer', async () => {
    await bot.say('2030年地区生产总值增长了多少?')
    await bot.say('2030年新增学位多少个?')
    const [again] = await bot.next(() => edit(3, '那2031年呢?'))
    expect(again!.text).toContain('7.5%左右')
  })

  it('is answered anew where the answer was deleted', async () => {
    await bot.say('2030年新增学位多少个?')
    bot.api.answerNext('editMessageText', refusal(400, 'Bad Request: message to edit not found'))
    const [, again] = await bot.next(() => edit(1, '2030年新建公园多少个?'), 2)
    expect(again).toMatchObject({ method: 'sendMessage' })
  })

  it('that stays the same changes nothing, and is no fault', async () => {
    await bot.say('2030年新增学位多少个?')
    await bot.next(() => edit(1, '2030年新增学位多少个?'))
    await bot.say('2030年新建公园多少个?')
    expect(bot.faults).toEqual([])
  })

  it('in a group is left alone unless it was for the bot', async () => {
    edit(1, '大家好', { id: -5, type: 'supergroup', title: '邻里群' })
    const answer = await bot.say('2030年新增学位多少个?')
    expect(bot.outgoing()).toHaveLength(1)
    expect(answer.text).toContain('2400个')
  })
})

describe('inline mode', () => {
  async function query(text: string) {
    const answers = () => bot.api.calls.filter(({ method }) => method === 'answerInlineQuery')
    const before = answers().length
    bot.api.push({ inline_query: { id: '1', from: person, query: text, offset: '' } } as never)
    await bot.api.when(() => answers().length > before)
    return answers().at(-1)!.payload as {
      results: { id: string; title: string; input_message_content: { message_text: string; entities: never[] } }[]
      button: { text: string }
    }
  }

  it('offers cited answers to share: to the question, and to what stands beside it', async () => {
    const { results } = await query('2031 GDP')
    expect(results.length).toBeGreaterThanOrEqual(2)
    expect(results[0]!.input_message_content.message_text).toContain('7.5%左右')
    expect(new Set(results.map(({ id }) => id)).size).toBe(results.length)
    for (const { input_message_content: content } of results) {
      const message = { text: content.message_text, entities: content.entities }
      expect(marked(message, 'expandable_blockquote')[0]).toContain('【1】')
    }
  })

  it('offers examples before anything is typed, and the bot itself where nothing is found', async () => {
    expect((await query('')).results).toHaveLength(4)
    const none = await query('今晚吃什么')
    expect(none.results).toEqual([])
    expect(none.button).toMatchObject({ text: expect.stringContaining('提问') })
  })
})

describe('in a group', () => {
  const chat = { id: -5, type: 'supergroup', title: '邻里群', is_forum: true } as const
  const mention = `@${BOT.username}`
  const mentioned = { chat, entities: [{ type: 'mention' as const, offset: 0, length: mention.length }] }

  it('the thread is kept, and buttons answer in it', async () => {
    const answer = await bot.say(`${mention} 2030年新增学位多少个?`, {
      ...mentioned,
      is_topic_message: true,
      message_thread_id: 33,
    })
    expect(answer.payload).toMatchObject({ message_thread_id: 33, reply_parameters: { message_id: 1 } })
    expect((await bot.tap(answer, '原文')).text).toContain('2400个')
  })

  it("a bare mention below somebody's question answers that question", async () => {
    const question = { message_id: 90, date: 1, chat, from: { ...person, id: 8 }, text: '2030年新增学位多少个?' }
    const answer = await bot.say(mention, { ...mentioned, reply_to_message: question as never })
    expect(answer.text).toContain('2400个')
  })

  it('an answer keeps 👍 and 👎 for the others', async () => {
    const answer = await bot.say(`${mention} 2030年新增学位多少个?`, mentioned)
    const asked = await bot.tap(answer, '👎')
    const done = await bot.tap({ ...answer, buttons: asked.buttons }, '看不懂')
    expect(done.buttons.map(({ text }) => text)).toEqual(expect.arrayContaining(['👍', '👎']))
  })
})

describe('a list of indicators', () => {
  const question = '2031年主要预期目标有哪些?'
  const width = (line: string) => [...line].reduce((sum, character) => sum + (character < '\u02FF' ? 1 : 2), 0)

  it('is a rich table where the server knows rich messages', async () => {
    const { payload } = await bot.say(question)
    const { blocks } = payload.rich_message as { blocks: { type: string; cells?: unknown[][] }[] }
    expect(blocks.map(({ type }) => type)).toEqual(['table', 'expandable_blockquote'])
    expect(blocks[0]!.cells).toHaveLength(6)
    expect(JSON.stringify(blocks[0])).toContain('7.5%左右')
  })

  it.each([
    ['does not know the method', refusal(404, 'Not Found: method not found')],
    ['is at fault with it', refusal(500, 'not supported')],
    ['takes it for another and answers no message', { status: 200, body: { ok: true, result: true } }],
  ])('is lines in columns where the server %s, which is remembered', async (_name, answer) => {
    bot.api.answerNext('sendRichMessage', answer)
    bot.api.say(question)
    await bot.api.until('sendMessage', 1)
    const lines = bot.outgoing().find(({ method }) => method === 'sendMessage')
    proves(lines!.text)
    const [table] = lines!.text.split('\n\n')
    for (const line of table!.split('\n')) expect(width(line), line).toBeLessThanOrEqual(36)
    expect(marked(lines!, 'expandable_blockquote')[0]).toContain('居民收入与经济增长基本同步。⑤')
    expect((await bot.say(question)).method).toBe('sendMessage')
  })

  it('is plain words where the server takes no entities either', async () => {
    bot.api.answerNext('sendRichMessage', refusal(404, 'Not Found'))
    bot.api.answerNext('sendMessage', refusal(400, "Bad Request: can't parse entities"))
    const [, , words] = await bot.next(() => bot.api.say(question), 3)
    expect(words!.entities).toEqual([])
    expect(words!.text).toContain('7.5%左右')
    expect((await bot.say('2030年新增学位多少个?')).entities).toEqual([])
  })
})

describe('what is no text', () => {
  it.each([
    ['a voice message', { voice: { file_id: '1', file_unique_id: '1', duration: 1 } }, '语音'],
    ['a photo', { photo: [] }, '图片'],
    ['a sticker', { sticker: {} }, '表情'],
    ['a file', { document: { file_id: '1', file_unique_id: '1' } }, '文件'],
    ['a place', { location: { latitude: 1, longitude: 1 } }, '内容'],
  ])('%s gets a kind sentence that names it', async (_name, content, words) => {
    const { text } = await bot.say('', content as never)
    expect(text).toContain(words)
    expect(text).toContain('只看得懂文字')
  })
})

describe('a long question', () => {
  it('is read as far as it is read, and says so above the answer', async () => {
    const answer: Sent = await bot.say(`2030年新增学位多少个?${'谢谢'.repeat(600)}`)
    expect(answer.text).toMatch(/^您这段话比较长,我只读了前500个字/u)
  })
})
