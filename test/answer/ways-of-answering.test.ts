import { describe, expect, it } from 'vitest'
import { messages } from '../../src/messages.js'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver, converse } from '../fixtures/small-assistant.js'

const report = reportOf(
  'danxi-2031',
  `丹溪区2030年国民经济和社会发展计划执行情况与2031年国民经济和社会发展计划草案的报告

一、2030年计划执行情况

(一)惠民生,社会保障提升

重点保障民生支出,拨付困难群众救助资金318万元、养老保险补助资金905万元、公共卫生服务资金427万元。全年个人所得税完成1.8亿元,下降12%。主要是受专项附加扣除政策影响。推进居家和社区养老服务提升行动,为210名失能老人改造住房。

(二)强产业,经济提质

申报省级示范项目12个,总投资45亿元。申报市级重点项目20个,总投资61亿元。认定科技型企业35家。城镇居民人均可支配收入41250元,增长5.1%;农村居民人均可支配收入24630元,增长6.8%。森林覆盖率由2020年的21.6%提高到25.2%。枫林商业街盛大开业。枫林小学、河湾学校正式投入使用,新增学位900个。加快12个安置房项目建设。

二、2031年主要任务

(一)聚焦产业升级。新建厂房6万平方米。认定科技型企业40家。

(二)聚焦改革创新。推进审批改革。

(三)聚焦民生福祉。持续推进居家和社区养老服务提升行动。
`,
  { place: '江州市丹溪区', aliases: ['丹溪'] },
)
const assistant = assistantOver([report])

async function ask(question: string) {
  return (await assistant.ask(question)).reply
}

describe('sums asked for one by one', () => {
  it('are answered with the sentence that announces and counts them', async () => {
    const { outcome, answer } = await ask('民生支出的钱分几笔拨的,一笔一笔讲')
    expect(outcome).toBe('answered')
    for (const sum of ['318万元', '905万元', '427万元']) expect(answer).toContain(sum)
  })
})

describe('two sides of one question', () => {
  it.each([
    ['省级示范项目跟市级重点项目,总投资谁大', ['45亿元', '61亿元', '市级重点项目总投资更多']],
    ['省级示范项目和市级重点项目,数量和总投资各是多少', ['12个', '45亿元', '20个', '61亿元']],
    ['科技型企业,去年认定的和今年打算认定的差几家', ['35家', '40家', '40家 − 35家 = 5家']],
    ['省级示范项目加上市级重点项目,总投资合起来多少', ['45亿元', '61亿元', '= 106亿元']],
  ])('are each answered by a figure of their own: “%s”', async (question, said) => {
    const { answer } = await ask(question)
    for (const part of said) expect(answer).toContain(part)
  })

  it('take no figure for the side that the report lacks', async () => {
    const { answer } = await ask('省级示范项目跟国家级示范基地,总投资谁大')
    expect(answer).not.toMatch(/61亿元|更多/)
  })

  it('ask for different figures', async () => {
    const { answer } = await ask('省级示范项目申报了几个,盘子多大')
    expect(answer).toContain('12个')
    expect(answer).toContain('45亿元')
  })

  it('do not take the plan of one time for the other', async () => {
    const { answer } = await ask('科技型企业去年认定了多少家、今年目标多少家')
    expect(answer).toContain('35家')
    expect(answer).toContain('40家')
  })
})

describe('what one asks of a thing', () => {
  it('is not the number that several have together', async () => {
    expect((await ask('枫林小学新增多少学位')).outcome).not.toBe('answered')
    expect((await ask('一共新增多少学位')).answer).toContain('900个')
  })

  it('must be written in the report', async () => {
    expect((await ask('枫林小学的校长是谁')).outcome).not.toBe('answered')
  })
})

describe('a story', () => {
  it('that has a number of the report is answered with what the report says of it', async () => {
    const { outcome, answer } = await ask('老屋早拆了,听人讲12个安置房项目去年都竣工了,怎么还没通知我们')
    expect(outcome).toBe('answered')
    expect(answer).toContain('加快12个安置房项目建设')
  })

  it('may touch on matters that no report covers', async () => {
    expect((await ask('周末想带女朋友逛街,新开业的商业街叫什么')).answer).toContain('枫林商业街')
  })

  it('that is too long to read says so', async () => {
    const { text } = await ask(`新增多少学位${',我慢慢讲给你听'.repeat(100)}`)
    expect(text).toContain(messages.answer.cut)
    expect((await ask('新增多少学位')).text).not.toContain(messages.answer.cut)
  })
})

describe('a reason', () => {
  it('is the sentence behind that gives it', async () => {
    expect((await ask('个人所得税为什么下降了')).answer).toContain('专项附加扣除政策')
  })

  it('is not made up where the report gives none', async () => {
    expect((await ask('城镇居民收入为什么涨了')).answer).not.toContain('扣除')
  })
})

describe('what goes on', () => {
  it('is answered from the year asked, after an answer about the year before', async () => {
    const replies = await converse(assistant, ['给多少名失能老人改造了住房', '今年还接着搞吗'])
    expect(replies[0]!.answer).toContain('210名')
    expect(replies[1]!.answer).toContain('持续推进居家和社区养老服务提升行动')
  })
})

describe('a comparison', () => {
  it('takes the two sides named, and one unit', async () => {
    const { answer } = await ask('城里人收入和农村人收入哪个涨得快')
    expect(answer).toContain('5.1%')
    expect(answer).toContain('6.8%')
    expect(answer).not.toContain('41250')
  })

  it('subtracts amounts where more is asked for by how much', async () => {
    expect((await ask('城镇居民收入比农村居民收入多多少')).answer).toContain('16620元')
  })
})

describe('figures and lists', () => {
  it('give the number of things along with what they cost', async () => {
    const { answer } = await ask('省级示范项目的个数和总投资')
    expect(answer).toContain('12个')
    expect(answer).toContain('45亿元')
  })

  it('prefer the report’s own year where none was asked', async () => {
    const { answer } = await ask('现在森林覆盖率多少')
    expect(answer).toContain('25.2%')
    expect(answer).not.toContain('21.6%')
  })

  it('count the tasks that a question numbers', async () => {
    expect((await ask('2031年三大任务是什么')).answer).toContain('聚焦改革创新')
  })

  it('say that a thing has come for which a time was asked', async () => {
    expect((await ask('枫林商业街还没开业,什么时候开')).answer).toContain('盛大开业')
  })
})
