import { describe, expect, it } from 'vitest'
import { loadConcepts } from '../../src/lexicon/concepts.js'
import { completeHead, shareHeads } from '../../src/understand/share-heads.js'

const concepts = loadConcepts()

describe('shareHeads', () => {
  it.each([
    ['城里和乡下收入哪个高', '城里收入和乡下收入哪个高'],
    ['一般债务和专项债务余额', '一般债务余额和专项债务余额'],
  ])('gives the first of two things the head of the second: %s', (question, whole) => {
    expect(shareHeads(question, concepts)).toBe(whole)
  })

  it('joins an owner and its head where the lexicon knows them as one', () => {
    expect(shareHeads('农村的收入多少', concepts)).toBe('农村收入多少')
  })

  it.each(['学校和医院有多少', '今年的目标是多少', '出口和进口'])('leaves whole things alone: %s', (question) => {
    expect(shareHeads(question, concepts)).toBe(question)
  })
})

describe('completeHead', () => {
  it('takes the head from what was asked before', () => {
    expect(completeHead('乡下的呢', ['城里人收入'], concepts)).toBe('乡下人收入的呢')
  })

  it('takes the head though a question of its own follows', () => {
    expect(completeHead('乡下的呢,涨了几成?', ['城里人收入'], concepts)).toBe('乡下人收入的呢,涨了几成?')
  })

  it('leaves a question alone that has its own measure, or says more', () => {
    expect(completeHead('地区生产总值呢', ['城里人收入'], concepts)).toBe('地区生产总值呢')
    expect(completeHead('乡下有多少学校', ['城里人收入'], concepts)).toBe('乡下有多少学校')
  })
})
