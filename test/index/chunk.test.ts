import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunkReport } from '../../src/index/chunk.js'
import { reportOf } from './fixture-reports.js'

describe('chunkReport', () => {
  it('puts the heading path in front', () => {
    const report = reportOf('a', { '一、发展情况': ['生产总值增长8%。', '财政收入增长5%。'] })
    expect(chunkReport(report)).toEqual([
      { reportId: 'a', statements: [1, 2], section: 0, text: '一、发展情况\n生产总值增长8%。财政收入增长5%。' },
    ])
  })

  it('puts every sentence in exactly one chunk, in order, never across sections', () => {
    const sentence = fc.integer({ min: 1, max: 300 }).map((length) => '字'.repeat(length))
    const sections = fc.array(fc.array(sentence, { maxLength: 8 }), { maxLength: 5 })
    fc.assert(
      fc.property(sections, (content) => {
        const report = reportOf('a', Object.fromEntries(content.map((sentences, i) => [`标题${i}`, sentences])))
        const chunks = chunkReport(report)
        const wanted = report.statements.filter(({ kind }) => kind === 'sentence').map(({ index }) => index)
        expect(chunks.flatMap(({ statements }) => statements)).toEqual(wanted)
        for (const { statements, section } of chunks)
          for (const index of statements) expect(report.statements[index]!.section).toBe(section)
      }),
    )
  })

  it('closes a chunk before 200 characters, but never cuts a sentence', () => {
    const report = reportOf('a', { 标题: ['短'.repeat(90), '短'.repeat(90), '短'.repeat(90), '长'.repeat(500)] })
    expect(chunkReport(report).map(({ statements }) => statements)).toEqual([[1, 2], [3], [4]])
  })

  it('groups few table rows, a line each', () => {
    const report = reportOf('a', { 标题: ['甲 1', '乙 2', '丙 3', '丁 4', '戊 5'] })
    for (const statement of report.statements) if (statement.kind === 'sentence') statement.kind = 'row'
    expect(chunkReport(report).map(({ text }) => text)).toEqual(['标题\n甲 1\n乙 2\n丙 3\n丁 4', '标题\n戊 5'])
  })

  it('keeps the innermost headings of a long path', () => {
    const report = reportOf('a', { 标题: ['一句。'] })
    report.sections[0]!.path = ['外'.repeat(70), '中'.repeat(30), '内'.repeat(30)]
    expect(chunkReport(report)[0]!.text).toBe(`${'中'.repeat(30)}\n${'内'.repeat(30)}\n一句。`)
  })
})
