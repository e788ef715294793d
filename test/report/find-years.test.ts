import { describe, expect, it } from 'vitest'
import { findYears, type YearEvidence } from '../../src/report/find-years.js'

const evidence: YearEvidence = { title: '', headings: ['当前形势', '今后的方针'], date: null, fileName: '', text: '' }

describe('the years of a report', () => {
  it('are those of its date: this year is the planned one', () => {
    expect(findYears('plan', { ...evidence, date: '2021-01-20' })).toEqual({ result: 2020, plan: 2021 })
  })

  it('of one whose first heading looks back and plans: the first year that it names is over', () => {
    const headings = ['2020年工作回顾和2021年工作的总体要求', '大力发展教育']
    expect(findYears('plan', { ...evidence, headings })).toEqual({ result: 2020, plan: 2021 })
  })

  it('of one given late in a year: this year is the one that it looks back on', () => {
    const title = '柳溪县2020年预算执行情况和2021年预算草案的报告'
    expect(findYears('plan', { ...evidence, title, date: '2020-12-27' })).toEqual({
      result: 2020,
      plan: 2021,
      now: 2020,
    })
  })

  it('of one without a date that keeps speaking of next year: it was given late, too', () => {
    const text = '明年的计划。明年要抓好生产。从明年起试行。'
    expect(findYears('plan', { ...evidence, fileName: 'report-1985', text })).toEqual({
      result: 1985,
      plan: 1986,
      now: 1985,
    })
  })
})
