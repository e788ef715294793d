import { describe, expect, it } from 'vitest'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver } from '../fixtures/small-assistant.js'

const report = reportOf(
  'yunhe-2032',
  `云禾市2031年国民经济和社会发展情况与2032年预算草案的报告

一、2031年执行情况

(一)社会保险基金预算执行情况

市级社会保险基金收入完成31.2亿元,其中保险费收入20.5亿元。支出完成28.4亿元。当年结余2.8亿元,年末滚存结余19.6亿元。

(二)人口和农业

甜橙产量42.6万吨,比上年增加1.7万吨,增长4.2%。农林牧渔业总产值88.3亿元,增长3.9%。火灾事故21起;死亡3人。年末常住人口61.2万人,其中:65周岁及以上人口9.4万人。将村医补助标准从320元提高到350元。居民医保财政补助由每人每年640元提高到670元。护林补助从户均210元提高到260元。人均预期寿命79.3岁。旅客满意率达96.4%。满意度调查走访旅客5200人。新建成高速公路18公里,云江段高速公路通车,全市通车总里程突破240公里。

二、2032年预算草案

中央对我市转移支付预计61亿元,其中专项转移支付7.3亿元。全市教育支出预算安排12.5亿元。甜橙产量增长5.5%。
`,
  { place: '云禾市', aliases: ['云禾'] },
)
const assistant = assistantOver([report])
const ask = async (question: string) => (await assistant.ask(question)).reply

describe('an account', () => {
  it.each([
    ['市级社保基金2031年支出多少', '28.4亿元', '31.2亿元'],
    ['社会保险基金年末滚存结余多少', '19.6亿元', '2.8亿元'],
    ['2032年专项转移支付多少', '7.3亿元', '61亿元'],
    ['2032年教育支出预算安排多少', '12.5亿元', '61亿元'],
  ])('%s has its own side and fund', async (question, said, unsaid) => {
    const { outcome, answer } = await ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toContain(said)
    expect(answer).not.toContain(unsaid)
  })

  it('has no figure for the side that the report leaves out', async () => {
    expect((await ask('保险费支出多少')).answer).not.toContain('20.5亿元')
  })
})

describe('by how much', () => {
  it.each([
    ['甜橙产量增加了多少吨', '1.7万吨'],
    ['2031年甜橙产量比2030年增长多少', '4.2%'],
  ])('%s is answered with the change alone', async (question, change) => {
    const { answer } = await ask(question)
    expect(answer).toContain(change)
    expect(answer).not.toContain('42.6')
  })

  it.each(['去年甜橙产量比上年增长了多少', '甜橙产量比上年增长了多少', '去年甜橙产量跟前年比增长多少'])(
    '%s is last year’s change, which the plan’s does not stand beside',
    async (question) => {
      const { answer } = await ask(question)
      expect(answer).toContain('4.2%')
      expect(answer).not.toContain('5.5%')
    },
  )

  it('and what it was before are told apart', async () => {
    expect((await ask('村医补助标准原来是多少')).answer).toContain('320元')
    expect((await ask('村医补助标准原来是多少')).answer).not.toContain('350元')
    const raised = await ask('村医补助标准提高到多少')
    expect(raised.answer).toContain('350元')
    expect(raised.figures.find(({ value }) => value === 350)?.status).toBe('actual')
  })
})

describe('what something came to', () => {
  it.each([
    ['居民医保给每人每年补到多少钱', '670元', '640元'],
    ['护林补助户均提到了多少', '260元', '210元'],
  ])('%s is for each, as what it was before', async (question, said, unsaid) => {
    const { answer } = await ask(question)
    expect(answer).toContain(said)
    expect(answer).not.toContain(unsaid)
  })
})

describe('what is measured', () => {
  it.each([
    ['65岁以上的老人有多少万人', '9.4万人'],
    ['火灾事故死了多少人', '3人'],
    ['人均预期寿命多少岁', '79.3岁'],
    ['旅客满意率是多少', '96.4%'],
    ['高速公路通车总里程多少', '240公里'],
  ])('%s', async (question, said) => {
    const { outcome, answer } = await ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toContain(said)
  })

  it('is no neighbour of what was asked: a word in front of a common noun is its owner', async () => {
    expect((await ask('茶叶产值多少')).outcome).not.toBe('answered')
  })
})
