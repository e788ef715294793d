import { describe, expect, it } from 'vitest'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver, printed } from '../fixtures/small-assistant.js'

const report = reportOf(
  'shihe-2026',
  `关于石河县2025年预算执行情况和2026年预算草案的报告

——2026年1月12日在石河县第十九届人民代表大会第五次会议上

石河县财政局

各位代表:

一、2025年预算执行情况

年初确定的11项主要指标中,8项如期完成,建筑业总产值、进出口总额、技术合同成交额3项低于年初预期。全县生产总值318亿元,增长5.1%,高于年初目标0.1个百分点。

全县科学技术支出8200万元,增长3.4%。公务接待费360万元。2025年末全县地方政府债务余额42.6亿元,其中一般债务20.1亿元,专项债务22.5亿元。

实际利用外资2600万美元,下降18.4%。全年接待游客430万人次,增长9.2%。年降水量588毫米。

城市特困供养标准由1100元提高到1180元,农村特困由860元提高到930元。城南垃圾焚烧厂扩建完工,日处理能力达到600吨。概算评审送审额9.3亿元,审减1.4亿元。

新增专项债券2.9亿元,用于以下项目:城北水厂1.2亿元、妇幼保健院迁建0.9亿元、物流园道路0.8亿元。拨付石河三小建设资金5200万元,该校于9月开学。新增小学学位900个。持续深化与江北市清流区对口协作。石河职业学院与南岭医药共建的中药检测平台投入使用。石河半程马拉松吸引参赛选手8600人。全县养老机构21家,护理床位1430张。橙子产量3.2万吨。我县教师林青禾当选全国最美乡村教师,消防员陆远被追授“石河骄子”称号。10月底前河东商场开业运营。

二、2026年预算草案

开工建设云岭储能基地(总投资41亿元)、东湾物流港等26个项目。固定资产投资增长6%左右,技改投资增长15%以上。科学技术支出8900万元。接待游客500万人次以上。
`,
  { place: '石河县', aliases: ['石河'] },
)
const assistant = assistantOver([report])

async function ask(question: string) {
  return (await assistant.ask(question)).reply
}

describe('a county’s accounts, as citizens ask for them', () => {
  it.each([
    ['科技方面今年打算花多少', '8900万元'],
    ['去年吃喝接待用了多少钱', '360万元'],
    ['县里总共欠多少政府债', '42.6亿元'],
    ['去年下了多少雨', '588毫米'],
    ['乡下吃特困供养的标准涨到多少了', '930元'],
    ['城南垃圾焚烧厂一天能处理多少吨垃圾', '600吨'],
    ['概算评审砍下来多少钱', '1.4亿元'],
    ['第三小学建设给了多少钱', '5200万元'],
    ['三小建设给了多少钱', '5200万元'],
    ['城北水厂用了多少专项债', '1.2亿元'],
    ['今年投资打算涨几个点', '6%'],
    ['想送我爹去养老院,全县一共有多少张床', '1430张'],
    ['云岭储能基地总投资多少', '41亿元'],
    ['专项债总共拿到多少', '2.9亿元'],
    ['How much was allocated to build the No. 3 Primary School?', '5200万元'],
  ])('are found: %s', async (question, figure) => {
    const reply = await ask(question)
    expect(reply.outcome).toBe('answered')
    expect(printed(reply)).toEqual([figure])
  })

  it.each([
    ['去年哪几项指标没完成年初目标', '技术合同成交额3项低于年初预期'],
    ['河东商场啥时候开门营业', '10月底前河东商场开业运营'],
    ['对口帮咱们县的是哪个区', '江北市清流区'],
    ['中药检测平台是哪两家一块搞的', '石河职业学院与南岭医药'],
    ['专项债都用到哪些项目上了', '妇幼保健院迁建'],
  ])('are told in the report’s words: %s', async (question, words) => {
    const reply = await ask(question)
    expect(reply.outcome).toBe('answered')
    expect(reply.answer).toContain(words)
  })

  it('are quoted no further than they are asked', async () => {
    expect((await ask('当选最美乡村教师的是谁')).answer).not.toContain('陆远')
  })

  it.each([
    '七小建设给了多少钱',
    '五小新增多少学位',
    '石河马拉松来了多少外国选手',
    '东湾物流港总共投多少钱',
    '橙子今年保底收购价一斤多少',
  ])('are not another’s of its kind: %s', async (question) => {
    expect((await ask(question)).outcome).not.toBe('answered')
  })
})

describe('a number that the question takes for granted', () => {
  it.each([
    ['去年外资增长了18.4%,金额是多少', ['2600万美元', '18.4%']],
    ['去年接待游客500万人次,增长多少', ['9.2%', '430万人次']],
  ])('is put right beside what is asked: %s', async (question, figures) => {
    const reply = await ask(question)
    expect(reply.text).toContain('与报告不一致')
    expect(printed(reply)).toEqual(figures)
  })

  it('stands where the report says the same', async () => {
    const reply = await ask('去年外资下降了18.4%,金额是多少')
    expect(reply.text).not.toContain('不一致')
    expect(printed(reply)).toEqual(['2600万美元'])
  })
})
