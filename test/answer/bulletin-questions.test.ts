import { describe, expect, it } from 'vitest'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver } from '../fixtures/small-assistant.js'

const report = reportOf(
  'qinghe-2031',
  `清禾市2030年国民经济和社会发展情况与2031年安排的报告

一、2030年工作回顾

城镇新增就业3.1万人,常住人口城镇化率达66.2%。新增养老床位1.2万张。普通小学招生2.75万人,在校生16.4万人。

民用轿车保有量60.3万辆,增长2.4%,其中私人轿车保有量55.8万辆,增长3.9%。高速铁路营业里程从110公里增加到240公里。

全年发行新增债券18亿元,其中市级使用5亿元。新增债券资金严格按规定管理,重点用于轨道交通、污水处理、老旧小区改造。

一般债务限额90亿元,专项债务限额140亿元。一般债务余额82亿元,专项债务余额131亿元。

二、2031年工作安排

增加养老床位9000张。完成3200亩沙地治理。一般公共预算收入安排120亿元,其中税收占比71.5%。

对困难家庭子女给予资助,录取到本科院校的一次性补助6000元、专科院校的一次性补助4000元。
`,
  { place: '清禾市', aliases: ['清禾'] },
)
const assistant = assistantOver([report])

async function ask(question: string) {
  return (await assistant.ask(question)).reply
}

describe('a measure that the report lacks', () => {
  it.each(['去年城镇的失业率是多少', '失业率多少'])('is not answered by another rate: “%s”', async (question) => {
    expect((await ask(question)).outcome).not.toBe('answered')
  })
})

describe('what is asked in other words than the report has', () => {
  it.each([
    ['私家车比前年多了百分之几', '3.9%', '2.4%'],
    ['清禾的小学去年一共招了多少新生', '2.75万人', '16.4万人'],
    ['今年打算治沙多少亩', '3200亩', '—'],
    ['今年财政收入里税收占多少', '71.5%', '—'],
    ['困难家庭孩子考上大专,一次性补助给多少', '4000元', '6000元'],
    ['高铁营业里程现在多少公里', '240公里', '110公里'],
    ['新增债券的资金用在哪里', '轨道交通', '18亿元'],
    ['去年发行的新增债券资金重点投向哪些领域', '污水处理', '5亿元'],
  ])('is answered by what it means: “%s”', async (question, said, unsaid) => {
    const { answer } = await ask(question)
    expect(answer).toContain(said)
    expect(answer).not.toContain(unsaid)
  })
})

describe('two of a kind', () => {
  it('are compared by their limits where those are asked for', async () => {
    const { answer } = await ask('一般债和专项债的限额哪个大')
    for (const part of ['90亿元', '140亿元', '专项债务限额更多']) expect(answer).toContain(part)
    expect(answer).not.toMatch(/82|131/)
  })

  it('are one thing in two years, whether it was 新增 or 增加', async () => {
    const { answer } = await ask('新增养老床位,去年实际和今年计划哪年多')
    for (const part of ['1.2万张', '9000张', '2030年更多']) expect(answer).toContain(part)
  })
})
