import { describe, expect, it } from 'vitest'
import type { FaqEntry, FaqSeed } from '../../src/faq/faq-entry.js'
import { mergeEntries } from '../../src/faq/merge-entries.js'
import { sampleEntry } from './fixture.js'

const seedOf = (id: string, matter = id): FaqSeed => ({
  id,
  matter,
  kind: 'figure',
  reportId: 'lanxi-2031',
  about: id,
  figures: [],
  statements: [],
  fewest: 1,
  wordings: [],
  others: [],
})
const merge = (entries: FaqEntry[], matters: string[] = []) =>
  mergeEntries(
    entries.map(({ id }, i) => seedOf(id, matters[i])),
    new Map(entries.map((entry) => [entry.id, { id: entry.id, entry }])),
  )

const first = sampleEntry({ id: 'q-1', question: '2031年第一产业增加值的增长目标是多少?', also: [] })

describe('merging', () => {
  it('makes a near question with the same answer another wording', () => {
    const { entries, joined } = merge([first, { ...first, id: 'q-2', question: '2031年第一产业增加值增长目标是多少?' }])
    expect(entries.map(({ entry }) => entry.also)).toEqual([['2031年第一产业增加值增长目标是多少?']])
    expect(joined).toBe(1)
  })

  it('keeps what is near by letters and asks for something else', () => {
    const other = { ...first, id: 'q-2', question: '2031年第二产业增加值的增长目标是多少?', answer: '另一个。[1]' }
    expect(merge([first, other]).entries).toHaveLength(2)
  })

  it('keeps a question far in wording, though its answer is the same', () => {
    expect(merge([first, { ...first, id: 'q-2', question: '2031年要新建多少所学校?' }]).entries).toHaveLength(2)
  })

  it('reports the second of two answers to one matter, or to the same words', () => {
    const other = { ...first, id: 'q-2', question: '2031年第一产业增加值增长目标是多少?', answer: '另一个。[1]' }
    const { entries, faults } = merge([first, other], ['one', 'one'])
    expect(entries).toHaveLength(1)
    expect(faults).toMatchObject([{ id: 'q-2', reason: 'tooNear' }])
    expect(merge([first, { ...other, question: first.question }]).faults).toHaveLength(1)
  })
})
