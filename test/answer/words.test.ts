import { describe, expect, it } from 'vitest'
import { lanxi, qinglan } from '../fixtures/lanxi.js'
import { assistantOver, printed } from '../fixtures/small-assistant.js'

const report = lanxi()
const assistant = assistantOver([report, qinglan()])
const ask = async (question: string) => (await assistant.ask(question)).reply

describe('a question for words', () => {
  it.each([
    ['新建了哪些学校?', '白鹭湖小学、望江中学、松涛幼儿园'],
    ['望江大桥什么时候通车', '2030年9月'],
    ['望江公园二期什么时候开工', '待审批完成后'],
    ['云溪医院在哪里', '白鹭街道'],
    ['食品安全怎么监管', '严查无证经营'],
  ])('as “%s” is answered with the report’s own clauses', async (question, words) => {
    const { outcome, answer, citations } = await ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toContain(words)
    const quoted = answer.replace(/。?\[1\].*$/s, '')
    expect(citations[0]?.sentence).toContain(quoted)
  })

  it('for a time gets none that says no time', async () => {
    expect((await ask('云溪医院什么时候落户')).outcome).not.toBe('answered')
  })

  it('for a place gets none that says no place', async () => {
    expect((await ask('松涛幼儿园在哪里')).outcome).not.toBe('answered')
  })

  it('for names gets none that says no name', async () => {
    expect((await ask('停车位分别叫什么')).outcome).not.toBe('answered')
  })

  it('lists every figure that the quoted clauses print', async () => {
    const reply = await ask('新建了哪些学校?')
    expect(printed(reply)).toEqual(['3所', '2400个'])
  })
})

describe('a question for a list', () => {
  it('of targets gets the report’s own lines, the one without a figure included', async () => {
    const { answer, outcome } = await ask('今年有哪些主要目标')
    expect(outcome).toBe('answered')
    for (const line of ['地区生产总值增长7.5%左右', '固定资产投资增长9%左右', '居民收入与经济增长基本同步'])
      expect(answer).toContain(line)
    expect(answer).not.toContain('8.1%')
  })

  it('of results gets those of the year before', async () => {
    const reply = await ask('2030年主要经济指标完成情况')
    expect(printed(reply)).toEqual(['8.1%', '9.2%', '10.5%', '5230人'])
  })

  it('of targets without a number gets those lines only', async () => {
    const reply = await ask('今年有哪些目标没给具体数字')
    expect(reply.answer).toContain('居民收入')
    expect(printed(reply)).toEqual([])
  })

  it('of aspects gets the headings, as many as were asked for', async () => {
    const { answer, citations } = await ask('2031年要做好哪三方面工作')
    expect(citations).toHaveLength(3)
    for (const heading of ['聚焦项目建设', '聚焦城市更新', '聚焦民生福祉']) expect(answer).toContain(heading)
  })

  it('of more aspects than any section has gets no headings', async () => {
    expect((await ask('2031年要做好哪九方面工作')).answer).not.toContain('聚焦城市更新')
  })
})

describe('a question about the report itself', () => {
  it.each([
    ['这份报告是谁作的', '周平'],
    ['报告是哪天作的', '2031年1月8日'],
    ['报告在哪个会议上作的', '第三次会议'],
    ['报告全称叫什么', report.title],
  ])('as “%s” is answered from its head', async (question, words) => {
    const { outcome, answer, citations } = await ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toContain(words)
    expect(citations.length).toBeGreaterThan(0)
  })

  it('gets its parts', async () => {
    const { answer, citations } = await ask('报告有哪些部分')
    const parts = report.sections.filter(({ level }) => level === 1)
    for (const { title } of parts) expect(answer).toContain(title)
    expect(citations).toHaveLength(parts.length)
  })

  it('is not answered where the file does not tell', async () => {
    expect((await ask('青岚县的报告索引号是多少')).outcome).not.toBe('answered')
  })
})

describe('a text that asks nothing of the report', () => {
  it.each(['你好', '谢谢', '今天天气怎么样', '推荐股票'])('“%s” gets a short reply without figures', async (text) => {
    const { outcome, figures, citations } = await ask(text)
    expect(outcome).toBe('off_topic')
    expect([figures, citations]).toEqual([[], []])
  })

  it.each(['???', '是什么', '那个'])('“%s” gets a question back', async (text) => {
    const { outcome, citations } = await ask(text)
    expect(outcome).toBe('needs_clarification')
    expect(citations).toEqual([])
  })
})
