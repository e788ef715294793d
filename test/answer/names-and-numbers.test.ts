import { describe, expect, it } from 'vitest'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver } from '../fixtures/small-assistant.js'

const report = reportOf(
  'yunhe-2032',
  `云禾市2032年政府工作报告

一、2031年工作回顾

开通“12399”青少年心理援助热线。市政务服务热线全年受理诉求8.6万件。全市建成供水厂9座,总供水能力64.5万吨/日。沿江大道日均车流量达3.2万辆次。首颗遥感卫星“云禾一号”在文昌成功发射。与冰湖、白川两国企业签署自由贸易协定配套合同。完成造林4300公顷。棉花总产37.6万吨。地方财政收入迈上80亿元台阶,达到81.7亿元。羊出栏52万只。全市在册民宿3840家,2031年净增民宿610家。北山草原入选全国摄影目的地,周湖遗址入选世界考古新发现,云禾师专更名为云禾师范学院。全域首个数据中心在青屏建成投用。担保机构全年代偿2.4亿元。

二、2032年工作安排

着力解决好“两个十万人”问题,促进农业转移人口落户城镇,改造城镇棚户区和城中村,引导农民就近就业。落实“米袋子”负责制,保证种植面积,提高粮食单产,增加储备。用三年时间基本解决拖欠工程款问题。办好国际龙舟公开赛、国际山地马拉松等赛事。营造未来林地公园。城乡低保标准提高到不低于720元/月和490元/月。

名词解释

1.双百行动:新建百座口袋公园,改造百条背街小巷。

2.三条走廊:

滨江生态走廊、环湖文化走廊、山前产业走廊。
`,
  { place: '云禾市', aliases: ['云禾'] },
)
const assistant = assistantOver([report])
const ask = async (question: string) => (await assistant.ask(question)).reply

describe('what stands in quotation marks is one word', () => {
  it.each([
    ['两个十万人说的是哪两件事', '落户城镇'],
    ['米袋子具体要做到哪几条', '提高粮食单产'],
  ])('“%s”', async (question, said) => {
    const { outcome, answer } = await ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toContain(said)
  })
})

describe('a number to call', () => {
  it.each(['孩子心里难受,心理热线打几号', '心理援助热线号码是多少', '青少年心理热线是几号来着'])(
    'is no day and no figure: “%s”',
    async (question) => {
      const { outcome, answer } = await ask(question)
      expect(outcome).toBe('answered')
      expect(answer).toContain('12399')
    },
  )

  it('is not another line’s', async () => {
    expect((await ask('供水热线打几号')).answer).not.toContain('12399')
  })
})

describe('what is asked of a day', () => {
  it.each([
    ['供水厂一天能供多少吨水', '64.5万吨'],
    ['沿江大道一天平均过多少车', '3.2万辆次'],
  ])('is told by a figure of each day: “%s”', async (question, said) => {
    expect((await ask(question)).answer).toContain(said)
  })
})

describe('where and when', () => {
  it.each([
    ['遥感卫星在哪里发射的', '文昌'],
    ['拖欠工程款几年里头能解决', '三年'],
    ['云禾今年办哪几个国际大赛', '国际龙舟公开赛'],
    ['一共造了多少林', '4300公顷'],
    ['担保机构代偿金额是多少', '2.4亿元'],
  ])('“%s”', async (question, said) => {
    const { outcome, answer } = await ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toContain(said)
  })

  it('a day is still a day', async () => {
    expect((await ask('遥感卫星是几号发射的')).outcome).not.toBe('answered')
  })
})

describe('what a glossary explains', () => {
  it.each([
    ['落实的双百行动是什么', '背街小巷'],
    ['云禾要建的三条走廊是哪三条', '环湖文化走廊'],
  ])('is answered by its entry: “%s”', async (question, said) => {
    const { outcome, answer } = await ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toContain(said)
  })
})

describe('what is called in more ways than one', () => {
  it.each([
    ['棉花总产量多少吨', '37.6万吨'],
    ['棉花产量是多少', '37.6万吨'],
    ['地方财政收入到多少亿了', '81.7亿元'],
    ['出栏了多少只羊', '52万只'],
    ['奶奶在乡里吃低保,一个月能领好多钱', '490元'],
    ['头一个数据中心建在哪儿', '青屏'],
  ])('“%s”', async (question, said) => {
    const { outcome, answer } = await ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toContain(said)
  })

  it('counts no other thing', async () => {
    expect((await ask('出栏了多少头牛')).outcome).not.toBe('answered')
  })
})

describe('one of several told of in a sentence', () => {
  it.each([
    ['去年哪个遗址入选了世界考古新发现', '周湖遗址入选世界考古新发现'],
    ['师专改名了,现在叫什么', '云禾师专更名为云禾师范学院'],
    ['哪个地方入选了全国摄影目的地', '北山草原入选全国摄影目的地'],
  ])('is quoted by itself: “%s”', async (question, said) => {
    const { outcome, answer } = await ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toBe(`${said}。[1]`)
  })
})

describe('how many more there are', () => {
  it.each(['民宿去年增加了多少家', '民宿多了几家', '去年净增民宿多少家'])('is no stock: “%s”', async (question) => {
    const { outcome, answer } = await ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toContain('610家')
  })

  it('and the stock no addition', async () => {
    expect((await ask('现在有多少家民宿')).answer).toContain('3840家')
  })
})
