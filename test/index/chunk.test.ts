import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunkReport } from '../../src/index/chunk.js'
import { reportOf } from './fixture-reports.js'

describe('chunkReport', () => {
  it('puts the heading path in front of every statement', () => {
    const report = reportOf('a', { '一、发展情况': ['生产总值增长8%。', '财政收入增长5%。'] })
    expect(chunkReport(report)).toEqual([
      { reportId: 'a', statement: 1, text: '一、发展情况 生产总值增长8%。' },
      { reportId: 'a', statement: 2, text: '一、发展情况 财政收入增长5%。' },
    ])
  })

  it('has a chunk for every sentence, in order, and none for headings', () => {
    const sentence = fc.integer({ min: 1, max: 300 }).map((length) => '字'.repeat(length))
    const sections = fc.array(fc.array(sentence, { maxLength: 8 }), { maxLength: 5 })
    fc.assert(
      fc.property(sections, (content) => {
        const report = reportOf('a', Object.fromEntries(content.map((sentences, i) => [`标题${i}`, sentences])))
        const wanted = report.statements.filter(({ kind }) => kind === 'sentence').map(({ index }) => index)
        expect(chunkReport(report).map(({ statement }) => statement)).toEqual(wanted)
      }),
    )
  })

  it('takes what stands before the first heading as it is', () => {
    const report = reportOf('a', { 标题: ['一句。'] })
    report.statements[1]!.section = null
    expect(chunkReport(report)[0]!.text).toBe('一句。')
  })

  it('keeps the innermost headings of a long path', () => {
    const report = reportOf('a', { 标题: ['一句。'] })
    report.sections[0]!.path = ['外'.repeat(70), '中'.repeat(30), '内'.repeat(20)]
    expect(chunkReport(report)[0]!.text).toBe(`${'中'.repeat(9)} ${'内'.repeat(20)} 一句。`)
  })
})
