import { describe, expect, it } from 'vitest'
import { parseReport } from '../../src/report/parse-report.js'
import { noSidecar } from '../../src/report/sidecar.js'
import { assistantOver } from '../fixtures/small-assistant.js'

const report = parseReport({
  id: 'lanwan-work',
  file: '/corpus/lanwan-work.txt',
  format: 'text',
  text: `2031年蓝湾区政府工作报告

一、2030年工作回顾

城镇居民人均可支配收入4.1万元,恩格尔系数为28.1%;农村居民人均可支配收入2.2万元,恩格尔系数为31.6%。区图书馆由文旅集团建设。

省级转贷我区新增专项债券9.6亿元,用于滨河学校2.4亿元、园区道路3.1亿元、污水厂4.1亿元。

表1 2030年教育基本情况
类别	学校数(所)	在校学生(人)	专任教师(人)
普通中学	21	30400	2610
职业学校	6	9100	640

表2 2030年主要产品产量
产品名称	单位	产量	比上年增长(%)
石英石	万吨	44.6	-9.3
葡萄酒	千升	820	6.4

二、2031年重点工作

扩种油菜6万亩,油菜面积达到31万亩。蓝湾至云口公路改造,总投资12亿元,年内完成投资5亿元;青崖水厂,4月开工建设;南岸客运站,9月底前投入使用。“云谷观光车”线路8公里,6月试运营。区领导每月第二个星期四在12345平台接听群众来电。

附件:2031年为民办实事项目

1. 新建社区健身房12个。责任单位:区文旅局

2. 既有住宅加装电梯35部。责任单位:区住建局

3. 改造农村公厕40座。责任单位:区农业农村局

4. 更新老旧消防栓300个。责任单位:区住建局
`,
  sidecar: { ...noSidecar, place: '蓝湾区' },
})
const assistant = assistantOver([report])
const ask = async (question: string) => (await assistant.ask(question)).reply

describe('who is in charge', () => {
  it.each([
    ['社区健身房归哪个局管?', '区文旅局'],
    ['农村公厕改造谁牵头?', '区农业农村局'],
    ['加装电梯的责任单位是谁?', '区住建局'],
    ['图书馆是由谁建的?', '文旅集团'],
  ])('answers “%s” with the office, behind the item or in the sentence', async (question, office) => {
    const { answer, outcome } = await ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toContain(office)
  })

  it('tells what an office is in charge of', async () => {
    const { answer } = await ask('区住建局负责哪些项目?')
    expect(answer).toContain('加装电梯35部')
    expect(answer).toContain('消防栓300个')
  })

  it('names no office where none is named', async () => {
    expect((await ask('南岸客运站是哪个单位负责的?')).outcome).not.toBe('answered')
  })
})

describe('when something is done', () => {
  it.each([
    ['南岸客运站哪天投用?', '9月底前'],
    ['青崖水厂什么时候动工?', '4月'],
    ['听说能坐观光车了,啥时候能坐上?', '6月'],
    ['区领导周几接电话?', '星期四'],
  ])('tells for “%s” the time of what is asked', async (question, time) => {
    expect((await ask(question)).answer).toContain(time)
  })

  it.each(['蓝湾到云口那条公路改造哪年完工?', '青崖水厂什么时候建成?', '南岸客运站哪天开工?'])(
    'has no time for “%s”: another step of it is told',
    async (question) => {
      expect((await ask(question)).outcome).not.toBe('answered')
    },
  )
})

describe('what is done', () => {
  it('answers nothing of a thing that the report does not have', async () => {
    expect((await ask('地铁几号线建成')).outcome).not.toBe('answered')
  })
})

describe('whose number it is', () => {
  it.each([
    ['职业学校老师一共多少人?', ['640人']],
    ['职业学校有多少学生?', ['9100人']],
    ['职业学校有几所?', ['6所']],
    ['石英石产量跌了多少?', ['下降9.3%']],
    ['葡萄酒产量涨了多少?', ['增长6.4%']],
    ['恩格尔系数城里高还是农村高?', ['28.1%', '31.6%']],
    ['滨河学校分到多少专项债?', ['2.4亿元']],
    ['园区要修路,专项债给了它多少?', ['3.1亿元']],
    ['新增专项债券一共多少?', ['9.6亿元']],
    ['油菜要种到多少亩?', ['31万亩']],
    ['油菜要扩种多少亩?', ['6万亩']],
    ['今年老楼要装几部电梯?', ['35部']],
  ])('answers “%s” with %j', async (question, figures) => {
    const { answer } = await ask(question)
    for (const figure of figures) expect(answer).toContain(figure)
  })
})
