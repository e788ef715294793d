import { describe, expect, it } from 'vitest'
import { brokenRule } from './broken-rule.js'
import { startLoopbackBotApi } from './loopback-bot-api.js'

const text = '2030年增长8%左右。'
const bold = { type: 'bold', offset: 7, length: 4 }
const button = { text: '原文', callback_data: 'o' }
const article = {
  type: 'article',
  id: '1',
  title: '问',
  input_message_content: { message_text: text, entities: [bold] },
}

describe('what the loopback Bot API refuses, as Telegram does', () => {
  it.each([
    ['a text too long', 'sendMessage', { text: '长'.repeat(4097) }],
    ['no text', 'editMessageText', { text: '' }],
    ['half a character', 'sendMessage', { text: '\uD83D' }],
    ['an entity beyond the text', 'sendMessage', { text, entities: [{ ...bold, offset: 9 }] }],
    ['an entity that cuts a character', 'sendMessage', { text: '😀', entities: [{ ...bold, offset: 0, length: 1 }] }],
    ['markup in the text', 'sendMessage', { text, parse_mode: 'HTML' }],
    [
      'long button data',
      'sendMessage',
      {
        text,
        reply_markup: { inline_keyboard: [[{ ...button, callback_data: '长'.repeat(22) }]] },
      },
    ],
    [
      'too many buttons',
      'editMessageReplyMarkup',
      {
        reply_markup: { inline_keyboard: Array.from({ length: 101 }, () => [button]) },
      },
    ],
    ['a long notice', 'answerCallbackQuery', { text: '长'.repeat(201) }],
    ['two inline results of one id', 'answerInlineQuery', { results: [article, article] }],
    [
      'a rich message too long',
      'sendRichMessage',
      {
        rich_message: { blocks: [{ type: 'paragraph', text: ['长'.repeat(32_769)] }] },
      },
    ],
    ['a command in capitals', 'setMyCommands', { commands: [{ command: 'Start', description: '开始' }] }],
  ])('%s', (_name, method, payload) => {
    expect(brokenRule(method, payload)).not.toBeNull()
  })

  it.each([
    ['a text', 'sendMessage', { text, entities: [bold], reply_markup: { inline_keyboard: [[button]] } }],
    [
      'an inline answer',
      'answerInlineQuery',
      { results: [article], button: { text: '问', start_parameter: 'inline' } },
    ],
    ['an answer to a tap without words', 'answerCallbackQuery', {}],
  ])('but not %s', (_name, method, payload) => {
    expect(brokenRule(method, payload)).toBeNull()
  })

  it('and a test that made such a call fails when it closes the server', async () => {
    const api = await startLoopbackBotApi()
    const response = await fetch(`${api.url}/bot1:x/sendMessage`, {
      method: 'POST',
      body: JSON.stringify({ text: '' }),
    })
    expect(response.status).toBe(400)
    await expect(api.close()).rejects.toThrow('text of 0 units')
  })
})
