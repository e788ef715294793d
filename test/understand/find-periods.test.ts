import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReportYears } from '../../src/report/report.js'
import { findPeriods, yearsOf } from '../../src/understand/find-periods.js'

const plan: ReportYears = { result: 2030, plan: 2031 }
const bulletin: ReportYears = { result: 2030, plan: null }

/** The years that a question names, counted as in this report. */
function yearsIn(question: string, years: ReportYears = plan) {
  return findPeriods(question).map((period) => yearsOf(period, years))
}

const year = (number: number) => ({ from: number, to: number })

describe('findPeriods', () => {
  it('reads no years in the name of a plan that is being written', () => {
    expect(yearsIn('十六五规划纲要几时出初稿')).toEqual([])
    expect(yearsIn('十六五规划的目标是多少')).toEqual([{ from: 2031, to: 2035 }])
  })

  it.each(['2030年gdp多少', '2030gdp多少', '30年gdp多少', '2030年度gdp多少', 'gdp在2030年是多少'])(
    'reads the year of %s',
    (question) => {
      expect(yearsIn(question)).toEqual([year(2030)])
    },
  )

  it.each([
    ['前年', 2029],
    ['去年', 2030],
    ['上年', 2030],
    ['上一年', 2030],
    ['今年', 2031],
    ['本年', 2031],
    ['明年', 2032],
  ])('counts %s from the years of a plan report, not from the reader’s', (word, expected) => {
    expect(yearsIn(`${word}新增学位多少`)).toEqual([year(expected)])
  })

  it('takes the year of a bulletin for its 今年', () => {
    expect(yearsIn('今年gdp多少', bulletin)).toEqual([year(2030)])
  })

  it('leaves a relative year open in a report without years', () => {
    expect(yearsIn('去年gdp多少', { result: null, plan: null })).toEqual([null])
  })

  it.each(['上一年级有多少学生', '上年级新增多少班'])('does not hear a year in the school year of %s', (question) => {
    expect(findPeriods(question)).toEqual([])
  })

  it.each(['2028-2030年', '2028年到2030年', '2028至2030', '2028—2030年'])('reads the span %s as one time', (words) => {
    expect(yearsIn(`${words}修了多少路`)).toEqual([{ from: 2028, to: 2030 }])
  })

  it.each([
    ['十三五期间', 2016, 2020],
    ['十四五规划', 2021, 2025],
    ['十五五', 2026, 2030],
    ['十五时期', 2001, 2005],
  ])('reads %s as the years of that plan', (words, from, to) => {
    expect(yearsIn(`${words}建了多少学校`)).toEqual([{ from, to }])
  })

  it('hears the five years behind and ahead as the report counts them', () => {
    expect(yearsIn('这五年修了多少公里路')).toEqual([{ from: 2026, to: 2030 }])
    expect(yearsIn('今后5年要修多少公里路')).toEqual([{ from: 2031, to: 2035 }])
    expect(findPeriods('十五五规划的五年级学生')).not.toContainEqual(expect.objectContaining({ offset: 'lastFive' }))
  })

  it('hears the plans before the eleventh where they are no numbers', () => {
    expect(yearsIn('“九五”时期修了多少水库'.replace(/[“”]/g, ''))).toEqual([{ from: 1996, to: 2000 }])
    expect(yearsIn('八五期间修了多少水库')).toEqual([{ from: 1991, to: 1995 }])
    expect(yearsIn('十五期间修了多少水库')).toEqual([{ from: 2001, to: 2005 }])
    expect(yearsIn('打九五折的商品多少')).toEqual([])
  })

  it('does not hear the tenth plan in 十五 alone', () => {
    expect(findPeriods('十五个项目总投资多少')).toEqual([])
  })

  it('keeps several times in the order of the question', () => {
    expect(yearsIn('今年目标比2030年高多少,跟去年一样吗')).toEqual([year(2031), year(2030), year(2030)])
  })

  it.each([
    '2000套房在哪',
    '高铁才2000公里',
    '2030个学位',
    '这10年来变化大吗',
    '2024亩林地',
    '投资2030万元的项目',
    '比例20.31%',
  ])('does not take the number of %s for a year', (question) => {
    expect(findPeriods(question)).toEqual([])
  })

  it('finds any full year wherever it stands between Chinese words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2099 }), fc.constantFrom('', '我区', '请问,'), (number, before) => {
        const [period] = findPeriods(`${before}${number}年的目标`)
        expect(period).toEqual({ kind: 'year', year: number, at: before.length })
      }),
    )
  })
})
