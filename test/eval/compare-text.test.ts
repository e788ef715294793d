import { describe, expect, it } from 'vitest'
import { fold, holds, numeralsOf, shows } from '../../src/eval/compare-text.js'

describe('comparing texts', () => {
  it('folds width, blanks, thousands separators and quotation marks', () => {
    expect(fold('总额 12,345万元“甲”')).toBe('总额12345万元"甲"')
  })

  it.each([
    ['增长8%左右', '8%', true],
    ['增长18%左右', '8%', false],
    ['增长0.8%', '8%', false],
    ['共80家', '8', false],
    ['共8.5家', '8', false],
    ['共8家,又8.5家', '8', true],
    ['前后88家又8家', '8家', true],
    ['随便什么', '', true],
  ])('%s holds %s: %s', (text, wanted, expected) => {
    expect(holds(text, wanted)).toBe(expected)
  })

  it('takes a cited part for the whole only where it is long enough', () => {
    expect(shows('全区造林1200亩;', '春季全区造林1200亩')).toBe(true)
    expect(shows('造林;', '春季全区造林1200亩')).toBe(false)
  })

  it('counts no citation mark, list number or date among the numerals', () => {
    expect(numeralsOf('1. 造林1,200亩[1]\n2. 于2031年3月5日完成95.5%')).toEqual(['1200', '95.5'])
  })
})
