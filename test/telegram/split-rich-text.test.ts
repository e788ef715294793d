import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bold, concat, plain, quote } from '../../src/telegram/rich-text.js'
import { splitRichText } from '../../src/telegram/split-rich-text.js'
import { expectSendable, marked } from './check-rich-text.js'

describe('splitRichText', () => {
  it('leaves a text that fits as it is', () => {
    const rich = bold(plain('增长8%左右'), [{ start: 2, end: 6 }])
    expect(splitRichText(rich)).toEqual([rich])
  })

  it('cuts at a line end rather than within a sentence', () => {
    const [first, second] = splitRichText(plain(`${'一'.repeat(30)}\n${'二'.repeat(30)}`), 40)
    expect(first?.text).toBe('一'.repeat(30))
    expect(second?.text).toBe('二'.repeat(30))
  })

  it('keeps a citation mark with the sentence before it', () => {
    const [first] = splitRichText(plain(`${'一'.repeat(30)}。【1】【2】${'二'.repeat(30)}`), 45)
    expect(first?.text.endsWith('。【1】【2】')).toBe(true)
  })

  it('does not cut a bold figure', () => {
    const text = `${'一'.repeat(36)}128.8亿元${'二'.repeat(20)}`
    const parts = splitRichText(bold(plain(text), [{ start: 36, end: 43 }]), 40)
    expect(parts.flatMap((part) => marked(part, 'bold'))).toEqual(['128.8亿元'])
  })

  it('goes on with the quote in the next part', () => {
    const parts = splitRichText(quote(plain(`${'一'.repeat(30)}\n${'二'.repeat(30)}`)), 40)
    expect(parts.map((part) => marked(part, 'expandable_blockquote')[0])).toEqual(['一'.repeat(30), '二'.repeat(30)])
  })

  it('does not cut an emoji made of several characters', () => {
    const parts = splitRichText(plain(`${'一'.repeat(38)}👨‍👩‍👧‍👦${'二'.repeat(20)}`), 40)
    expect(parts.map(({ text }) => text)).toContain(`👨‍👩‍👧‍👦${'二'.repeat(20)}`)
  })

  it('loses no character, and every part can be sent', () => {
    const word = fc.constantFrom('增长', '8%', '。', '【1】', '😀', '𠮷', '\n', ',', ' ', '👩🏽‍🚀', '一'.repeat(50))
    const pieces = fc.array(fc.tuple(word, fc.boolean()), { minLength: 1, maxLength: 120 })
    fc.assert(
      fc.property(pieces, fc.integer({ min: 16, max: 80 }), (words, limit) => {
        const rich = concat(
          words.map(([text, isBold]) => (isBold ? bold(plain(text), [{ start: 0, end: text.length }]) : plain(text))),
        )
        const parts = splitRichText(rich, limit)
        for (const part of parts) expectSendable(part, limit)
        const ink = (text: string) => text.replace(/\s/gu, '')
        expect(ink(parts.map(({ text }) => text).join(''))).toBe(ink(rich.text))
        const boldInk = (rich_: typeof rich) => ink(marked(rich_, 'bold').join(''))
        expect(parts.map(boldInk).join('')).toBe(boldInk(rich))
      }),
    )
  })
})
