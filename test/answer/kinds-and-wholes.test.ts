import { describe, expect, it } from 'vitest'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver } from '../fixtures/small-assistant.js'

const report = reportOf(
  'baisha-2031',
  `白沙市2031年国民经济和社会发展统计公报

一、农业

全年水产品总产量48.2万吨,增长3.1%。其中,海水产品产量41.5万吨,增长3.6%;淡水产品产量6.7万吨,增长0.4%。

二、人民生活

全年共发放城市特困供养金830万元,农村特困供养金2170万元,农村危房改造补助940万元。

三、财政

全年税收收入88亿元,其中车船税2.6亿元。全年推动降息63笔,节约利息1.7亿元。

四、社会保险

年末失业保险基金运行平稳。失业保险基金收入3.2亿元,支出2.4亿元,当年收支结余0.8亿元,加上上年结余5.1亿元,年末滚存结余5.9亿元。

附件

2031年市级社会保险基金收支总表

单位:亿元

项目\t合计\t工伤保险基金
一、本年支出\t19.6\t4.7
1.工伤待遇支出\t15.1\t4.1
2.其他支出\t4.5\t0.6

附件2

2031年市级一般公共预算支出总表

单位:亿元

项目\t2030年决算数\t2031年执行数\t增长%
一、公园维护支出\t8.4\t7.9\t-5.95%
二、债务付息支出\t9.1\t9.3\t2.20%
`,
  { place: '白沙市', aliases: ['白沙'] },
)
const assistant = assistantOver([report])
const answerTo = async (question: string) => (await assistant.ask(question)).reply.answer

describe('a kind', () => {
  it.each([
    ['2031年发给农村特困供养金多少钱', '2170万元', '830'],
    ['2031年城里的特困供养金发了多少', '830万元', '2170'],
    ['失业保险基金2031年当年结余多少', '0.8亿元', '5.9'],
    ['失业保险基金到2031年底累计结余多少', '5.9亿元', '0.8'],
  ])('is not told its opposite: “%s”', async (question, said, opposite) => {
    const answer = await answerTo(question)
    expect(answer).toContain(said)
    expect(answer).not.toContain(opposite)
  })
})

describe('a whole', () => {
  it.each([
    ['2031年水产品产量多少', '48.2万吨'],
    ['2031年市级工伤保险基金支出多少', '4.7亿元'],
  ])('is told before its parts: “%s”', async (question, said) => {
    expect(await answerTo(question)).toContain(said)
  })

  it.each([
    ['2031年淡水产品产量多少', '6.7万吨'],
    ['2031年市级工伤保险基金工伤待遇支出多少', '4.1亿元'],
  ])('gives way to the part that is asked for: “%s”', async (question, said) => {
    expect(await answerTo(question)).toContain(said)
  })
})

describe('a change asked for as an amount', () => {
  it('is told with the amounts of both years where the row has them', async () => {
    const answer = await answerTo('市级公园维护支出2031年比2030年少了多少')
    for (const said of ['8.4亿元', '7.9亿元', '0.5亿元', '5.95%']) expect(answer).toContain(said)
  })

  it('is told as a rate alone where a rate is asked for', async () => {
    expect(await answerTo('市级公园维护支出2031年比2030年少了百分之多少')).not.toContain('8.4')
  })
})

describe('money saved', () => {
  it('is not what was paid', async () => {
    const answer = await answerTo('2031年全年能省多少利息')
    expect(answer).toContain('1.7亿元')
    expect(answer).not.toContain('9.3')
  })
})

describe('a tax by its name', () => {
  it('is not all taxes', async () => {
    const answer = await answerTo('2031年车船税收了多少')
    expect(answer).toContain('2.6亿元')
    expect(answer).not.toContain('88亿元')
  })
})

describe('names asked for', () => {
  it('are not given by the number of an item', async () => {
    expect(await answerTo('2031年市级公园维护支出建了哪些公园')).not.toMatch(/一、公园维护支出/)
  })
})
