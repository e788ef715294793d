import { describe, expect, it } from 'vitest'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver } from '../fixtures/small-assistant.js'

const report = reportOf(
  'lushan-2031',
  `政府工作报告
——2031年1月12日在松江市第九届人民代表大会第三次会议上
松江市市长 林远

一、2030年工作回顾

2030年,地区生产总值增长6.1%。常住人口净流入3.2万人。城镇调查失业率5.2%。城镇新增就业8.6万人。

“安心陪诊”服务覆盖38家医院。城乡居民医保财政补助标准提高到720元。农村低保标准由每月450元提高到480元。从去年秋季起全面免除城市义务教育学杂费。

对日本、韩国进出口分别增长3.1%、7.4%。离境退税商店达到52家。

二、2031年工作安排

城镇新增就业9万人。城乡居民基础养老金最低标准每人每月再提高40元。市政府安排6亿元专项资金,支持老旧桥梁安全改造。更新住宅老旧电梯310部。改造25个农村幸福院。推动白鹭湖湿地公园争创国家5A级景区。这次大会审议的松江河保护条例(草案),体现了群众的心愿。
`,
  { place: '松江市', aliases: ['松江'] },
)
const assistant = assistantOver([report])

async function ask(question: string) {
  return (await assistant.ask(question)).reply
}

describe('a figure of another matter answers nothing', () => {
  it.each([
    ['who came is not who lives there', '松江市的常住人口一共有多少', '3.2万'],
    ['people are not a rate', '没工作的人有多少', '5.2%'],
    ['what it was raised to is not by how much', '医保财政补助涨了多少钱', '720元'],
    ['what the counted can do is unknown', '多少家医院能夜里出急救车', '38家'],
    ['another kind of school', '从什么时候起高中学杂费不收了', '义务教育'],
    ['a year that the report lacks is compared with', '今年新增就业目标比前年多还是少', '9万'],
  ])('%s: “%s”', async (_, question, said) => {
    const { outcome, answer } = await ask(question)
    expect(outcome).not.toBe('answered')
    expect(answer).not.toContain(said)
  })

  it.each([
    ['常住人口净流入多少', '3.2万人'],
    ['去年常住人口净增了多少', '3.2万人'],
    ['失业率是多少', '5.2%'],
    ['医保财政补助涨到多少钱', '720元'],
    ['有多少家医院能安心陪诊', '38家'],
    ['今年新增就业目标比去年多还是少', '9万人'],
  ])('but what is asked for as such does: “%s”', async (question, said) => {
    const { outcome, answer } = await ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toContain(said)
  })
})

describe('two things asked about the report itself', () => {
  it('are both told', async () => {
    const { answer } = await ask('这份报告是谁作的,在哪次会上作的')
    expect(answer).toContain('林远')
    expect(answer).toContain('第九届人民代表大会第三次会议')
  })
})

describe('what is meant is found', () => {
  it.each([
    ['a sum is for what the clause behind it says', '老旧桥梁安全改造安排了多少钱', '6亿元'],
    ['how much more is paid', '城乡居民基础养老金今年每月多发几块钱', '40元'],
    ['one of that kind', '我奶奶天天往幸福院跑,屋顶漏雨,今年要改造几个这样的地方', '25个'],
    ['behind a sigh', '楼里电梯老出毛病,糟心,今年打算换多少部', '310部'],
    ['a place that is put forward', '今年让哪个地方去争5A景区', '白鹭湖湿地公园'],
    ['a name with its kind in brackets', '这次大会审议的条例草案叫什么', '松江河保护条例'],
    ['a shop by what it does', '能给老外退税的店有多少家', '52家'],
  ])('%s: “%s”', async (_, question, said) => {
    const { outcome, answer } = await ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toContain(said)
  })
})
