import { describe, expect, it } from 'vitest'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver } from '../fixtures/small-assistant.js'

const report = reportOf(
  'songzhou-2031',
  `松洲市2031年预算执行情况与2032年预算草案的报告

一、2031年预算执行情况

全市一般公共预算收入完成86.4亿元,为调整预算的102.3%,比上年增长5.1%。一般公共预算支出完成210.7亿元,为调整预算的96.8%,增长2.2%。

企业职工基本养老保险基金支出完成31.5亿元,为预算的98.7%。机关事业单位基本养老保险基金支出完成12.6亿元,为预算的104.2%。

二、2032年预算草案

一般公共预算收入安排90.1亿元,增长4.3%。
`,
  { place: '松洲市', aliases: ['松洲'] },
)
const assistant = assistantOver([report])
const ask = async (question: string) => (await assistant.ask(question)).reply

describe('what is asked against the budget', () => {
  it.each([
    ['2031年松洲一般公共预算支出完成预算的百分之几', '96.8%', '2.2%'],
    ['一般公共预算收入完成了预算的几成', '102.3%', '5.1%'],
    ['去年一般公共预算收入超预算了没', '102.3%', '5.1%'],
    ['企业养老保险基金支出达到预算的百分之多少', '98.7%', '104.2%'],
    ['公务员养老保险基金支出完成预算的百分比', '104.2%', '98.7%'],
  ])('is how much of it was done: “%s”', async (question, said, unsaid) => {
    const { outcome, answer } = await ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toContain(said)
    expect(answer).not.toContain(unsaid)
  })

  it.each(['一般公共预算收入比预算多收了多少', '一般公共预算支出比年初预算少了多少'])(
    'is told by no change over the year before: “%s”',
    async (question) => {
      expect((await ask(question)).answer).not.toMatch(/5\.1%|2\.2%/)
    },
  )
})
