import { describe, expect, it } from 'vitest'
import { answerWords as words } from '../../src/answer/answer-words.js'
import { LexiconError } from '../../src/lexicon/load-lexicon.js'
import { createWordPatterns } from '../../src/lexicon/word-patterns.js'

describe('createWordPatterns', () => {
  it('finds any word of a list, and none that is part of a guarded one', () => {
    expect(words('grows').test('哪个涨得快')).toBe(true)
    expect(words('grows').test('工业增加值')).toBe(false)
  })

  it('looks where it is told to', () => {
    expect(words('predicate', 'start').test('增长6%')).toBe(true)
    expect(words('predicate', 'start').test('预计增长6%')).toBe(false)
    expect(words('predicate', 'end').test('预计增长')).toBe(true)
    expect(words('predicate', 'whole').test('增长')).toBe(true)
    expect(words('predicate', 'whole').test('增长率')).toBe(false)
  })

  it('gives every place where a word stands', () => {
    expect([...'先涨后跌'.matchAll(words('grows', 'anywhere', 'g'))].map(({ index }) => index)).toEqual([1, 3])
  })

  it('wants the lists that the program uses and no others', () => {
    const lacking = createWordPatterns('answer-words', ['no_such_list'])
    expect(() => lacking('no_such_list')).toThrow(LexiconError)
    const short = createWordPatterns('answer-words', ['grows'])
    expect(() => short('grows')).toThrow(/answer-words\.yaml.*Unrecognized keys/)
  })
})
