import { describe, expect, it } from 'vitest'
import { exampleQuestions } from '../../src/answer/example-questions.js'
import { figureWith as figure } from '../fixtures/figure.js'

describe('exampleQuestions', () => {
  it('asks for results, growth and targets in turn', () => {
    const figures = [
      figure({}),
      figure({ indicator: '进出口总额' }),
      figure({ indicator: '固定资产投资', measure: 'growth', unit: '%' }),
      figure({ indicator: '用电量合计', measure: 'growth', unit: '%', direction: -1 }),
      figure({ indicator: '财政收入', status: 'target', measure: 'growth', unit: '%', period: '2031' }),
    ]
    expect(exampleQuestions({ figures })).toEqual([
      '2030年地区生产总值是多少?',
      '2030年固定资产投资增长了多少?',
      '2031年财政收入的目标是多少?',
      '2030年进出口总额是多少?',
      '2030年用电量合计下降了多少?',
    ])
  })

  it('asks how much an added value grew, and what a rate of growth is', () => {
    const growth = { measure: 'growth', unit: '%' } as const
    const figures = [figure({ ...growth, indicator: '工业增加值' }), figure({ ...growth, indicator: '用电量增幅' })]
    expect(exampleQuestions({ figures })).toEqual(['2030年工业增加值增长了多少?', '2030年用电量增幅是多少?'])
  })

  it('asks for no indicator twice, and for none that reads badly', () => {
    const figures = [
      figure({}),
      figure({ measure: 'growth', unit: '%' }),
      figure({ indicator: '投资10亿元的5G产业园投资' }),
      figure({ indicator: '城镇新增就业', period: null }),
      figure({ indicator: '综合评价位次', measure: 'rank' }),
      figure({ indicator: '新增企业新增率', measure: 'share', unit: '%' }),
    ]
    expect(exampleQuestions({ figures })).toEqual(['2030年地区生产总值是多少?'])
  })

  it('has nothing to ask of an empty ledger', () => {
    expect(exampleQuestions({ figures: [] })).toEqual([])
  })
})
