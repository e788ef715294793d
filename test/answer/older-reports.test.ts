import { describe, expect, it } from 'vitest'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver, printed } from '../fixtures/small-assistant.js'

const report = reportOf(
  'lanxi-2001',
  `兰溪县2001年政府工作报告

一、2000年工作回顾

乡镇财政收入比上年增加3亿元,总额首次突破十亿元,达到12亿元。城镇居民人均生活费收入增长7.2%,农村居民人均纯收入增长4.1%。占全县人口55%的村庄基本通自来水。城乡居民收入倍差从2.5缩小至2.2。我县在全省第三次夺得水利建设一等奖,第五次承办龙舟大赛。服务业增加值比重由31%提高到34%。高速公路由40公里增加到62公里。

二、2001年工作安排

经济增长速度的调控目标定为8%。县里从粮食风险基金中拿出60万元,直接补贴种粮农民。基本通自来水的村庄要增加到全县人口的70%。“十五”期间年均经济增长速度预期目标为9%左右。
`,
  { place: '兰溪县' },
)
const assistant = assistantOver([report])
const ask = async (question: string) => (await assistant.ask(question)).reply

describe('the wordings of older reports', () => {
  it.each([
    ['去年乡镇财政收入总共多少', ['12亿元']],
    ['去年城里人和农村人的收入哪个涨得多', ['7.2%', '4.1%']],
    ['今年经济增长目标定的百分之几', ['8%']],
    ['“十五”期间经济增速预期多少', ['9%']],
    ['去年高速公路有多长', ['62公里']],
    ['今年给种粮农民的直接补贴有多少钱', ['60万元']],
    ['2000年服务业占比比上年高还是低,各多少', ['31%', '34%']],
    ['城乡收入差几倍,从多少变到多少了', ['2.5', '2.2']],
  ])('answer “%s”', async (question, figures) => {
    const reply = await ask(question)
    expect(reply.outcome).toBe('answered')
    expect(printed(reply)).toEqual(figures)
  })

  it('tell what it was and what it will be, and the difference', async () => {
    const { answer } = await ask('通自来水的村庄占全县人口的比例,今年要比现在提高多少?从几到几')
    for (const part of ['55%', '70%', '15个百分点']) expect(answer).toContain(part)
  })

  it('of the events of one sentence quote the one that is asked for', async () => {
    const { answer } = await ask('承办龙舟大赛,这是第几次')
    expect(answer).toContain('第五次')
    expect(answer).not.toContain('第三次')
  })
})
