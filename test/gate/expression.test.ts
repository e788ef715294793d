import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compute } from '../../src/gate/expression.js'
import { quantityOf, sameQuantity } from '../../src/gate/quantity.js'
import { rationalOf, round } from '../../src/gate/rational.js'

describe('compute', () => {
  it('gives the difference of two shares in points', () => {
    const computed = compute('8% − 6%')!
    expect(sameQuantity(computed.result, quantityOf(2, '个百分点')!)).toBe(true)
    expect(computed.operands.map((operand) => operand.text)).toEqual(['8%', '6%'])
  })

  it('adds amounts across their units', () => {
    expect(sameQuantity(compute('0.5亿元 + 417万元')!.result, quantityOf(5417, '万元')!)).toBe(true)
  })

  it('divides exactly and says so', () => {
    const computed = compute('(151亿元 − 140亿元) ÷ 140亿元')!
    expect(computed.divides).toBe(true)
    expect(computed.result).toEqual({ amount: { numerator: 11n, denominator: 140n }, base: '' })
  })

  it('does not take 1 in a growth factor for an operand', () => {
    expect(compute('151亿元 ÷ (1 + 8%)')!.operands.map((operand) => operand.text)).toEqual(['151亿元', '8%'])
  })

  it.each(['5% + 3家', '2 3', '', '(8%', '8% ÷ 0%', '今年', '8% −'])('refuses %j', (expression) => {
    expect(compute(expression)).toBeNull()
  })

  it('adds decimals without an error of floating point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 99_999 }), (a, b) => {
        const sum = compute(`${a / 100}亿元 + ${b / 100}亿元`)!.result
        return sameQuantity(sum, quantityOf((a + b) / 100, '亿元')!)
      }),
    )
  })
})

describe('quantities', () => {
  it('takes 10.1亿元 and 101000万元 for the same', () => {
    expect(sameQuantity(quantityOf(10.1, '亿元')!, quantityOf(101000, '万元')!)).toBe(true)
  })

  it('keeps shares and points apart', () => {
    expect(sameQuantity(quantityOf(8, '%')!, quantityOf(8, '个百分点')!)).toBe(false)
  })

  it('rounds halves away from zero', () => {
    expect(round(rationalOf(0.125)!, 2)).toEqual(rationalOf(0.13)!)
    expect(round(rationalOf(-0.125)!, 2)).toEqual(rationalOf(-0.13)!)
  })
})
