import { PassThrough } from 'node:stream'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { runConsole } from '../../src/console/run-console.js'
import { cellWidth } from '../../src/console/wrap.js'
import { createFakeAssistant, type FakeOptions, sampleReply, sampleTrace } from '../fakes/fake-assistant.js'

const ESCAPE = '\u001B'

afterEach(() => vi.unstubAllEnvs())

/** Types lines into a console and returns what it printed. */
async function converse(lines: string[], options: { fake?: FakeOptions; columns?: number; isTTY?: boolean } = {}) {
  const input = new PassThrough()
  const output = new PassThrough()
  Object.assign(output, { columns: options.columns, isTTY: options.isTTY })
  let printed = ''
  output.on('data', (chunk) => {
    printed += chunk
  })
  const assistant = createFakeAssistant(options.fake)
  input.end(lines.map((line) => `${line}\n`).join(''))
  await runConsole({ assistant, input, output })
  return { printed, assistant }
}

describe('the console', () => {
  it('says on top what runs', async () => {
    const { printed } = await converse([])
    expect(printed).toMatch(/照录原文.*HNSW.*sample-zh-256.*报告:1份/u)
    expect(printed.trimEnd().endsWith('再见。')).toBe(true)
  })

  it('prints the reply as a citizen reads it', async () => {
    const { printed } = await converse(['2030年地区生产总值是多少?'])
    expect(printed).toContain(sampleReply().text)
  })

  it('prints a reply that a model writes sentence by sentence, each once, then the sources and the label', async () => {
    const [first, second] = ['2030年经济平稳。[1]', '2030年地区生产总值达到128.8亿元左右。[1]']
    const whole = sampleReply({ mode: 'llm', answer: `${first}\n${second}` })
    const reply: FakeOptions['reply'] = (_, { onText }) => {
      onText?.(first)
      onText?.(`${first}\n${second}`)
      return whole
    }
    const { printed } = await converse(['经济怎么样?'], { fake: { reply } })
    expect(printed.replace(/\n+/g, '\n')).toContain(whole.text.replace(/\n+/g, '\n'))
    expect(printed.split(first)).toHaveLength(2)
  })

  it('takes questions as follow-ups until 重来', async () => {
    const { assistant } = await converse(['甲?', '那乙呢?', '重来', '丙?'])
    expect(assistant.calls.map(({ options }) => options.conversation?.turns)).toEqual([undefined, 1, undefined])
  })

  it('shows the grounds in words a clerk knows', async () => {
    const { printed } = await converse(['地区生产总值是多少?', '依据'])
    for (const words of [
      '第1问的依据:',
      '结果:已回答',
      '时间:2030年(完成数)',
      '相关度 12.35',
      '(一)经济运行稳中有进 › 一是总量扩大',
      '没有查到。',
      '1. 报告写了这项指标。',
      '✓ 与报告一致:128.8亿元左右',
      '✗ 与报告不符:9%',
      '报告:2030年地区生产总值增长8%',
      '模型没有及时回答',
      '用时:查找1.2毫秒',
    ]) {
      expect(printed).toContain(words)
    }
  })

  it('shows five hits of an arm and says how many more there are', async () => {
    const hits = Array.from({ length: 8 }, (_, index) => ({
      text: `第${index + 1}句。`,
      section: [],
      score: 8 - index,
    }))
    const { printed } = await converse(['问?', '依据'], { fake: { trace: { arms: () => [{ arm: 'dense', hits }] } } })
    expect(printed).toContain('【按意思查】')
    expect(printed).toContain('第5句。')
    expect(printed).not.toContain('第6句。')
    expect(printed).toContain('还有3条')
  })

  it('clips a long hit', async () => {
    const hits = [{ text: '长'.repeat(500), section: [], score: 1 }]
    const { printed } = await converse(['问?', '依据'], { fake: { trace: { arms: () => [{ arm: 'dense', hits }] } } })
    expect(printed).toContain(`${'长'.repeat(120)}……`)
    expect(printed).not.toContain('长'.repeat(121))
  })

  it('leaves when nobody reads its output any more', async () => {
    const input = new PassThrough()
    const output = new PassThrough()
    input.write('问?\n')
    const running = runConsole({ assistant: createFakeAssistant(), input, output })
    output.destroy(new Error('write EPIPE'))
    await expect(running).resolves.toBeUndefined()
  })

  it('goes back to an earlier question', async () => {
    const { printed } = await converse(['甲?', '乙?', '依据 1', '依据 9'])
    expect(printed).toContain('第1问的依据:甲?')
    expect(printed).toContain('没有第9问')
  })

  it('lists questions with what became of them', async () => {
    const fake: FakeOptions = {
      reply: (question) => sampleReply({ question, outcome: question === '乙?' ? 'not_in_report' : 'answered' }),
    }
    const { printed } = await converse(['甲?', '乙?', '历史'], { fake })
    expect(printed).toContain('1. 甲? → 已回答')
    expect(printed).toContain('2. 乙? → 报告里没有写')
  })

  it('names the reports, explains itself, and knows what it does not know', async () => {
    const { printed, assistant } = await converse(['依据', '报告', '帮助', '/foo'])
    expect(printed).toContain('这次还没有问过问题')
    expect(printed).toContain('地区:江州市兰溪区')
    expect(printed).toContain('/trace')
    expect(printed).toContain('没有“/foo”这个命令')
    expect(assistant.calls).toEqual([])
  })

  it('goes on after a question that cannot be answered', async () => {
    const fake: FakeOptions = {
      reply(question) {
        if (question === '坏?') throw new Error('x')
        return sampleReply()
      },
    }
    const { printed } = await converse(['坏?', '好?'], { fake })
    expect(printed).toContain('没能答上来')
    expect(printed).toContain('128.8亿元')
  })

  it('reads nothing after 退出', async () => {
    const { assistant } = await converse(['退出', '甲?'])
    expect(assistant.calls).toEqual([])
  })

  it.each([40, 60, 80])('keeps every page within %i columns', async (columns) => {
    const lines = ['地区生产总值是多少?', '依据', '历史', '报告', '帮助']
    const { printed } = await converse(lines, { columns, fake: { trace: sampleTrace } })
    for (const line of printed.split('\n')) expect(cellWidth(line)).toBeLessThanOrEqual(columns)
  })

  it('wraps nothing where there is no terminal', async () => {
    const answer = '很长的回答'.repeat(60)
    const reply = sampleReply({ answer, citations: [], contact: null })
    expect((await converse(['问?'], { fake: { reply: () => reply } })).printed).toContain(answer)
  })

  it('has colours on a terminal only, and none where NO_COLOR is set', async () => {
    vi.stubEnv('NO_COLOR', '')
    vi.stubEnv('TERM', 'xterm')
    expect((await converse(['问?'], { isTTY: true })).printed).toContain(ESCAPE)
    expect((await converse(['问?'])).printed).not.toContain(ESCAPE)
    vi.stubEnv('NO_COLOR', '1')
    expect((await converse(['问?'], { isTTY: true })).printed).not.toContain(ESCAPE)
  })

  it('lets no control character through', async () => {
    const reply = sampleReply({ answer: `危险${ESCAPE}[2J的话`, citations: [], contact: null })
    expect((await converse(['问?'], { fake: { reply: () => reply } })).printed).toContain('危险[2J的话')
  })
})
