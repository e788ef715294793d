import { describe, expect, it } from 'vitest'
import { askedYears, figureYears, fitPeriod, fitsStatus, sectionYears } from '../../src/retrieval/match-period.js'
import { lanxi } from '../fixtures/lanxi.js'

const year = (number: number) => ({ from: number, to: number })

describe('figureYears', () => {
  it('reads years, spans and months, and nothing from no period', () => {
    expect(figureYears('2030')).toEqual(year(2030))
    expect(figureYears('2026-2030')).toEqual({ from: 2026, to: 2030 })
    expect(figureYears('2030-09')).toEqual(year(2030))
    expect(figureYears(null)).toBeNull()
  })
})

describe('fitPeriod', () => {
  it('tells the very time from a part of it and from another', () => {
    expect(fitPeriod([year(2030)], year(2030))).toBe('same')
    expect(fitPeriod([year(2030)], { from: 2026, to: 2030 })).toBe('part')
    expect(fitPeriod([{ from: 2026, to: 2030 }], year(2028))).toBe('part')
    expect(fitPeriod([year(2031)], year(2030))).toBe('other')
  })

  it('leaves it open where no time was asked, or the figure has none', () => {
    expect(fitPeriod([], year(2030))).toBe('open')
    expect(fitPeriod([year(2030)], null)).toBe('open')
  })

  it('fits where one of several times does', () => {
    expect(fitPeriod([year(2029), year(2030)], year(2030))).toBe('same')
  })
})

describe('askedYears', () => {
  it('drops a relative time that the report cannot place', () => {
    const asked = [{ kind: 'relative', offset: 'last', at: 0 } as const]
    expect(askedYears(asked, { result: null, plan: null })).toEqual([])
    expect(askedYears(asked, { result: 2030, plan: 2031 })).toEqual([year(2030)])
  })
})

describe('sectionYears', () => {
  it('takes the time of the nearest heading above that tells', () => {
    const { sections } = lanxi()
    const tasks = sections.findIndex(({ title }) => title.includes('城市更新'))
    const undated = sections.map((section, i) => (i === tasks ? { ...section, period: null } : section))
    expect(sectionYears(undated, tasks)).toEqual(year(2031))
    expect(sectionYears(sections, null)).toBeNull()
  })
})

describe('fitsStatus', () => {
  it('takes an estimate for a result, a target only for a plan', () => {
    const { figures } = lanxi()
    const [actual, estimate, target] = ['actual', 'estimate', 'target'].map(
      (status) => figures.find((figure) => figure.status === status)!,
    )
    expect(fitsStatus('actual', estimate!)).toBe(true)
    expect(fitsStatus('actual', target!)).toBe(false)
    expect(fitsStatus('target', target!)).toBe(true)
    expect(fitsStatus('target', actual!)).toBe(false)
    expect(fitsStatus(null, target!)).toBe(true)
  })
})
