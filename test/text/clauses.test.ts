import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clausesOf } from '../../src/text/clauses.js'

const textsOf = (text: string) => clausesOf(text).map(({ start, end }) => text.slice(start, end))

describe('clausesOf', () => {
  it('splits at commas and stops', () => {
    expect(textsOf('新建学校3所,新增学位2400个;改造小区。')).toEqual(['新建学校3所', '新增学位2400个', '改造小区'])
  })

  it('splits neither inside quotation marks or brackets nor between digits', () => {
    expect(textsOf('开展“千亿计划,百企行动”,投资1,234万元')).toEqual(['开展“千亿计划,百企行动”', '投资1,234万元'])
    expect(textsOf('学校(小学、中学,幼儿园)3所')).toHaveLength(1)
  })

  it('is not confused by a bracket that closes nothing', () => {
    expect(textsOf('一是)建学校,建公园')).toEqual(['一是)建学校', '建公园'])
  })

  it('ends a bracket that was forgotten where the one around it ends', () => {
    expect(textsOf('落实《方案(2022-2023年》,引导企业(含民营）建设,推进')).toEqual([
      '落实《方案(2022-2023年》',
      '引导企业(含民营）建设',
      '推进',
    ])
  })

  it('gives stretches in order that do not overlap and lose no words', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'学校,。1“”()(; '), maxLength: 40 }), (text) => {
        const clauses = clausesOf(text)
        clauses.forEach(({ start, end }, i) => {
          expect(start).toBeGreaterThanOrEqual(clauses[i - 1]?.end ?? 0)
          expect(text.slice(start, end).trim()).not.toBe('')
        })
        const kept = clauses.map(({ start, end }) => text.slice(start, end)).join('')
        expect(kept.match(/[学校]/g)?.length).toBe(text.match(/[学校]/g)?.length)
      }),
    )
  })
})
