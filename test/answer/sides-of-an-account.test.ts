import { describe, expect, it } from 'vitest'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver } from '../fixtures/small-assistant.js'

const report = reportOf(
  'luhe-2031',
  `芦河市2030年预算执行情况与2031年预算草案的报告

一、2030年预算执行情况

全市一般公共预算支出完成310亿元,增长4.5%。截至2030年底,全市政府债务余额205亿元。

年末金融机构本外币各项存款余额4150亿元,其中住户存款2630亿元、非金融企业存款910亿元。年末金融机构本外币各项贷款余额3980亿元。

1、失业保险基金收入完成2.6亿元;支出完成1.9亿元,当年收支结余0.7亿元。

二、2031年预算草案

失业保险基金收入预算安排2.8亿元,支出预算安排2亿元。

附件 2031年市级社会保险基金预算收支草案

单位:亿元

项目\t合计\t职工基本医疗保险基金
一、本年收入\t13.2\t9.6
1.利息收入\t0.4\t0.3
2.其他收入\t0.2\t0.1
二、年末滚存结余\t21.7\t15.8
`,
  { place: '芦河市', aliases: ['芦河'] },
)
const assistant = assistantOver([report])

async function ask(question: string) {
  return (await assistant.ask(question)).reply
}

describe('an account', () => {
  it.each([
    ['2030年失业保险基金收的多还是花的多', ['2.6亿元', '1.9亿元', '收入更多']],
    ['2030年全市失业保险基金花得多还是收得多', ['1.9亿元', '2.6亿元', '收入更多']],
  ])('has its two sides compared for one year: “%s”', async (question, said) => {
    const { answer } = await ask(question)
    for (const part of said) expect(answer).toContain(part)
    expect(answer).not.toMatch(/2\.8|2亿元/)
  })

  it.each([
    ['芦河市级职工医保基金2031年收入多少', '9.6'],
    ['芦河市级社保基金2031年滚存结余多少', '21.7'],
  ])('has its whole before its parts: “%s”', async (question, said) => {
    expect((await ask(question)).answer).toContain(said)
  })

  it('named alone asks for nothing', async () => {
    expect((await ask('全市一共多少')).outcome).toBe('needs_clarification')
  })
})

describe('what is owed and what is kept', () => {
  it.each([
    ['全市去年底一共欠着多少债', '205亿元', '310亿元'],
    ['居民去年在银行存了多少钱', '2630亿元', '3980亿元'],
    ['企业在银行存了多少', '910亿元', '4150亿元'],
    ['银行里的存款一共有多少', '4150亿元', '3980亿元'],
  ])('is told of those who are asked about: “%s”', async (question, said, unsaid) => {
    const { answer } = await ask(question)
    expect(answer).toContain(said)
    expect(answer).not.toContain(unsaid)
  })
})
