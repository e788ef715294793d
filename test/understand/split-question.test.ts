import { describe, expect, it } from 'vitest'
import { splitQuestion } from '../../src/understand/split-question.js'
import { lanxi, qinglan } from '../fixtures/lanxi.js'
import { readerOver } from '../fixtures/small-reader.js'

describe('splitQuestion', () => {
  it('makes one question of each piece that asks for an amount', () => {
    const text = '省重点项目有几个,总投资多少'
    const parts = splitQuestion(text)
    expect(parts).toHaveLength(2)
    expect(parts[0]).toContain('有几个')
    expect(parts[0]).not.toContain('总投资')
    expect(parts[1]).toContain('总投资多少')
    for (const part of parts) expect(part).toHaveLength(text.length)
  })

  it('parts two amounts that follow each other without a pause', () => {
    const [first, second] = splitQuestion('公租房一共多少个小区多少套')
    expect([first!.includes('多少个小区'), first!.includes('多少套')]).toEqual([true, false])
    expect(second).toContain('多少套')
  })

  it('hears no question in the 呢 of a story', () => {
    expect(splitQuestion('正等着搬家呢,安置房有多少套')).toEqual([])
  })

  it('keeps a piece that asks for nothing in every part', () => {
    const parts = splitQuestion('我想问学校,建了几所,学位多少')
    expect(parts.every((part) => part.startsWith('我想问学校'))).toBe(true)
  })

  it('asks each account by itself', () => {
    const parts = splitQuestion('全市和市级收入各多少')
    expect(parts.map((part) => [part.includes('全市'), part.includes('市级')])).toEqual([
      [true, false],
      [false, true],
    ])
  })

  it.each([
    '学位多少',
    '学校有哪些,在哪',
    '几乎没有变化,多少人',
    '好几年了,学位多少',
    '几个村到几个镇通了车',
    '覆盖率提高多少,从几到几',
    '差几倍,从多少变到多少了',
  ])('leaves “%s” whole', (text) => {
    expect(splitQuestion(text)).toEqual([])
  })
})

describe('the parts of a question', () => {
  const { readParts } = readerOver([lanxi(), qinglan()])

  it('take the thing and the time from the others where they lack them', () => {
    const [, second] = readParts('去年省重点项目有几个,总投资多少')
    expect(second?.periods.map(({ kind }) => kind)).toEqual(['relative'])
    expect(second?.terms.map(({ text }) => text).join()).toContain('重点项目')
    expect(second?.terms.some(({ role }) => role === 'inherited')).toBe(true)
  })

  it('keep to their own thing where they have one', () => {
    const [, second] = readParts('建了多少停车位,改造老旧小区多少个')
    expect(second?.terms.some(({ role }) => role === 'inherited')).toBe(false)
  })

  it('are the whole question where it asks one thing', () => {
    const parts = readParts('新增学位多少')
    expect(parts).toHaveLength(1)
    expect(parts[0]?.text).toBe('新增学位多少')
  })
})
