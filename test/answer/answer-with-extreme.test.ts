import { describe, expect, it } from 'vitest'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver } from '../fixtures/small-assistant.js'

const report = reportOf(
  'songyang-2031',
  `松阳市2031年国民经济和社会发展统计公报

一、综合

全市居民消费价格总水平比上年上涨0.2%。其中食品烟酒价格下降1.6%,衣着价格上涨0.9%,居住价格下降0.3%,交通通信价格下降2.7%;医疗保健价格上涨1.5%,其他用品及服务价格上涨8.4%。

二、固定资产投资

分产业看,第一产业投资增长3.1%,第二产业投资增长12.6%,第三产业投资下降5.2%。第三产业用电量增长9.1%,第一产业用电量增长4.4%,第二产业用电量增长2.2%。

三、教育

普通小学招生3.4万人,普通初中招生3.9万人。

附表 2031年全市一般公共预算支出

单位:亿元

项目\t2031年
教育支出\t41.2
农林水支出\t29.7
住房保障支出\t8.5
支出合计\t79.4
`,
  { place: '松阳市', aliases: ['松阳'] },
)
const assistant = assistantOver([report])

async function ask(question: string) {
  return (await assistant.ask(question)).reply
}

describe('which of several stands out', () => {
  it.each([
    ['物价当中哪一类涨得最厉害', ['其他用品及服务价格上涨8.4%', '增幅最大']],
    ['哪一类物价降得最多', ['交通通信价格下降2.7%', '降幅最大']],
    ['投资增长最快的是哪个产业', ['第二产业投资增长12.6%', '增幅最大']],
    ['全市哪项支出最少', ['住房保障支出8.5亿元', '最低']],
    ['全市哪项支出最多', ['教育支出41.2亿元', '最高']],
  ])('is told from what the report counts in one place: “%s”', async (question, said) => {
    const { outcome, answer } = await ask(question)
    expect(outcome).toBe('answered')
    for (const part of said) expect(answer).toContain(part)
  })

  it.each(['三次产业里哪个增长最快', '哪类学校招生最多'])(
    'is not told by figures of another measure, or of fewer than three: “%s”',
    async (question) => {
      const { outcome } = await ask(question)
      expect(outcome).not.toBe('answered')
    },
  )

  it('leaves names that hold 最低 alone', async () => {
    const { answer } = await ask('什么人能领最低生活保障')
    expect(answer).not.toContain('最低。')
  })
})
