import { describe, expect, it } from 'vitest'
import { askReport } from '../../src/answer/ask-report.js'
import { isSettled } from '../../src/answer/is-settled.js'
import { createRetriever } from '../../src/retrieval/retriever.js'
import { toSearchable } from '../../src/retrieval/searchable-report.js'
import { lanxi, qinglan } from '../fixtures/lanxi.js'
import { readerOver } from '../fixtures/small-reader.js'

const searchable = toSearchable(lanxi())
const retriever = createRetriever([searchable])
const { read } = readerOver([lanxi(), qinglan()])
const ask = (question: string, dense: ReadonlyMap<number, number> = new Map()) =>
  askReport(read(question), searchable, dense, retriever)

describe('isSettled', () => {
  it('holds where the answer leads by more than meaning can add', () => {
    expect(isSettled(ask('居民人均可支配收入增长多少'))).toBe(true)
    expect(isSettled(ask('你好'))).toBe(true)
  })

  it('does not where there is no answer', () => {
    expect(isSettled(ask('博物馆多少个'))).toBe(false)
  })

  it('is right: no nearness of meaning changes a settled answer', () => {
    const questions = [
      '居民人均可支配收入增长多少',
      '新增学位多少个',
      '今年要改造多少老旧小区',
      '望江大桥什么时候通车',
      '出口多少',
    ]
    const settled = questions
      .map((question) => ({ question, asked: ask(question) }))
      .filter(({ asked }) => isSettled(asked))
    expect(settled.length).toBeGreaterThan(0)
    for (const { question, asked } of settled)
      for (const { statement } of searchable.statements)
        expect(ask(question, new Map([[statement.index, 1]])).finding.claims).toEqual(asked.finding.claims)
  })
})
