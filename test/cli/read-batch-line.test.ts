import { describe, expect, it } from 'vitest'
import { isBlank, readAskLine, readCheckLine } from '../../src/cli/read-batch-line.js'

const line = (text: string) => ({ number: 7, text })

describe('a line of questions', () => {
  it.each([
    ['公园有几个?', { kind: 'question', id: '7', question: '公园有几个?' }],
    ['"公园"有几个?', { kind: 'question', id: '7', question: '"公园"有几个?' }],
    ['{"id":"a","question":"几个?"}', { kind: 'question', id: 'a', question: '几个?' }],
    ['{"id":3,"question":"几个?"}', { kind: 'question', id: 3, question: '几个?' }],
    ['{"question":"几个?"}', { kind: 'question', id: '7', question: '几个?' }],
    ['{"id":"a","question":"几个?","must":["3"]}', { kind: 'question', id: 'a', question: '几个?' }],
    ['{"id":"a","turns":["几个?","那明年呢?"]}', { kind: 'turns', id: 'a', turns: ['几个?', '那明年呢?'] }],
    ['{"id":"a","turns":[{"q":"几个?","must":[]}]}', { kind: 'turns', id: 'a', turns: ['几个?'] }],
  ])('%s is read', (text, expected) => {
    expect(readAskLine(line(text))).toEqual(expected)
  })

  it.each(['{"id":"a"', '{"id":"a"}', '{"id":"a","question":5}', '{"id":"a","turns":[]}', '{"id":"a","question":" "}'])(
    '%s is bad, and says why',
    (text) => {
      expect(readAskLine(line(text))).toMatchObject({ kind: 'bad', reason: expect.stringMatching(/。$/) })
    },
  )

  it('keeps the id of a bad line where it can be read', () => {
    expect(readAskLine(line('{"id":"a","question":5}')).id).toBe('a')
    expect(readAskLine(line('{"id":"a"')).id).toBe('7')
  })
})

describe('a line of texts', () => {
  it('is plain or an object', () => {
    expect(readCheckLine(line('增长8%。'))).toEqual({ kind: 'text', id: '7', text: '增长8%。' })
    expect(readCheckLine(line('{"id":"a","text":"增长8%。"}'))).toEqual({ kind: 'text', id: 'a', text: '增长8%。' })
    expect(readCheckLine(line('{"id":"a","question":"增长8%。"}')).kind).toBe('bad')
  })
})

describe('a blank text', () => {
  it('has no visible character', () => {
    for (const text of ['', ' \t\u3000', '\u0000\u0007\u001b', '\u200b\ufeff']) expect(isBlank(text)).toBe(true)
    for (const text of ['问', '😀', '?', '8']) expect(isBlank(text)).toBe(false)
  })
})
