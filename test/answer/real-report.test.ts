import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadCorpus } from '../../src/report/load-corpus.js'
import { replyProof } from '../fixtures/prove-reply.js'
import { assistantOver, converse, printed } from '../fixtures/small-assistant.js'

const { reports } = await loadCorpus(fileURLToPath(new URL('../../corpus', import.meta.url)))
const assistant = assistantOver(reports)
const prove = replyProof(reports)

async function ask(question: string) {
  const { reply } = await assistant.ask(question)
  prove(reply)
  return reply
}

describe('the report in corpus/', () => {
  it.each([
    ['2023年GDP目标是多少?', ['8%']],
    ['网络零售总额多少', ['151亿元']],
    ['去年认定了多少家科技型中小企业', ['261家']],
    ['豪驰5G服装智慧工厂投资多少', ['30亿元']],
    ['社会工作服务站每个多少钱', ['15万元']],
  ])('answers “%s” with its own figure', async (question, figures) => {
    const reply = await ask(question)
    expect(reply.outcome).toBe('answered')
    expect(printed(reply)).toEqual(figures)
  })

  it('does not take the year before’s result for the target', async () => {
    const { answer, figures } = await ask('2023年GDP目标是多少?')
    expect(figures.find(({ text }) => answer.includes(text))).toMatchObject({ period: '2023', status: 'target' })
  })

  it('keeps the owners of neighbouring totals apart', async () => {
    const reply = await ask('省大中型项目和市重大重点项目总投资相差多少')
    expect(printed(reply)).toEqual(expect.arrayContaining(['295.4亿元', '354亿元']))
    expect(reply.figures.find(({ computed }) => computed)).toMatchObject({ value: 58.6, unit: '亿元' })
  })

  it('says who gave it, from a line set wide', async () => {
    expect((await ask('报告是谁作的')).answer).toContain('彭伟')
  })

  it.each(['2035年GDP是多少', '上海GDP是多少', '博物馆门票多少钱', '三文鱼进口了多少吨'])(
    'has no answer to “%s”',
    async (question) => {
      const reply = await ask(question)
      expect(reply.outcome).not.toBe('answered')
      expect(printed(reply)).toEqual([])
    },
  )

  it('follows a talk to its source', async () => {
    const replies = await converse(assistant, ['高新技术企业有多少家?', '那科技型中小企业呢?', '出处在哪?'])
    for (const reply of replies) prove(reply)
    expect(replies.slice(0, 2).map(printed)).toEqual([['149家'], ['261家']])
    expect(replies[2]?.citations[0]).toEqual(replies[1]?.citations[0])
  })

  it('proves whatever it says of the indicators of its ledger', async () => {
    const { figures } = reports[0]!
    const indicators = [...new Set(figures.map(({ indicator }) => indicator))].filter((_, i) => i % 4 === 0)
    expect(indicators.length).toBeGreaterThan(10)
    for (const indicator of indicators) await ask(`${indicator}是多少?`)
  })
})
