import { describe, expect, it } from 'vitest'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver, printed } from '../fixtures/small-assistant.js'

const report = reportOf(
  'yunling-2026',
  `2026年政府工作报告

——2026年1月22日在云岭省第十届人民代表大会第三次会议上

各位代表:

现在,我代表省人民政府,向大会报告工作。

一、2025年和“十四五”时期工作回顾

村集体平均收入首次突破30万元、达到314600元。快递业务量突破8亿件。邮政网络更加健全,快递业务量8.37亿件。

常住人口城镇化率从2020年的51%提高到2025年的56%。完成危旧房改造3.2万户。

京企落地投资86亿元。对中亚国家贸易占全国比重12.5%。东湾港沿海货物吞吐量居全球第6位。

新型农村合作医疗试点扩大到21个县,有310万农民参加。投资900万元实施的东园敬老院等4个项目全部完工。城镇居民人均可支配收入增长5.1%。

二、2026年工作安排

推进地质灾害避险搬迁,完成4300人搬迁任务。城镇调查失业率控制在5.5%以内。高速公路通车里程突破5200公里。
`,
  { place: '云岭省', aliases: ['云岭'] },
)
const assistant = assistantOver([report])

async function ask(question: string) {
  return (await assistant.ask(question)).reply
}

describe('the number that is meant', () => {
  it.each([
    ['去年村集体平均收入多少钱', '314600元'],
    ['去年快递送了多少件', '8.37亿件'],
    ['这五年危旧房改造了多少户', '3.2万户'],
    ['北京来的企业去年投资了多少钱', '86亿元'],
    ['跟中亚做买卖,咱们占全国几成', '12.5%'],
    ['东湾港货运量全世界第几', '第6位'],
    ['去年合作医疗有多少农民加入', '310万'],
    ['今年打算搬多少人出来', '4300人'],
    ['今年城镇调查失业率不能超过多少', '5.5%'],
    ['今年高诉要通到多少公里', '5200公里'],
  ])('%s', async (question, figure) => {
    const reply = await ask(question)
    expect(reply.outcome).toBe('answered')
    expect(printed(reply)).toEqual([figure])
  })

  it.each([
    ['去年敬老院建了几个', '4个'],
    ['老百姓一年到手挣多少', '5.1%'],
    ['去年广东来的企业投资了多少钱', '86亿元'],
    ['去年有多少人参加合作医疗试点', '21个'],
  ])('another matter does not answer: %s', async (question, figure) => {
    expect((await ask(question)).answer).not.toContain(figure)
  })
})
