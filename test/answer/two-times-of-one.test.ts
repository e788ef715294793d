import { describe, expect, it } from 'vitest'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver } from '../fixtures/small-assistant.js'

const report = reportOf(
  'yunling-2032',
  `云陵省2032年政府工作报告

一、2031年工作回顾

过去一年,全省地区生产总值增长5.7%,固定资产投资增长8.8%,社会消费品零售总额增长4.6%,进出口总额增长15.3%,居民消费价格上涨1.2%。城镇调查失业率5.1%。

全省经济逐季向好,一季度增长4.3%,二季度增长5.2%,三季度增长5.9%、快于全国,四季度增长6.4%。

省政府投入84亿元办好的26件民生实事全部完成。全社会研发经费投入占地区生产总值的比重达到2.3%。

年初提出,城镇新增就业要达到28万人。到年底,城镇新增就业31.6万人。

二、2032年重点工作

今年经济社会发展主要预期目标是:地区生产总值增长5.5%左右,固定资产投资增长8.8%左右,社会消费品零售总额增长6%,进出口总额增长10%左右,居民消费价格涨幅2%左右。城镇调查失业率控制在5.5%以内。

去年居民消费价格涨幅不高,把居民消费价格涨幅控制在2%左右,留有余地。

投入97亿元办好30件群众关心的民生实事。全社会研发经费投入占地区生产总值的比重达到2.5%左右。
`,
  { place: '云陵省', aliases: ['云陵'] },
)
const assistant = assistantOver([report])
const ask = async (question: string) => (await assistant.ask(question)).reply

describe('two times of one indicator', () => {
  it.each([
    ['全省进出口增长的控制目标,比去年实际增速高还是低?分别是多少', '10%', '15.3%', '2031年更高'],
    ['今年进出口定的增速比去年快吗', '10%', '15.3%', '2031年更高'],
    ['今年居民消费价格的控制目标跟去年实际涨幅比,是高还是低', '2%', '1.2%', '2032年更高'],
    ['今年失业率的控制目标比去年实际高还是低', '5.5%', '5.1%', '2032年更高'],
    ['固定资产投资增速目标比去年高还是低', '8.8%', '8.8%', '相同'],
    ['今年投资增速目标和去年实际一样吗', '8.8%', '8.8%', '相同'],
    ['社零增长目标和去年完成情况比,差几个点', '6%', '4.6%', '1.4个百分点'],
    ['研发投入占GDP,今年目标比去年高吗', '2.5%', '2.3%', '2032年更高'],
  ])('are set against each other: “%s”', async (question, planned, done, said) => {
    const { outcome, answer } = await ask(question)
    expect(outcome).toBe('answered')
    for (const part of [planned, done, said]) expect(answer).toContain(part)
  })

  it('are found though one is named by less than the other', async () => {
    const { answer, figures } = await ask('今年投在民生实事上的钱跟去年比多了多少')
    expect(answer).toContain('97亿元 − 84亿元 = 13亿元')
    expect(figures.map(({ text }) => text)).not.toContain('26')
  })

  it('are plan and result of one year where the year’s own plan is meant', async () => {
    const { answer } = await ask('去年城镇新增就业实际比年初定的目标多还是少')
    expect(answer).toContain('28万人')
    expect(answer).toContain('31.6万人')
    expect(answer).toContain('实际更多')
  })

  it('are refused where the report has one of them only', async () => {
    expect((await ask('去年进出口实际增速比原先定的目标高还是低')).outcome).not.toBe('answered')
    expect((await ask('今年旅游收入的增长目标比去年实际高还是低')).outcome).not.toBe('answered')
  })
})

describe('quarters', () => {
  it.each([
    ['去年一季度和二季度,全省经济哪个季度增长快,各是多少', '4.3%', '5.2%', '二季度更高'],
    ['去年三季度跟四季度,经济哪个季度长得快', '5.9%', '6.4%', '四季度更高'],
  ])('are compared: “%s”', async (question, one, other, said) => {
    const { answer } = await ask(question)
    for (const part of [one, other, said]) expect(answer).toContain(part)
    expect(answer).not.toContain('5.7%')
  })

  it('are told no figure of a whole year, nor of another matter', async () => {
    expect((await ask('去年四季度进出口增长多少')).outcome).not.toBe('answered')
    expect((await ask('进出口一季度和二季度哪个增长快')).answer).not.toMatch(/4\.3%|15\.3%/)
  })
})

it('is the retail sales, not the consumer prices, whose growth is meant by that of consumption', async () => {
  expect((await ask('去年消费增长多少')).answer).toContain('4.6%')
})
