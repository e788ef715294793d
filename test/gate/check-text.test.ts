import { describe, expect, it } from 'vitest'
import { createGate } from '../../src/gate/create-gate.js'
import { planReport } from './fixture.js'

const gate = createGate([planReport()])

describe('checkText', () => {
  it.each([
    '2023年地区生产总值预期增长8%左右。',
    '2023年GDP预期增长百分之八左右。',
    '二〇二三年地区生产总值预期增长8%左右。',
    '2023年要完成地区生产总值增长8%左右的目标。',
    '全年网络零售总额达480000万元。',
    '新增学位三千六百个。',
    '2023年目标:\n1. 地区生产总值增长8%左右;[1]\n2. 培育高新技术企业70家。[2]',
    '围绕“十四五”规划,推进5G建设,打造“1+5+2”体系,地铁二号线通车。',
  ])('lets %j pass', (text) => {
    const { ok, figures } = gate.checkText(text)
    expect(figures.filter(({ verdict }) => verdict !== 'supported')).toEqual([])
    expect(ok).toBe(true)
  })

  it.each([
    ['another value', '2023年地区生产总值预期增长9%左右。'],
    ['another year', '2022年地区生产总值增长8%左右。'],
    ['a dropped 左右', '2023年地区生产总值预期增长8%。'],
    ['a dropped 以上', '2023年固定资产投资增长9%。'],
    ['an added 突破', '全年网络零售总额突破48亿元。'],
    ['another scale', '全年网络零售总额达48万元。'],
    ['points for per cent', '2023年地区生产总值增长8个百分点左右。'],
    ['a Chinese numeral', '2023年地区生产总值增长百分之九左右。'],
    ['an aim said as a result', '2023年已培育高新技术企业70家。'],
    ['an aim said afterwards as reached', '2023年地区生产总值增长8%左右的目标已如期完成。'],
    ['an aim reached in a clause of its own', '2023年地区生产总值增长8%左右,这一目标已经实现。'],
    ['another year in words', '二〇二二年地区生产总值预期增长8%左右。'],
    ['the heading of another year', '2022年完成情况:\n地区生产总值增长8%左右。'],
    ['the year said afterwards', '地区生产总值增长8%左右,这是2022年的成绩。'],
    ['the value of its neighbour', '新建学校3600所,新增学位12个。'],
  ])('contradicts %s', (_, text) => {
    expect(gate.checkText(text).figures.map(({ verdict }) => verdict)).toContain('contradicted')
  })

  it('says what the report says instead, and where', () => {
    const [figure] = gate.checkText('2023年地区生产总值增长9%。').figures
    expect(figure).toMatchObject({
      text: '9%',
      verdict: 'contradicted',
      nearest: { reportId: 'liuxi', section: ['二、2023年预期目标'], sentence: '地区生产总值增长8%左右;' },
    })
    expect(figure!.reason).toContain('报告:2023年地区生产总值增长8%左右')
  })

  it('does not know what no report speaks of', () => {
    const { ok, figures } = gate.checkText('粮食产量达到12万吨。')
    expect(ok).toBe(false)
    expect(figures).toMatchObject([{ text: '12万吨', verdict: 'unknown', nearest: null }])
  })

  it('does not pass a number that lost its unit', () => {
    expect(gate.checkText('全年网络零售总额达48。')).toMatchObject({ ok: false, figures: [{ verdict: 'unknown' }] })
  })

  it('judges a figure without an indicator by the sentence around it', () => {
    expect(gate.checkText('增长8%左右。').ok).toBe(true)
    expect(gate.checkText('增长7%左右。').ok).toBe(false)
  })
})

describe('checkText on several reports', () => {
  const other = planReport({
    id: 'baisha',
    place: '白沙县',
    isDefault: false,
    edit: (text) => text.replace('8%', '5%'),
  })
  const both = createGate([planReport(), other])

  it('judges by the report of the place that the draft names', () => {
    expect(both.checkText('白沙县2023年地区生产总值增长5%左右。').ok).toBe(true)
    expect(both.checkText('白沙县2023年地区生产总值增长8%左右。').ok).toBe(false)
  })

  it('judges by the default report where no place is named', () => {
    expect(both.checkText('2023年地区生产总值增长8%左右。').figures[0]!.nearest!.reportId).toBe('liuxi')
  })
})
