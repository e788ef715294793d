import { describe, expect, it } from 'vitest'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver, printed } from '../fixtures/small-assistant.js'

const report = reportOf(
  'pinghu-2026',
  `2026年政府工作报告

——2026年1月20日在平岭省第九届人民代表大会第四次会议上

各位代表:

现在,我代表省人民政府,向大会报告工作。

一、2025年和“十四五”时期工作回顾

城镇居民、农村居民人均可支配收入分别增长4.2%和6.1%。新开工投资5亿元以上项目17个,其中工业项目9个。引进企业63家。推动家电以旧换新,销售额大幅增长。免陪照护病房试点扩大到38家医院。开展地热能集中供暖试点,受益群众6万人。育儿补贴惠及9.6万婴幼儿。接种疫苗的儿童明显增多。

新建社区食堂742个。2025年新建幼儿园31所。发行国债支持建设,其中中央财政赤字1.2万亿元,地方财政赤字6500亿元。人均生产总值提高到8.4万元。

二、奋力实现“十五五”良好开局

(一)稳就业、惠民生。失业人员再就业12万人。小麦最低收购价每50公斤提高5元。加装、更新小区电梯260部。在保证质量的前提下,推进水库除险加固,完工18座。粮食种植面积稳定在900万亩。新农合和城镇居民医保补助标准提高到380元。新登记商户3.1万户,总量达60万户。

(二)强城市。加快培育云州、石门、青川等区域中心城市。
`,
  { place: '平岭省', aliases: ['平岭'] },
)
const assistant = assistantOver([report])

async function ask(question: string) {
  return (await assistant.ask(question)).reply
}

describe('what is told in other words than the report’s', () => {
  it.each([
    ['今年打算帮多少失业的人找到活', '12万人'],
    ['今年要换新多少部小区电梯', '260部'],
    ['今年小麦最低收购价每50公斤涨了几块钱', '5元'],
    ['我妈住院没空陪床,现在有几家医院不用家属陪', '38家'],
    ['听说有的县用地热能统一供暖,去年多少人沾了光', '6万人'],
    ['今年粮食起码要种多少亩', '900万亩'],
    ['参加新农合的,公家给每个人补多少钱', '380元'],
    ['今年新登记多少户商户', '3.1万户'],
    ['去年给带小宝宝的发补贴,多少娃娃享受到了', '9.6万'],
  ])('is found: %s', async (question, figure) => {
    const reply = await ask(question)
    expect(reply.outcome).toBe('answered')
    expect(printed(reply)).toEqual([figure])
  })

  it.each([
    '去年有多少人用上了天然气',
    '去年有多少人沾了滑雪场的光',
    '今年玉米起码要种多少亩',
    '今年打算让多少教师重新上岗',
    '生产总值一共多少亿元',
  ])('is not answered with another matter’s figure: %s', async (question) => {
    expect((await ask(question)).outcome).not.toBe('answered')
  })

  it('does not ask for the places that the question leaves out', async () => {
    const reply = await ask('除了上海和杭州,还有哪些市要培育成区域中心城市')
    expect(reply.answer).toContain('石门')
  })

  it('tells the parts of a whole by their amounts, in whatever scale, and none of another whole', async () => {
    const reply = await ask('财政赤字里,中央和地方各占多少')
    expect(printed(reply)).toEqual(['1.2万亿元', '6500亿元'])
    expect((await ask('教育支出里,中央和地方各占多少')).outcome).not.toBe('answered')
  })

  it('takes what a part on five years gives without a year for theirs, and what it gives for one year not', async () => {
    expect(printed(await ask('这五年新建了多少个社区食堂'))).toEqual(['742个'])
    expect((await ask('这五年新建了多少所幼儿园')).outcome).not.toBe('answered')
  })

  it('tells both halves where neither is named, and only the one that is', async () => {
    expect(printed(await ask('大伙口袋里的钱去年涨了几成'))).toEqual(['4.2%', '6.1%'])
    expect(printed(await ask('农民收入去年涨了几成'))).toEqual(['6.1%'])
  })

  it('holds on to a bound on what is counted', async () => {
    expect(printed(await ask('去年新开工了几个投资5亿元以上的项目'))).toEqual(['17个'])
    expect((await ask('去年新开工了几个投资50亿元以上的项目')).outcome).not.toBe('answered')
    expect((await ask('去年引进投资超过3亿元的企业多少家')).outcome).not.toBe('answered')
  })

  it('dates a heading that opens a five-year plan by its first year', () => {
    const reemployed = report.figures.find(({ text }) => text === '12万人')
    expect(reemployed).toMatchObject({ period: '2026', status: 'target' })
  })
})
