import { describe, expect, it } from 'vitest'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver, converse, printed } from '../fixtures/small-assistant.js'

const report = reportOf(
  'nanling-2031',
  `2031年南岭省政府工作报告

各位代表:

现在,我代表省人民政府,向大会报告工作。

一、“十五五”时期工作回顾

五年来主要做了以下工作。钨精矿、稀土产量分别增长83%、41%。新型储能装机增长260%。

刚刚过去的2030年,全省地区生产总值增长5.2%,粮食产量增长1.1%。生产原盐420万吨、水果96万吨。全年降水量812毫米。全省运动员在冬运会夺得6枚金牌,在残疾人冬运会夺得9枚金牌。李青禾被授予“南岭工匠”称号。“岭上一号”在轨卫星达到28颗。新组建省林业集团、省水务集团、省种业集团。玉带泉断流22年后恢复流水。康养结合机构发展到64家,医养结合机构增加到87家。敦煌推出全国首条沙海滑翔线路。落实建设资金210万元,按照每个便民服务点6万元的标准补助。建立十二部门电子证照信息共享机制。把木雕打造成“南岭礼物”、竹编打造成“非遗名片”,扩建竹编工坊18间。

二、2031年工作安排

支持南岭师专更名建设南岭文理学院。加快建设粤桂协作(平南)产业园。建设青河至合肥特高压工程。新增社区嵌入式养老服务机构45个。为怀孕妇女提供免费产前筛查服务。为初一女生免费接种国产HPV疫苗。

名词解释

1.“226”共富模式:石滩县在发展火龙果产业中形成的利益联结机制。
`,
  { place: '南岭省', aliases: ['南岭'] },
)
const assistant = assistantOver([report])
const ask = async (question: string) => (await assistant.ask(question)).reply

describe('what points at a thing', () => {
  it.each([
    ['去年那名“南岭工匠”叫什么名字', '李青禾'],
    ['去年组建的那三家省属集团是哪几家', '省林业集团、省水务集团、省种业集团'],
  ])('is no word of the matter: %s', async (question, answer) => {
    expect((await ask(question)).answer).toContain(answer)
  })
})

describe('where something is', () => {
  it.each([
    ['粤桂协作产业园建在哪个地方', '平南'],
    ['从青河拉出去的特高压通到哪里', '合肥'],
    ['头一条沙海滑翔线路是在哪儿推出的', '敦煌'],
  ])(
    'is told by a place in brackets, behind what leads there, or in front of the verb: %s',
    async (question, place) => {
      expect((await ask(question)).answer).toContain(place)
    },
  )

  it('is told by no sentence that has but a place in common with the question', async () => {
    expect((await ask('从青河拉出去的煤运到哪里')).outcome).not.toBe('answered')
  })

  it('is told by no sentence without a place', async () => {
    expect((await ask('竹编工坊在哪里')).outcome).not.toBe('answered')
  })
})

describe('what is counted in one character', () => {
  it.each([
    ['南岭去年出了多少吨盐', '420万吨'],
    ['去年全省一共下了多少毫米的雨', '812毫米'],
    ['“岭上一号”在天上有几颗星了', '28颗'],
  ])('is the thing that is measured: %s', async (question, answer) => {
    expect((await ask(question)).answer).toContain(answer)
  })
})

describe('what a question leaves out', () => {
  it.each(['去年冬运会拿了几枚金牌(不算残疾人的)', '刨去残疾人冬运会,去年冬运会拿了几枚金牌'])(
    'is not answered with: %s',
    async (question) => {
      const { answer } = await ask(question)
      expect(answer).toContain('6枚')
      expect(answer).not.toContain('9枚')
    },
  )
})

describe('a clause that asks of the one before', () => {
  it.each([
    ['南岭师专听说要改名,改成什么学校', '南岭文理学院'],
    ['我妹怀上了,听说给孕妇做检查不要钱,到底是啥检查', '产前筛查'],
    ['今年HPV疫苗给女娃免费打,打的是国产的还是进口的', '国产'],
  ])('takes its thing along: %s', async (question, answer) => {
    expect((await ask(question)).answer).toContain(answer)
  })
})

describe('amounts', () => {
  it('of one of many are asked for without 每', async () => {
    expect((await ask('建一个便民服务点,省里给补多少钱')).answer).toContain('6万元')
  })

  it('written in a name count what stands behind them', async () => {
    expect((await ask('电子证照信息要几个部门一起共享')).answer).toContain('十二部门')
  })

  it('of growth over five years stand in the review of them', async () => {
    expect((await ask('稀土产量这五年涨了百分之多少')).answer).toContain('41%')
    expect((await ask('新型储能装机五年增长了多少')).answer).toContain('260%')
  })

  it('of growth over one year are no growth over five', async () => {
    expect((await ask('粮食产量这五年增长了百分之多少')).outcome).not.toBe('answered')
  })
})

describe('a number in quotation marks', () => {
  it('is a name, whatever stands behind it', async () => {
    expect((await ask('石滩那个“226”分钱的法子靠的是什么水果')).answer).toContain('火龙果')
  })
})

describe('citizens words for what reports do', () => {
  it.each([
    ['断了二十多年又重新流水的是哪个泉', '玉带泉'],
    ['能看病又能养老的机构有多少家了', '87家'],
    ['今年社区里要新开多少家小型养老院', '45个'],
    ['竹编想做成什么样的招牌', '非遗名片'],
  ])('%s', async (question, answer) => {
    expect((await ask(question)).answer).toContain(answer)
  })
})

describe('citizens words for what grew, fell and was signed', () => {
  const district = assistantOver([
    reportOf(
      'xilin-2031',
      `西林区2030年国民经济和社会发展计划执行情况与2031年计划草案的报告

西林区发展和改革委员会主任  周  南

一、2030年计划执行情况

外贸进出口预计增长6%左右。在册经营主体41200户,2030年净增经营主体3800户。新签约项目23个,总投资额188亿元。引进市妇幼西林院区。

二、2031年预期目标

外贸进出口增长5%左右。
`,
      { place: '西林区' },
    ),
  ])

  it.each([
    ['去年新增了多少户经营主体', '3800户'],
    ['一年里多出来好多户做生意的', '3800户'],
    ['新签约的项目一共值多少亿', '188亿元'],
    ['去年引进了哪家医院的分院', '市妇幼西林院区'],
    ['这份报告署的是谁的名字', '周南'],
  ])('%s', async (question, answer) => {
    const [reply] = await converse(district, [question])
    expect(reply!.answer).toContain(answer)
  })

  it('ask whether a target was set higher or lower than what came of the year before', async () => {
    const [reply] = await converse(district, ['外贸2031年目标跟2030年预计的比是升了还是降了'])
    expect(printed(reply!)).toEqual(['5%', '6%'])
  })
})
