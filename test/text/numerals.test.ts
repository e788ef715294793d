import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNumerals, parseChineseNumeral } from '../../src/text/numerals.js'

function read(text: string): (string | number | null)[][] {
  return findNumerals(text).map(({ start, end, value, scale, infix }) => [text.slice(start, end), value, scale, infix])
}

describe('findNumerals', () => {
  const cases: [string, (string | number | null)[][]][] = [
    ['1,234.5元', [['1,234.5', 1234.5, '', '']]],
    ['10.1亿余元', [['10.1亿余', 10.1, '亿', '余']]],
    ['3千万元', [['3千万', 3000, '万', '']]],
    ['三百二十一亿元', [['三百二十一亿', 321, '亿', '']]],
    ['五亿二千万元', [['五亿二千万', 5.2, '亿', '']]],
    ['十二万千瓦', [['十二万', 12, '万', '']]],
    ['百分之七点五', [['百分之七点五', 7.5, '', '']]],
    ['三分之一', [['三分之一', 1 / 3, '', '']]],
    ['8.1:40.3:51.6', [['8.1:40.3:51.6', null, '', '']]],
    ['突破千亿元', [['千亿', 1000, '亿', '']]],
    ['6万多亿元', [['6万多亿', 6, '万亿', '多']]],
    ['4千多户', [['4千多', 4000, '', '多']]],
    ['7·5%', [['7·5', 7.5, '', '']]],
    ['3万6千公里', [['3万6千', 3.6, '万', '']]],
    ['2亿4千多万人', [['2亿4千多万', 2.4, '亿', '多']]],
    ['1亿8600万吨', [['1亿8600万', 1.86, '亿', '']]],
    ['两千三百多件', [['两千三百多', 2300, '', '多']]],
  ]
  it.each(cases)('%s', (text, numerals) => {
    expect(read(text)).toEqual(numerals)
  })

  it('keeps its offsets inside any text, in order and apart', () => {
    const pieces = fc.constantFrom(
      '1',
      '2.5',
      '万',
      '亿',
      '千',
      '三',
      '十',
      '点',
      '分之',
      '百分之',
      ',',
      ':',
      '/',
      '余',
      'x',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        const text = parts.join('')
        let end = 0
        for (const numeral of findNumerals(text)) {
          expect(numeral.start).toBeGreaterThanOrEqual(end)
          expect(numeral.end).toBeGreaterThan(numeral.start)
          end = numeral.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('parseChineseNumeral', () => {
  it.each([
    ['二〇二三', 2023],
    ['一百零五', 105],
    ['十三点四', 13.4],
    ['六亿三千万', 630000000],
    ['一百万亿', 1e14],
  ])('%s', (text, value) => {
    expect(parseChineseNumeral(text)).toBe(value)
  })

  it('is null for words', () => {
    expect(parseChineseNumeral('若干')).toBeNull()
  })
})
