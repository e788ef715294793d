import fc from 'fast-check'
import { Converter } from 'opencc-js/t2cn'
import { describe, expect, it } from 'vitest'
import { toSearchForm } from '../../src/text/search-form.js'
import { tokensOf, wordsOf } from '../../src/text/tokens.js'
import { toSimplified } from '../../src/text/traditional.js'
import { foldWidth } from '../../src/text/width.js'

describe('foldWidth', () => {
  it('folds letters, digits, punctuation and blanks', () => {
    expect(foldWidth('GDP:8.1%,(二) ')).toBe('GDP:8.1%,(二) ')
  })

  it('keeps Chinese punctuation that has no half-width twin', () => {
    expect(foldWidth('“学校”、公园。')).toBe('“学校”、公园。')
  })

  it('keeps every offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldWidth(text)).toHaveLength(text.length)
      }),
    )
  })
})

describe('toSearchForm', () => {
  it('brings what reads alike to one form', () => {
    expect(toSearchForm('“GDP” 增长 8.1%')).toBe(toSearchForm('gdp增长8.1%'))
  })

  it('changes nothing when it is applied again', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = toSearchForm(text)
        expect(toSearchForm(once)).toBe(once)
      }),
    )
  })
})

describe('toSimplified', () => {
  it('turns Traditional characters and Taiwan wordings into Simplified ones', () => {
    expect(toSimplified('養老服務覆蓋率')).toBe('养老服务覆盖率')
    expect(toSimplified('網路建設')).toBe('网络建设')
  })

  it('gives a Simplified text back as it is', () => {
    expect(toSimplified('智慧工厂投资30亿元')).toBe('智慧工厂投资30亿元')
    expect(toSimplified('何時徵收')).toBe('何时征收')
  })

  it('reads its dictionaries for no character that they would not change', () => {
    const convert = Converter({ from: 't', to: 'cn' })
    const bytes = Array.from({ length: 72 * 94 }, (_, i) => [0xb0 + Math.floor(i / 94), 0xa1 + (i % 94)]).flat()
    const standard = [...new TextDecoder('gbk').decode(new Uint8Array(bytes))]
    const changed = standard.filter((character) => convert(character) !== character)
    expect(changed.length).toBeGreaterThan(0)
    for (const character of changed) expect(toSimplified(character), character).toBe(convert(character))
  })
})

describe('tokensOf', () => {
  it('gives every Chinese character and every pair of neighbours', () => {
    expect(tokensOf('新学校')).toEqual(['新', '新学', '学', '学校', '校'])
  })

  it('keeps words in Latin letters and numbers whole', () => {
    expect(tokensOf('5g基站8.1%')).toEqual(['5g', '基', '基站', '站', '8.1%'])
  })

  it('makes no pair across punctuation', () => {
    expect(tokensOf('学,校')).toEqual(['学', '校'])
    expect(tokensOf('')).toEqual([])
  })
})

describe('wordsOf', () => {
  it('drops punctuation', () => {
    expect(wordsOf('学校,公园。').join('')).toBe('学校公园')
  })
})
