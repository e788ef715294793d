import { describe, expect, it } from 'vitest'
import type { AnswerClaim, Finding } from '../../src/answer/finding.js'
import { sourceOf } from '../../src/answer/source.js'
import { writeReply } from '../../src/answer/write-reply.js'
import type { Statement } from '../../src/report/report.js'
import { lanxi, lanxiContact } from '../fixtures/lanxi.js'

const report = lanxi()
const statementWith = (words: string) => report.statements.find(({ text }) => text.includes(words))!
const claimOf = (statement: Statement): AnswerClaim => {
  const source = sourceOf(report, statement)
  return { text: statement.text.replace(/[;。]$/, ''), sources: [source], figures: source.figures }
}
const write = (finding: Partial<Finding>) =>
  writeReply({
    question: '问',
    finding: { outcome: 'answered', claims: [], related: [], reasons: [], confidence: 1, ...finding },
    report,
    timings: { retrieveMs: 0, answerMs: 0 },
  })

const school = statementWith('新增学位2400个')
const estate = statementWith('改造老旧小区46个')

describe('writeReply', () => {
  it('numbers each sentence once and marks every claim', () => {
    const { answer, citations } = write({ claims: [claimOf(school), claimOf(estate), claimOf(school)] })
    expect(citations.map(({ n, start }) => [n, start])).toEqual([
      [1, school.start],
      [2, estate.start],
    ])
    expect(answer.match(/\[\d\]/g)).toEqual(['[1]', '[2]', '[1]'])
  })

  it('binds each figure to the sentence that holds it', () => {
    const { figures } = write({ claims: [claimOf(school), claimOf(estate)] })
    expect(figures.find(({ text }) => text === '2400个')?.citation).toBe(1)
    expect(figures.find(({ text }) => text === '46个')?.citation).toBe(2)
  })

  it('lists the figures of what it offers, too, for the text prints them', () => {
    const { answer, figures, text } = write({ outcome: 'no_figure', related: [sourceOf(report, school)] })
    expect(answer).not.toContain('2400')
    expect(text).toContain('2400个')
    expect(figures.map((figure) => figure.text)).toContain('2400个')
  })

  it('names the operands of what is computed', () => {
    const operands = [...claimOf(school).figures, ...claimOf(estate).figures].slice(0, 2)
    const computed = { text: '5个', value: 5, unit: '个', indicator: '学校', expression: '3个 + 2个', operands }
    const sum = {
      text: '合计5个',
      sources: [sourceOf(report, school), sourceOf(report, estate)],
      figures: [],
      computed,
    }
    const { figures } = write({ claims: [claimOf(school), claimOf(estate), sum] })
    expect(figures.find((figure) => figure.computed)).toMatchObject({
      text: '5个',
      citation: null,
      computed: { expression: '3个 + 2个', citations: [1, 2] },
    })
  })

  it('offers whom to ask only where the question was not answered', () => {
    expect(write({ claims: [claimOf(school)] }).contact).toBeNull()
    expect(write({ outcome: 'not_in_report' })).toMatchObject({ contact: lanxiContact })
    expect(write({ outcome: 'not_in_report' }).text).toContain(lanxiContact)
    expect(write({ outcome: 'off_topic' }).contact).toBeNull()
  })

  it('says something for every outcome', () => {
    for (const outcome of [
      'no_figure',
      'out_of_period',
      'out_of_place',
      'not_in_report',
      'off_topic',
      'needs_clarification',
    ] as const)
      expect(write({ outcome }).answer).not.toBe('')
  })

  it('keeps a word on the premise out of the answer', () => {
    const { answer, text } = write({ claims: [claimOf(school)], premise: '与报告一致' })
    expect(answer).not.toContain('与报告一致')
    expect(text.startsWith('与报告一致')).toBe(true)
  })

  it('ends every claim once', () => {
    const { answer } = write({ claims: [{ ...claimOf(school), text: '新增学位2400个。' }] })
    expect(answer).toBe('新增学位2400个。[1]')
  })

  it('shows the headings that a sentence stands under', () => {
    const { citations, text } = write({ claims: [claimOf(school)] })
    expect(citations[0]?.section).toHaveLength(2)
    for (const heading of citations[0]!.section) expect(text).toContain(heading)
  })
})
