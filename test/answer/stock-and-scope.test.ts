import { describe, expect, it } from 'vitest'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver } from '../fixtures/small-assistant.js'

const report = reportOf(
  'linshui-2031',
  `临水市2031年国民经济和社会发展情况与2032年预算草案的报告

一、2031年执行情况

(一)产业和民生

新增风电装机38万千瓦,风电装机总量达到412万千瓦。物流企业总部、设计中心分别新增14家和6家,累计分别达到83家和27家。新增公共充电桩2600个。全社会固定资产投资完成518亿元,工业固定资产投资完成173亿元。固定资产在建项目640个,计划总投资1290亿元。二手房交易面积96.3万平方米,下降1.8%。最低工资标准平均提高12.6%。城乡居民最低生活保障标准提高到980元/月。基层医疗卫生人均补助标准从70元提高到82元。

全年发生生产安全事故41起,下降6%,死亡23人,下降8%。亿元生产总值生产安全事故死亡人数0.02人。1.6万人(不含开发区)享受农村最低生活保障。今年将建设筹措3万套(间)保障性租赁住房。高铁运营里程286公里。

(二)一般公共预算

全市一般公共预算支出完成402亿元,增长3%。

市级一般公共预算收入完成51亿元,增长2%。一般公共预算支出97亿元,下降1%。

(三)社会保险基金预算

市级社会保险基金收入完成44亿元,支出39亿元。上年结余18亿元,年末滚存结余23亿元。

二、2032年预算草案

全市一般公共预算支出安排420亿元。市级一般公共预算支出安排101亿元。

附件 市辖管理区2031年预算执行情况

一、云湖旅游度假区

地方一般公共预算收入完成8300万元。
`,
  { place: '临水市', aliases: ['临水'] },
)
const assistant = assistantOver([report])
const ask = async (question: string) => (await assistant.ask(question)).reply

async function expectAnswer(question: string, said: readonly string[], unsaid: readonly string[] = []) {
  const { outcome, answer } = await ask(question)
  expect(outcome).toBe('answered')
  for (const text of said) expect(answer).toContain(text)
  for (const text of unsaid) expect(answer).not.toContain(text)
}

describe('what there is', () => {
  it.each([
    ['风电装机总量达到多少', '412万千瓦', '38万千瓦'],
    ['物流企业总部总共多少家', '83家', '14家'],
    ['新增风电装机多少', '38万千瓦', '412万千瓦'],
  ])('%s is told from what was added', (question, said, unsaid) => expectAnswer(question, [said], [unsaid]))

  it('is not answered with what was added', async () => {
    expect((await ask('公共充电桩现在有多少个')).outcome).not.toBe('answered')
  })
})

describe('an account', () => {
  it.each([
    ['2031年市级一般公共预算支出多少', '97亿元', '402亿元'],
    ['2032年市级一般公共预算支出安排了多少', '101亿元', '420亿元'],
    ['2031年全市一般公共预算支出多少', '402亿元', '97亿元'],
    ['市级社保基金年底攒了多少', '23亿元', '18亿元'],
    ['云湖旅游度假区一般公共预算收入多少', '8300万元', '51亿元'],
  ])('%s is that of the place asked', (question, said, unsaid) => expectAnswer(question, [said], [unsaid]))

  it('of a zone says whose it is, and is not that of the whole place', async () => {
    expect((await ask('云湖旅游度假区一般公共预算收入多少')).answer).toContain('云湖旅游度假区')
    expect((await ask('临水市2031年一般公共预算收入多少')).answer).not.toContain('8300万元')
  })
})

describe('what is measured', () => {
  it.each([
    ['固定资产投资完成了多少', '518亿元', '173亿元'],
    ['去年安全事故死了几个人', '23人', '0.02人'],
    ['农村吃低保的有几万人', '1.6万人', '980'],
    ['低保每个月给多少钱', '980元', '1.6万'],
    ['最低工资涨了几成', '12.6%', '980'],
    ['今年能筹措多少套保租房', '3万套', '2600'],
    ['二手房好卖不,去年成交面积是涨是跌', '1.8%', '8%左右'],
  ])('%s', (question, said, unsaid) => expectAnswer(question, [said], [unsaid]))

  it('is nothing whose words only stand far apart in another measure', async () => {
    const { answer } = await ask('固定资产投资计划完成多少亿')
    expect(answer).not.toContain('1290亿元')
  })

  it('is told before and after where both are asked', () =>
    expectAnswer('基层医疗卫生人均补助从多少提到多少', ['70元', '82元']))

  it('is corrected where the question has another number with its unit', () =>
    expectAnswer('听说高铁里程才2000公里?', ['286公里'], ['2000公里']))
})
