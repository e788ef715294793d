import { describe, expect, it } from 'vitest'
import { findClaims, isUnits, leadingUnit, unitKindOf } from '../../src/understand/find-claims.js'

describe('findClaims', () => {
  it.each([
    ['听说建了5000套', 5000, '套'],
    ['就业五十八万人', 580_000, '人'],
    ['投了三十亿元', 3_000_000_000, '元'],
    ['gdp增长8.1%', 8.1, '%'],
    ['增长百分之八', 8, '%'],
    ['提高1.5个百分点', 1.5, '个百分点'],
    ['花了1.2亿', 120_000_000, ''],
    ['那5亿元花在哪', 500_000_000, '元'],
  ])('hears in “%s” the number %d', (question, value, unit) => {
    const [claim] = findClaims(question)
    expect(claim?.value).toBe(value)
    expect(claim?.unit.replace(/^[万亿]+/, '')).toBe(unit)
  })

  it('hears none in a class', () => {
    expect(findClaims('河水到了二类')).toEqual([])
    expect(findClaims('垃圾分四类')).toHaveLength(1)
  })

  it('says where the claim stands', () => {
    const question = '不是说投了30个亿吗'
    const [claim] = findClaims(question)
    expect(claim?.value).toBe(3_000_000_000)
    expect(question[claim!.at]).toBe('3')
  })

  it.each(['2号线什么时候开工', '5g基站在哪', '一个项目', '第三次会议', '那3家是谁', '2030年的目标'])(
    'takes nothing in “%s” for a claim',
    (question) => {
      expect(findClaims(question)).toEqual([])
    },
  )

  it('hears every number of a question', () => {
    expect(findClaims('23个项目总投资295.5亿元对吗').map(({ value }) => value)).toEqual([23, 29_550_000_000])
  })
})

describe('units', () => {
  it('takes the longest unit, its scale included', () => {
    expect(leadingUnit('万元的项目')).toBe('万元')
    expect(leadingUnit('个百分点左右')).toBe('个百分点')
    expect(leadingUnit('园区')).toBe('')
  })

  it('knows what a unit measures, whatever its scale', () => {
    expect(unitKindOf('亿元')).toBe('money')
    expect(unitKindOf('万户')).toBe(unitKindOf('户'))
    expect(unitKindOf('%')).toBe('percent')
    expect(unitKindOf('园区')).toBeNull()
  })

  it('tells words made of units from words that only begin with one', () => {
    expect(isUnits('万元')).toBe(true)
    expect(isUnits('项目')).toBe(false)
  })
})
