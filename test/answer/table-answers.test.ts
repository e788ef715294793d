import { describe, expect, it } from 'vitest'
import { createAssistant } from '../../src/answer/create-assistant.js'
import { createGate } from '../../src/gate/create-gate.js'
import { parseReport } from '../../src/report/parse-report.js'
import { noSidecar } from '../../src/report/sidecar.js'
import { assistantOver } from '../fixtures/small-assistant.js'

const BUDGET = `柳溪县2023年预算执行情况和2024年预算草案的报告

一、2023年预算执行情况

全县财政运行平稳。

附件1

2024年县级一般公共预算收支草案

单位:亿元

预算科目\t2023年预计数\t2024年预算数\t增长%
一、教育支出\t12.4\t13.1\t5.65%
二、交通运输支出\t3.2\t2.8\t-12.50%

附件2

2024年县级社会保险基金预算收支草案

单位:万元

项目\t合计\t职工基本医疗保险基金\t城乡居民基本医疗保险基金
1.保险费收入\t8120\t5030\t3090
`

const report = parseReport({ id: 'liuxi', file: '/liuxi.txt', text: BUDGET, format: 'text', sidecar: noSidecar })
const gate = createGate([report])
const assistant = createAssistant({
  reports: [report],
  gate,
  dense: async () => new Map(),
  status: { vectorIndex: 'exact', embeddingModel: '-', notices: [] },
})
const answerTo = async (question: string) => (await assistant.ask(question)).reply

describe('a figure of a table', () => {
  it.each([
    ['2024年教育支出预算数是多少?', '2024年县级教育支出预算数13.1亿元。[1]'],
    ['2023年教育支出预计数是多少?', '2023年县级教育支出预计数12.4亿元。[1]'],
    ['2024年交通运输支出增长多少?', '2024年县级交通运输支出目标下降12.50%。[1]'],
    ['城乡居民基本医疗保险基金保险费收入是多少?', '2024年县级城乡居民基本医疗保险基金保险费收入目标3090万元。[1]'],
  ])('%s is said with label, column and unit', async (question, answer) => {
    const reply = await answerTo(question)
    expect(reply.answer).toContain(answer)
    expect(reply.answer).not.toContain('\t')
    expect(gate.checkReply(reply).ok).toBe(true)
  })

  it('is bound to the cell that it stands in', async () => {
    const { figures } = await answerTo('2024年教育支出预算数是多少?')
    expect(figures[0]).toMatchObject({ text: '13.1', value: 13.1, unit: '亿元', period: '2024', status: 'target' })
  })
})

describe('the gate on a draft about a table', () => {
  it.each([
    ['2024年县级教育支出预算数13.1亿元。', true],
    ['2024年县级教育支出预算数13.1万元。', false],
    ['2024年县级教育支出预算数12.4亿元。', false],
    ['2024年县级交通运输支出预算数13.1亿元。', false],
    ['2023年县级教育支出预计数12.4亿元。', true],
  ])('judges “%s” by the unit and the time in its head: %s', (draft, ok) => {
    expect(gate.checkText(draft).ok).toBe(ok)
  })
})

const BULLETIN = `柳溪县2023年国民经济和社会发展统计公报

一、综合

年末全县常住人口52.6万人。

表1 2023年年末常住人口数及其构成

指标\t年末数(万人)\t比重(%)
全县常住人口\t52.6\t100.0
其中:0-15岁\t9.4\t17.9
60周岁及以上\t8.1\t15.4
`

describe('a class of ages in a table', () => {
  it('is said with its ages, which are no date', async () => {
    const bulletin = parseReport({ id: 'liuxi-b', file: '/b.txt', text: BULLETIN, format: 'text', sidecar: noSidecar })
    const { reply } = await assistantOver([bulletin]).ask('表里0到15岁的人有多少万')
    expect(reply.answer).toContain('2023年0-15岁人口9.4万人')
  })
})
