import { describe, expect, it } from 'vitest'
import { applyMendings, findTypos, type MendingSources } from '../../src/understand/mend-typos.js'
import type { Tag } from '../../src/understand/tag-question.js'
import { lanxi, qinglan } from '../fixtures/lanxi.js'
import { readerOver } from '../fixtures/small-reader.js'

const { read } = readerOver([lanxi(), qinglan()])

describe('mending of typos', () => {
  it.each([
    ['高鑫技术企业多少家', '高新技术企业'],
    ['固定资产投姿增长多少', '固定资产投资'],
    ['地区生产总直增长多少', '地区生产总值'],
  ])('hears in “%s” the %s of the report, and says so', (typed, meant) => {
    const { text, notes, terms } = read(typed)
    expect(text).toContain(meant)
    expect(text).toHaveLength(typed.length)
    expect(notes).toHaveLength(1)
    expect(terms.some((term) => term.text.includes(meant))).toBe(true)
  })

  it.each([
    '快件派送了多少亿件',
    '高新技术企业多少家',
    '新增学位多少个',
    '博物馆有多少个',
    '云溪医院在哪里',
    '市级资金多少',
  ])('leaves “%s” as it is', (question) => {
    expect(read(question)).toMatchObject({ text: question, notes: [] })
  })
})

describe('findTypos', () => {
  const tag = (text: string, at: number): Tag => ({ text, at, meanings: [], groups: [] })
  const sources = (like: Record<string, string[]>, known: string[] = []): MendingSources => ({
    known: (word) => known.includes(word),
    isWord: (word) => ['桥梁', '瞧量'].includes(word),
    isConcept: (word) => word === '桥梁',
    abbreviations: [],
    soundingLike: (word) => like[word] ?? [],
  })

  it('corrects nothing but what is in doubt', () => {
    const tags = [tag('市级', 0), tag('桥粱', 2)]
    const found = findTypos('市级桥粱', tags, sources({ 市级桥粱: ['是级桥梁'], 桥粱: ['桥梁'] }, ['市级']))
    expect(found).toEqual([{ at: 2, wrong: '桥粱', right: '桥梁' }])
  })

  it('takes a short word beside it for half of a misspelt one only in a long stretch', () => {
    const tags = [tag('妆备', 0), { ...tag('只', 2), groups: ['fillers'] }, tag('照', 3)]
    const like = { 妆备只照: ['装备制造'], 备只照: ['备制造'] }
    expect(findTypos('妆备只照', tags, sources({ 妆备只照: ['装备只造'] }))).toHaveLength(1)
    expect(findTypos('妆备只照', tags, sources({ 妆备只照: ['装备制照'] }))).toHaveLength(1)
    expect(findTypos('妆备只照', tags, sources(like))).toEqual([])
  })

  it('puts no pair of characters for another that is no word', () => {
    expect(findTypos('脚店', [tag('脚店', 0)], sources({ 脚店: ['脚点'] }))).toEqual([])
  })

  it('cuts into no word that is known', () => {
    const meant = [
      { via: 'official', concept: { name: '个人所得税', official: [], kind: 'measure' } },
    ] as Tag['meanings']
    const tags = [tag('级', 1), { ...tag('个人所得税', 2), meanings: meant }]
    expect(findTypos('市级个人所得税', tags, sources({ 级个人: ['几个人'] }))).toEqual([])
  })

  it('reaches into no time: what tags leave out is read already', () => {
    const tags = [tag('丙', 0), tag('涨', 3)]
    expect(findTypos('丙去年涨', tags, sources({ 丙去年: ['并去年'] }))).toEqual([])
  })

  it('cuts no plain word in two, but for a long stretch', () => {
    const like = { 没照: ['煤照'], 装配试建筑: ['装配式建筑'] }
    const known = { ...sources(like), isWord: (word: string) => ['照料', '煤照', '筑物'].includes(word) }
    expect(findTypos('没照料', [tag('没', 0), tag('照料', 1)], known)).toEqual([])
    const tags = [tag('装', 0), tag('配', 1), tag('试', 2), tag('建', 3), tag('筑物', 4)]
    expect(findTypos('装配试建筑物', tags, known)).toHaveLength(1)
  })

  it('takes a pair for one that only the lexicon and the corpus have, and for none that asks', () => {
    const pair = [tag('淘', 0), tag('改', 1)]
    const like = { 淘改: ['几改', '桃改'] }
    const known = (words: string[]) => ({ ...sources(like, words), isConcept: () => true })
    expect(findTypos('淘改', pair, known(['桃改']))).toEqual([{ at: 0, wrong: '淘改', right: '桃改' }])
    expect(findTypos('淘改', pair, known([]))).toEqual([])
  })

  it('takes no word for a typo that shares too little with what was typed', () => {
    expect(findTypos('桥粱', [tag('桥粱', 0)], sources({ 桥粱: ['瞧量'] }))).toEqual([])
  })

  it('leaves a word of the dictionary alone, rare as it may be', () => {
    const known = { ...sources({ 桥粱: ['桥梁'] }), isWord: () => true }
    expect(findTypos('桥粱', [tag('桥粱', 0)], known)).toEqual([])
  })
})

describe('applyMendings', () => {
  it('puts every correction in its place', () => {
    const mendings = [
      { at: 0, wrong: '桥粱', right: '桥梁' },
      { at: 3, wrong: '小去', right: '小区' },
    ]
    expect(applyMendings('桥粱和小去', mendings)).toBe('桥梁和小区')
  })
})
