import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellWidth, wrap } from '../../src/console/wrap.js'

describe('wrap', () => {
  it('counts a Chinese character as two cells', () => {
    expect(wrap('一二三四五六', 8)).toBe('一二三四\n五六')
  })

  it('begins no line with a closing mark and ends none with an opening one', () => {
    expect(wrap('一二三四。五六', 8)).toBe('一二三\n四。五六')
    expect(wrap('一二三《四五》', 8)).toBe('一二三\n《四五》')
  })

  it('keeps numbers and words of letters whole', () => {
    expect(wrap('总量达到1,128.85亿元', 14)).toBe('总量达到\n1,128.85亿元')
  })

  it('breaks a word longer than a line', () => {
    expect(wrap('abcdefghijkl', 5)).toBe('abcde\nfghij\nkl')
  })

  it('indents the first line and hangs the others', () => {
    expect(wrap('1. 一二三四', 10, { indent: 2, hanging: 5 })).toBe('  1. 一二\n     三四')
  })

  it('leaves a text as it is where there is no width', () => {
    expect(wrap('一'.repeat(500), Number.POSITIVE_INFINITY)).toBe('一'.repeat(500))
  })

  it('loses nothing and keeps to the width', () => {
    const words = fc.constantFrom(
      '地区',
      '128.8亿元',
      '。',
      '“',
      '”',
      ' ',
      'GDP',
      '\n',
      '😀',
      '(',
      ')',
      'https://a.cn/b',
      '……',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 80 }), fc.integer({ min: 20, max: 80 }), (parts, width) => {
        const wrapped = wrap(parts.join(''), width, { indent: 2, hanging: 4 })
        const ink = (text: string) => text.replace(/\s/gu, '')
        expect(ink(wrapped)).toBe(ink(parts.join('')))
        for (const line of wrapped.split('\n')) expect(cellWidth(line)).toBeLessThanOrEqual(width)
      }),
    )
  })
})
