import { describe, expect, it } from 'vitest'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver } from '../fixtures/small-assistant.js'

const report = reportOf(
  'meixi-2031',
  `梅溪县2030年政府工作情况与2031年工作安排的报告

一、2030年工作回顾

8件惠民好事全部办结。2030年新增政府债券35000万元，用于以下3个工程：

①梅溪大桥加固工程12000万元；

②城西水厂改造工程9000万元；

③县中医院门诊楼14000万元。

其余资金结转使用。

二、2031年工作安排

我们将继续办好5件惠民好事。一是新建便民食堂7家。二是改造路灯900盏。建成后由镇里管护。三是添置校车26辆。四是修缮古桥2座。五是培训绣娘400人。

加快推进项目建设。

附件：2031年重点监管事项（共3项）

1. 农贸市场食品抽检。责任单位：县市场监管局

2. 电动自行车充电。责任单位：县消防救援大队

3. 建筑工地扬尘。责任单位：县住建局
`,
  { place: '梅溪县', aliases: ['梅溪'] },
)
const assistant = assistantOver([report])
const ask = async (question: string) => (await assistant.ask(question)).reply

describe('a list behind its lead', () => {
  it('is the answer, item by item, each with its source', async () => {
    const { answer, citations } = await ask('去年的政府债券用到哪3个工程上了')
    expect(answer).toContain('梅溪大桥加固工程12000万元')
    expect(answer).toContain('县中医院门诊楼14000万元')
    expect(answer).not.toMatch(/[①②③]|其余资金/)
    expect(citations.map(({ sentence }) => sentence)).toContain('②城西水厂改造工程9000万元；')
  })

  it('is told where the lead ends in the number of its items, without what an item goes on to say', async () => {
    const { answer } = await ask('今年的惠民好事都有哪些')
    for (const item of ['便民食堂7家', '路灯900盏', '校车26辆', '古桥2座', '绣娘400人']) expect(answer).toContain(item)
    expect(answer).not.toContain('管护')
    expect(answer).not.toContain('加快推进')
  })

  it('may stand below a heading', async () => {
    const { answer } = await ask('今年的重点监管事项是哪3项')
    for (const item of ['农贸市场食品抽检', '电动自行车充电', '建筑工地扬尘']) expect(answer).toContain(item)
  })
})
