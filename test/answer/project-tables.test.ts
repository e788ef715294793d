import { describe, expect, it } from 'vitest'
import { createGate } from '../../src/gate/create-gate.js'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver } from '../fixtures/small-assistant.js'

const report = reportOf(
  'lanshan-2031',
  `岚山县2030年国民经济和社会发展计划执行情况与2031年计划草案的报告

一、2030年计划执行情况

全县经济平稳运行。

二、2031年主要目标

推进岚河大桥、县体育馆等项目建设。

附件1

2031年主要指标计划表

指标名称\t单位\t2030年计划增速\t2030年实际增速\t2031年计划增速
服务业增加值\t%\t6\t5.7\t6.5左右
社会消费品零售总额\t%\t7\t7.4\t7

附件2

2030年县对乡镇补助情况表

单位:万元

乡镇\t一般补助资金\t专项补助资金\t合计
青田乡\t410\t120\t530
白石镇\t620\t75\t695
合计\t1030\t195\t1225

附件3

2031年县级重点项目表

单位:亿元

项目名称\t主要建设内容\t建设年限\t总投资\t2031年计划投资\t责任单位
岚河大桥\t桥长486米，双向四车道\t2030-2032\t2.75\t0.80\t县交通运输局
县体育馆\t建筑面积1.8万平方米，座位3200个\t2031\t1.64\t0.55\t县文旅局
`,
  { place: '岚山县', aliases: ['岚山'] },
)
const gate = createGate([report])
const assistant = assistantOver([report])
const ask = async (question: string) => (await assistant.ask(question)).reply

describe('a table of projects', () => {
  it.each([
    ['岚河大桥总共要投多少钱', '岚河大桥总投资2.75亿元'],
    ['岚河大桥今年计划投资多少', '岚河大桥投资目标0.80亿元'],
    ['岚河大桥有多少米长', '岚河大桥桥长486米'],
    ['体育馆归哪个部门管', '县体育馆责任单位:县文旅局'],
    ['岚河大桥工期是哪几年', '岚河大桥建设年限:2030-2032'],
    ['体育馆主要建设内容是什么', '县体育馆主要建设内容:建筑面积1.8万平方米'],
  ])('%s is told by its row', async (question, answer) => {
    const reply = await ask(question)
    expect(reply.answer).toContain(answer)
    expect(gate.checkReply(reply).ok).toBe(true)
  })
})

describe('a column', () => {
  it('that sums up the others is of what they share', async () => {
    expect((await ask('青田乡去年补助资金合计多少')).answer).toContain('青田乡补助资金合计530万元')
    expect((await ask('白石镇去年拿到多少补助资金')).answer).toContain('695万元')
    expect((await ask('白石镇专项补助资金多少')).answer).toContain('75万元')
  })

  it('of what is planned holds aims, with what is said behind the number', () => {
    const rates = report.figures.filter(({ indicator }) => indicator === '服务业增加值')
    expect(rates.map(({ value, period, status, qualifiers }) => [value, period, status, qualifiers])).toEqual([
      [6, '2030', 'target', []],
      [5.7, '2030', 'actual', []],
      [6.5, '2031', 'target', ['左右']],
    ])
  })
})
