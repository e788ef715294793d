import { describe, expect, it } from 'vitest'
import { messages } from '../../src/messages.js'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver, converse, printed } from '../fixtures/small-assistant.js'

const report = reportOf(
  'yunmen-2031',
  `云门区2030年国民经济和社会发展计划执行情况与2031年国民经济和社会发展计划草案的报告

一、2030年计划执行情况

地区生产总值增长6.2%。规上服务业营业收入增长9%左右。固定资产投资增长10%。

(一)促消费。星河天街盛大开业。为31家规上服务业企业兑付资金64万元。

(二)抓项目。坚持每季度开展项目集中开工活动,推动投资30亿元的江州鼎骏服装智慧工厂、投资28亿元的泰禾新型服装创新产业园早落地。全年新引进项目57个,总投资额331亿元。升级“政企连心桥”服务平台,实现惠企政策的精准查询。

(三)惠民生。按照每个社会工作服务站15万元的标准,落实社会工作服务站建设资金120万元。打通断头路7条。云锦渠流域6条水系全面完成综合整治。望山河水质持续好转。松涛学校、白鹭小学正式投入使用,新增学位900个。持续开展打击社会保险领域违规领取、欺诈骗保专项行动。开展婚事新办试点和遏制天价彩礼工作。

二、2031年预期目标

地区生产总值增长7%左右;

固定资产投资增长9%左右;

规上工业增加值增长8.5%左右。

三、2031年主要任务

以“2+3+N”产业体系为着力点,推动产业发展。2031年是云门区乘势而上的关键之年。合理布局建设停车场、公厕。完成装配式建筑面积150万平方米。认定科技型企业40家。
`,
  { place: '江州市云门区', aliases: ['云门'] },
)
const assistant = assistantOver([report])

async function ask(question: string) {
  return (await assistant.ask(question)).reply
}

describe('one measure asked at two times', () => {
  it.each([
    ['固定资产投资2030年的增速和2031年的预期目标各是多少', ['10%', '9%']],
    ['地区生产总值去年增长多少,今年目标又是多少', ['6.2%', '7%']],
  ])('is answered for each: “%s”', async (question, said) => {
    const { outcome, answer } = await ask(question)
    expect(outcome).toBe('answered')
    for (const part of said) expect(answer).toContain(part)
  })

  it('is not compared where the times have different things', async () => {
    const { answer } = await ask('服装智慧工厂2030年的投资和2031年的认定家数哪个大')
    expect(answer).not.toContain('40家')
  })
})

describe('one of many', () => {
  it.each(['每个社会工作服务站给多少建设资金', '一个社工站多少建设资金'])(
    'has a figure of its own: “%s”',
    async (question) => {
      const { answer } = await ask(question)
      expect(answer).toContain('15万元')
      expect(answer).not.toContain('120万元')
    },
  )
})

describe('a name', () => {
  it('is asked for by what it names', async () => {
    expect((await ask('去年新开的那个大商场叫什么来着')).answer).toContain('星河天街')
    expect((await ask('2031年产业发展围绕哪个产业体系')).answer).toContain('2+3+N')
  })

  it('lends its figure to no other', async () => {
    const { answer } = await ask('鼎骏那个服装厂投资多少')
    expect(answer).toContain('30亿元')
    expect(answer).not.toContain('28亿元')
  })

  it('of a water that the story tells of is the one spoken of', async () => {
    expect((await ask('云锦渠那边以前臭得很,现在治好了没')).answer).toContain('6条水系')
  })

  it.each(['南坪镇去年打通了几条断头路', '松涛学校在哪条路上'])(
    'that the sentence lacks is not answered for: “%s”',
    async (question) => {
      expect((await ask(question)).outcome).not.toBe('answered')
    },
  )
})

describe('a wrong number taken for granted', () => {
  it.each(['全年新引进75个项目,总投资多少来着', '新引进项目75个,总投资331亿,我没记错吧'])(
    'beside the one asked for is put right: “%s”',
    async (question) => {
      const { answer, text } = await ask(question)
      expect(text).toContain(messages.answer.premiseCorrected)
      expect(answer).toContain('57个')
      expect(answer).toContain('331亿元')
    },
  )

  it.each(['去年固定资产投资增长了15%,主要靠哪几个项目拉动', '规上服务业营收去年增长12%,是谁带动的'])(
    'is denied where the report does not say what is asked: “%s”',
    async (question) => {
      const { answer, text } = await ask(question)
      expect(text).toContain(messages.answer.premiseCorrected)
      expect(answer).toMatch(/固定资产投资增长10%|营业收入增长9%/)
    },
  )

  it.each(['去年固定资产投资增长了10%,主要靠哪几个项目拉动', '固定资产投资有15%,主要靠哪几个项目拉动'])(
    'is not where it is right, or of another kind: “%s”',
    async (question) => {
      expect((await ask(question)).text).not.toContain(messages.answer.premiseCorrected)
    },
  )

  it('in the story only is no number asked for', async () => {
    expect((await ask('女方要彩礼二十几万,愁死了,区里有什么动作没')).answer).toContain('婚事新办')
  })
})

describe('what is told by the way', () => {
  it('gives no time to a question that the report answers for another', async () => {
    expect((await ask('孩子明年要上小学了,新开了哪几所学校')).answer).toContain('松涛学校、白鹭小学')
  })

  it.each([
    ['停车位抢破头,上个厕所都找不到,今年会多建点不', '停车场、公厕'],
    ['有人死了还在领养老金这种骗钱的,有人抓吗', '欺诈骗保'],
    ['我开了个小厂,想晓得能享受哪些补贴政策,去哪查', '政企连心桥'],
  ])('leads to what is asked: “%s”', async (question, said) => {
    expect((await ask(question)).answer).toContain(said)
  })
})

describe('a time asked for', () => {
  it('is no season in which something is done each time', async () => {
    expect((await ask('泰禾产业园哪一年能建成投产')).outcome).not.toBe('answered')
  })

  it('may be how often', async () => {
    expect((await ask('项目集中开工活动多久搞一次')).answer).toContain('每季度')
  })

  it('may be what kind of year it is', async () => {
    expect((await ask('2031年是个什么样的年份')).answer).toContain('关键之年')
  })
})

describe('how to get a thing', () => {
  it('is not told by how many there are', async () => {
    expect((await ask('停车场怎么申请,要带什么材料')).outcome).not.toBe('answered')
    expect((await ask('社会工作服务站怎么报名')).outcome).not.toBe('answered')
  })
})

describe('a follow-up', () => {
  it('means the measure asked for last', async () => {
    const turns = ['2030年经济增长多少', '固定资产投资2031年的目标呢', '那2030年它增长了多少']
    expect(printed((await converse(assistant, turns)).at(-1)!)).toEqual(['10%'])
  })

  it('is no typo', async () => {
    const turns = ['社会工作服务站一共落实了多少钱', '每个站多少']
    expect(printed((await converse(assistant, turns)).at(-1)!)).toEqual(['15万元'])
  })
})

describe('a measure', () => {
  it.each([
    ['规上服务业企业2030年营收增长情况', '9%'],
    ['今年装配式的房子要盖够多少面积', '150万平方米'],
  ])('is heard in “%s”', async (question, said) => {
    expect((await ask(question)).answer).toContain(said)
  })
})
