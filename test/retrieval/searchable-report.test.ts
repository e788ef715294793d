import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdsForm } from '../../src/retrieval/holds-form.js'
import { toSearchable } from '../../src/retrieval/searchable-report.js'
import { lanxi, lanxiText } from '../fixtures/lanxi.js'

const searchable = toSearchable(lanxi())
const { statements, figures, statementsWith, has, hasPhrase } = searchable

/** What `statementsWith` must find, by looking everywhere. */
function bruteForce(form: string): number[] {
  return form === '' ? [] : statements.flatMap(({ text }, i) => (holdsForm(text, form) ? [i] : []))
}

const stretches = fc
  .tuple(fc.nat(lanxiText.length - 1), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]) => lanxiText.slice(start, start + length))
const words = fc.oneof(
  stretches,
  fc.string({ unit: fc.constantFrom(...'地区生产总值增长小学8.1%,兰溪'), maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 5 }),
)

describe('the postings of a report', () => {
  it('find the same statements as looking everywhere', () => {
    fc.assert(
      fc.property(words, (form) => {
        expect(statementsWith(form)).toEqual(bruteForce(form))
        expect(has(form)).toBe(bruteForce(form).length > 0)
      }),
      { numRuns: 500 },
    )
  })

  it('say the same when asked again', () => {
    expect(statementsWith('老旧小区')).toEqual(statementsWith('老旧小区'))
    expect(statementsWith('老旧小区').length).toBeGreaterThan(1)
  })

  it('find nothing for an empty wording', () => {
    expect(statementsWith('')).toEqual([])
    expect(has('')).toBe(false)
  })
})

describe('hasPhrase', () => {
  it('holds for whole words, not for stretches across two', () => {
    expect(hasPhrase('老旧小区')).toBe(true)
    expect(hasPhrase('旧小区改')).toBe(false)
    expect(hasPhrase('博物馆')).toBe(false)
  })
})

describe('toSearchable', () => {
  it('hands every figure to the statement it stands in', () => {
    expect(statements.flatMap((statement) => statement.figures)).toHaveLength(figures.length)
    for (const { statement, figures: own } of statements)
      for (const { figure } of own) expect(figure.statement).toBe(statement.index)
  })

  it('keeps each figure within its clause, and what the sentence says before it', () => {
    const second = figures.find(({ figure }) => figure.text === '8.4亿元')
    expect(second?.clause).toContain('8.4亿元')
    expect(second?.clause).not.toContain('12.6')
    expect(second?.lead).toContain('12.6亿元')
    expect(second?.lead).not.toContain('8.4')
  })

  it('knows the headings above and the sentence before', () => {
    const [at] = statementsWith('新增学位2400个')
    expect(statements[at!]?.heading).toContain('惠民生')
    expect(statements[at!]?.before).toContain('科技创新指数')
  })

  it('gives the first sentence of a paragraph none before it', () => {
    const [at] = statementsWith('新建公园17个')
    expect(statements[at!]?.before).toBe('')
  })
})
