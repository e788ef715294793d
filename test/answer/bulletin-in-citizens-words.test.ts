import { describe, expect, it } from 'vitest'
import { parseReport } from '../../src/report/parse-report.js'
import { noSidecar } from '../../src/report/sidecar.js'
import { assistantOver } from '../fixtures/small-assistant.js'

const bulletin = parseReport({
  id: 'kelan-bulletin',
  file: '/corpus/kelan-bulletin.txt',
  format: 'text',
  text: `克岚市2032年国民经济和社会发展统计公报

一、综合

全年出生人口1.26万人,死亡人口1.41万人。全年居民消费价格上涨0.4%。其中,食品烟酒类上涨0.6%,衣着类上涨1.1%,居住类下降0.3%,医疗保健类上涨0.8%。

二、金融和保险

年末金融机构本外币存款余额2105.3亿元、贷款余额1742.8亿元,较年初分别增加131.2亿元、97.4亿元。全年保险公司原保险保费收入41.6亿元,增长3.2%。赔付支出16.9亿元,增长5.1%。

三、房地产和贸易

表1 2032年商品房情况
指标	单位	绝对数	比上年增长(%)
商品房销售面积	万平方米	182.4	-11.5
年末商品房待售面积	万平方米	63.7	9.8

开通克岚至云口无人机物流航线。发放农机购置补贴1.7亿元。

四、说明

户籍人口、机动车数据来自市公安局。
`,
  sidecar: { ...noSidecar, place: '克岚市' },
})
const assistant = assistantOver([bulletin])
const ask = async (question: string) => (await assistant.ask(question)).reply

describe('what citizens call the numbers of a bulletin', () => {
  it.each([
    ['都说没人想生孩子了,去年全市到底生了多少个?', '1.26万'],
    ['看病吃药这类价格涨了多少?', '0.8%'],
    ['穿的衣服这块涨多少?', '1.1%'],
    ['保险公司一年赔出去多少钱?', '16.9亿元'],
    ['保险公司收了多少保费?', '41.6亿元'],
    ['年底还有多少商品房没卖掉?', '63.7'],
    ['商品房卖了多少平方米?', '182.4'],
    ['新房卖出去的面积缩了多少?', '11.5%'],
    ['银行贷款比年初多了多少?', '97.4亿元'],
    ['存款比年初多了多少?', '131.2亿元'],
    ['我家种了几亩田,农机补贴全市发了多少钱?', '1.7亿元'],
    ['无人机要从哪飞到哪?', '克岚至云口'],
    ['全市机动车有多少辆这个数是哪个单位报的?', '市公安局'],
  ])('answers “%s” with %s', async (question, figure) => {
    const { answer, outcome } = await ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toContain(figure)
  })

  it('tells the second of two amounts with its verb, and not the first', async () => {
    expect((await ask('银行贷款比年初多了多少?')).answer).toContain('贷款余额增加97.4亿元')
  })
})
