import { describe, expect, it } from 'vitest'
import { findModifiers, firmStatusOf, isNameEnding } from '../../src/understand/modifiers.js'
import { lanxi, qinglan } from '../fixtures/lanxi.js'
import { readerOver, termsOf } from '../fixtures/small-reader.js'

const { read } = readerOver([lanxi(), qinglan()])

describe('findModifiers', () => {
  it.each(['人均消费多少', '每个人消费多少', '平均每人消费多少'])('hears in “%s” that one of many is asked', (text) => {
    const [modifier] = findModifiers(text)
    expect(modifier?.role).toBe('per')
    expect(modifier?.forms.map(({ form }) => form)).toContain('人均')
  })

  it('hears whose account a figure is to belong to', () => {
    expect(findModifiers('全市和市级各多少').map(({ role, text }) => [role, text])).toEqual([
      ['scope', '全市'],
      ['scope', '市级'],
    ])
  })

  it('hears no account in the end of another word', () => {
    expect(findModifiers('健全市场制度,完善安全国防教育')).toEqual([])
  })

  it('hears nothing in a plain question', () => {
    expect(findModifiers('学位多少')).toEqual([])
  })
})

describe('firmStatusOf', () => {
  it.each([
    ['力争增长多少', 'target'],
    ['争取了多少资金', null],
    ['人均预期寿命多少', null],
    ['预期增长多少', 'target'],
  ])('of “%s” is %s', (text, status) => {
    expect(firmStatusOf(text)).toBe(status)
  })

  it('decides only where one side is named', () => {
    expect(firmStatusOf('计划建多少')).toBe('target')
    expect(firmStatusOf('实际建了多少')).toBe('actual')
    expect(firmStatusOf('计划建多少,实际建了多少')).toBeNull()
    expect(firmStatusOf('建了多少')).toBeNull()
  })
})

describe('modifiers in a question', () => {
  it('are a demand of their own', () => {
    expect(termsOf(read('人均消费多少'), 'per')).toEqual(['人均'])
  })

  it('are none where an indicator has them in its name', () => {
    expect(termsOf(read('居民人均可支配收入多少'), 'per')).toEqual([])
  })
})

describe('isNameEnding', () => {
  it('knows the characters that names of places and bodies end in', () => {
    expect(isNameEnding('桥')).toBe(true)
    expect(isNameEnding('兑')).toBe(false)
  })
})
