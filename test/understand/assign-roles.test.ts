import { describe, expect, it } from 'vitest'
import { assignRoles } from '../../src/understand/assign-roles.js'
import type { Term } from '../../src/understand/understanding.js'
import { lanxi, qinglan } from '../fixtures/lanxi.js'
import { readerOver, termsOf } from '../fixtures/small-reader.js'

const { read } = readerOver([lanxi(), qinglan()])

describe('the roles of a question’s words', () => {
  it.each([
    ['推进了多少项目', '项目'],
    ['常住人口有多少', '常住人口'],
    ['有多少家高新技术企业', '高新技术企业'],
    ['改造的老旧小区有多少', '老旧小区'],
    ['新增了多少个学位', '学位'],
  ])('make what is counted in “%s” the head', (question, head) => {
    expect(termsOf(read(question), 'head')).toEqual([head])
  })

  it('leave the story before the asking clause in the background', () => {
    const reading = read('我家附近的老旧小区都改完了,新增学位有多少?')
    expect(termsOf(reading, 'head').join()).toContain('学位')
    expect(termsOf(reading, 'background')).toContain('老旧小区')
  })

  it('take the thing of the clause before, too, where the asking clause only has what needs an owner', () => {
    const reading = read('老旧小区改得好不好,面积是涨是跌')
    expect([...termsOf(reading, 'topic'), ...termsOf(reading, 'head')].join()).toContain('老旧小区')
  })

  it('take the clause in front of one that compares with it', () => {
    const reading = read('老旧小区今年要改造的,比去年改造的多还是少')
    expect([...termsOf(reading, 'topic'), ...termsOf(reading, 'head')].join()).toContain('老旧小区')
    expect(reading.periods).toHaveLength(2)
  })

  it('take what a clause that points back speaks of', () => {
    const reading = read('隔壁在搞云帆工厂,这玩意儿摊开多大面积')
    expect([...termsOf(reading, 'topic'), ...termsOf(reading, 'head')].join()).toContain('云帆')
  })

  it('hear a share of each in what asks, not in the story', () => {
    expect(termsOf(read('补助每人多少钱'), 'per')).toEqual(['每人'])
    const story = read('他一个人过日子,补助有多少钱')
    expect([...termsOf(story, 'per'), ...termsOf(story, 'background')]).not.toContain('一个人')
  })

  it('leave out what only tells how the number behind a measure stands', () => {
    expect(termsOf(read('教育支出预算安排了多少'), 'head').join()).not.toContain('预算安排')
  })

  it('take the thing of the clause before where the asking clause has none', () => {
    const reading = read('听说要改造老旧小区,到底多少个啊')
    expect([...termsOf(reading, 'topic'), ...termsOf(reading, 'head')]).toContain('老旧小区')
    expect(termsOf(reading, 'background')).toEqual([])
  })

  it('pass over clauses that only say whose account or what share is meant', () => {
    const reading = read('我爸一个人住,听说老旧小区要改造,全区弄了不少,到底多少个啊')
    expect([...termsOf(reading, 'topic'), ...termsOf(reading, 'head')]).toContain('老旧小区')
    expect(reading.terms.map(({ text }) => text)).not.toContain('一个人')
  })

  it('take a topic put in front behind mere talk', () => {
    const reading = read('顺便再打听一下老旧小区,去年弄了多少工程')
    expect([...termsOf(reading, 'topic'), ...termsOf(reading, 'head')]).toContain('老旧小区')
  })

  it('count nothing anew whose number the question says, where money is asked', () => {
    expect(termsOf(read('给149家高新技术企业发了多少资金'), 'head')).toEqual([])
    expect(termsOf(read('高新技术企业有多少'), 'head')).toEqual(['高新技术企业'])
  })

  it('hear 好多个 and 多少个 as an amount of what stands behind', () => {
    expect(termsOf(read('去年添了好多个学位'), 'head')).toEqual(['学位'])
    expect(termsOf(read('去年弄了多少个单元'), 'head')).toEqual(['单元'])
  })

  it('keep a thing that is also a measure word', () => {
    const reading = read('今年要添多少张这样的床位')
    expect([...termsOf(reading, 'topic'), ...termsOf(reading, 'head')]).toContain('床位')
  })

  it('make no head of a word in another clause', () => {
    expect(termsOf(read('老旧小区改了,多少'), 'head')).toEqual([])
  })

  it('leave what a share is taken of in the background', () => {
    const reading = read('服务业占GDP的多少')
    expect(termsOf(reading, 'background')).toEqual(['gdp'])
  })
})

describe('assignRoles', () => {
  const NOTHING = { tags: [], claims: [] }
  const term = (text: string, at: number): Term => ({
    text,
    at,
    forms: [{ form: text, weight: 1 }],
    wider: [],
    parts: [],
    concept: { name: text, kind: 'thing' },
    role: 'topic',
  })

  it('counts a word said twice once, in its weightier role', () => {
    const text = '学校建了,学校有多少'
    const roles = assignRoles(text, [term('学校', 0), term('学校', 5)], [{ start: 5, end: text.length }], NOTHING)
    expect(roles.map(({ at, role }) => [at, role])).toEqual([[5, 'head']])
  })

  it('keeps a role that was given before', () => {
    const text = '人均收入多少'
    const per: Term = { ...term('人均', 0), role: 'per' }
    const roles = assignRoles(text, [per, term('收入', 2)], [{ start: 0, end: text.length }], NOTHING)
    expect(roles.map(({ role }) => role)).toEqual(['per', 'head'])
  })
})
