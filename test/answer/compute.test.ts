import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareFigures } from '../../src/answer/compute.js'
import type { Figure } from '../../src/report/report.js'
import type { FigureEvidence } from '../../src/retrieval/evidence.js'
import { toSearchable } from '../../src/retrieval/searchable-report.js'
import type { Understanding } from '../../src/understand/understanding.js'
import { lanxi, qinglan } from '../fixtures/lanxi.js'
import { readerOver } from '../fixtures/small-reader.js'

const searchable = toSearchable(lanxi())
const { read } = readerOver([lanxi(), qinglan()])

const difference = read('两项相差多少')
const which = read('两项哪个高')
const sum = read('两项加起来一共多少')

/** A figure of the report with other values. */
function evidence(changes: Partial<Figure>): FigureEvidence {
  const found = searchable.figures[4]!
  const figure = { ...found.figure, ...changes }
  const statement = searchable.statements[figure.statement]!
  return { searchable, statement, found: { ...found, figure }, figure, met: [], coverage: 1, own: 1, score: 1 }
}

const of = (value: number, unit = '亿元', changes: Partial<Figure> = {}) =>
  evidence({ value, unit, text: `${value}${unit}`, ...changes })
const computedIn = (asked: Understanding, ...figures: FigureEvidence[]) =>
  compareFigures(figures, asked).flatMap(({ computed }) => computed ?? [])

describe('compareFigures', () => {
  it('subtracts the less from the more, without binary dust', () => {
    expect(computedIn(difference, of(295.4), of(354))).toMatchObject([{ value: 58.6, unit: '亿元' }])
    expect(computedIn(difference, of(354), of(295.4))).toMatchObject([{ value: 58.6, unit: '亿元' }])
  })

  it('gives the distance of two rates in points', () => {
    const rate = { measure: 'growth' } as const
    expect(computedIn(difference, of(8.1, '%', rate), of(7.5, '%', rate))).toMatchObject([
      { value: 0.6, unit: '个百分点' },
    ])
  })

  it('minds the scale of its operands', () => {
    expect(computedIn(difference, of(1.2, '亿元'), of(8000, '万元'))).toMatchObject([{ value: 0.4, unit: '亿元' }])
  })

  it('computes nothing across units', () => {
    expect(compareFigures([of(8, '%'), of(8, '亿元')], difference)).toEqual([])
    expect(compareFigures([of(8, '家'), of(8, '亿元')], which)).toEqual([])
    expect(compareFigures([of(8, '家'), of(8, '亿元')], sum)).toEqual([])
  })

  it('adds amounts of one unit, but never rates', () => {
    expect(computedIn(sum, of(0.1), of(0.2))).toMatchObject([{ value: 0.3, unit: '亿元' }])
    expect(computedIn(sum, of(8, '%', { measure: 'growth' }), of(6, '%', { measure: 'growth' }))).toEqual([])
  })

  it('computes nothing from one figure, or where nothing of the kind is asked', () => {
    expect(compareFigures([of(8)], difference)).toEqual([])
    expect(compareFigures([of(8), of(9)], read('学位多少'))).toEqual([])
  })

  it('cites the sentences of its operands', () => {
    const [claim] = compareFigures([of(8), of(9)], sum)
    expect(claim?.sources).toHaveLength(2)
    expect(claim?.computed?.operands.map(({ value }) => value)).toEqual([8, 9])
  })

  it('says that what is equal is equal', () => {
    const [claim] = compareFigures([of(8, '亿元', { period: '2030' }), of(8, '亿元', { period: '2031' })], which)
    expect(claim?.text).toContain('2030')
    expect(claim?.text).toContain('2031')
  })

  it('tells two times of one thing apart, though a verb stands in front of it once', () => {
    const built = of(30, '个', { period: '2030', indicator: '共建园区' })
    const planned = of(32, '个', { period: '2031', indicator: '推进共建园区' })
    expect(compareFigures([built, planned], which)[0]?.text).toContain('2031年')
  })

  it('is exact for any two amounts with two decimals', () => {
    const cents = fc.integer({ min: 0, max: 1e9 })
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const [less] = computedIn(difference, of(a / 100), of(b / 100))
        const [more] = computedIn(sum, of(a / 100), of(b / 100))
        expect(less?.value).toBe(Math.abs(a - b) / 100)
        expect(more?.value).toBe((a + b) / 100)
      }),
    )
  })
})
