import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_QUESTION } from '../../src/understand/understand.js'
import { lanxi, qinglan } from '../fixtures/lanxi.js'
import { readerOver, termsOf } from '../fixtures/small-reader.js'

const { reader, read, readParts } = readerOver([lanxi(), qinglan()])

describe('the reader', () => {
  it('reads full width, Traditional characters and English as the same question', () => {
    const plain = read('地区生产总值是多少?')
    for (const same of ['地区生产总值是多少?', '地區生產總值是多少?', '地区 生产总值是多少?']) {
      const { kind, terms } = read(same)
      expect({ kind, names: terms.map(({ concept }) => concept?.name) }).toEqual({
        kind: plain.kind,
        names: plain.terms.map(({ concept }) => concept?.name),
      })
    }
    expect(termsOf(read('How many school places were added?'), 'head').join()).toContain('学位')
  })

  it('blanks the places of the corpus, so that they are no topic', () => {
    const { text } = reader.place('兰溪区的学位多少')
    expect(text).not.toContain('兰溪')
    expect(text).toHaveLength('兰溪区的学位多少'.length)
  })

  it('keeps the question as it was typed', () => {
    expect(read('GDP 是多少?').question).toBe('GDP 是多少?')
  })

  it('gives a measure all wordings that mean it, and those of wider ones apart', () => {
    const [term] = read('出口多少').terms
    const forms = term?.forms.map(({ form }) => form) ?? []
    expect(forms).toContain('出口')
    expect(term?.wider.some((wider) => wider.includes('进出口'))).toBe(true)
    expect(forms).not.toContain('进出口')
  })

  it('hears the times of the asking clause, not those of the story', () => {
    const { periods } = read('去年我搬来的,今年要改造多少老旧小区')
    expect(periods.map((period) => period.kind === 'relative' && period.offset)).toEqual(['this'])
  })

  it('knows the number of a line by both ways to write it', () => {
    const forms = read('3号线什么时候开工').terms.flatMap((term) => term.forms.map(({ form }) => form))
    expect(forms).toContain('三号线')
  })

  it('tells small talk and matters that no report covers', () => {
    expect(read('你好').smalltalk).toBe('greeting')
    expect(read('明天天气怎么样').offtopic).not.toBeNull()
    expect(read('新增学位多少')).toMatchObject({ smalltalk: null, offtopic: null })
  })

  it('reads any text without throwing, within its bound', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom(...'去年多少个亿和比GDP占的,。?%5 \n\u0000\u202e😀人均全市哪几'),
        maxLength: 40,
      }),
    )
    fc.assert(
      fc.property(anyText, (question) => {
        for (const part of readParts(question)) {
          expect(part.question).toBe(question)
          expect(part.text.length).toBeLessThanOrEqual(2 * LONGEST_QUESTION)
        }
      }),
      { numRuns: 150 },
    )
  })
})
