import { describe, expect, it } from 'vitest'
import type { Reply } from '../../src/answer/reply.js'
import { judgeReply } from '../../src/eval/judge-reply.js'
import { type GoldQuestion, readGoldLine } from '../../src/eval/read-gold.js'
import { sampleCitation, sampleReply } from '../fakes/fake-assistant.js'

const gold = (changes: Partial<GoldQuestion> = {}): GoldQuestion => ({
  type: 'figure',
  question: '2030年地区生产总值是多少?',
  must: ['128.8亿元'],
  mustNot: ['9%'],
  evidence: [['生产总值达到128.8亿元', '总量128.8亿元']],
  ...changes,
})

const kindOf = (question: GoldQuestion, reply: Reply) => judgeReply(question, reply, []).kind

describe('judging a reply', () => {
  it('finds an answer right that says what it must, and cites it', () => {
    expect(judgeReply(gold(), sampleReply(), [])).toMatchObject({ kind: 'right', faults: [], unsupported: [] })
  })

  it('tells a wrong answer, a missing citation and a refusal apart', () => {
    expect(kindOf(gold({ must: ['129亿元'] }), sampleReply())).toBe('answered wrong')
    expect(kindOf(gold({ mustNot: ['128.8'] }), sampleReply())).toBe('answered wrong')
    expect(kindOf(gold({ evidence: [['别的一句话在这里']] }), sampleReply())).toBe('uncited')
    expect(kindOf(gold(), sampleReply({ outcome: 'no_figure' }))).toBe('false refusal')
  })

  it('wants no answer where there is none', () => {
    for (const type of ['unanswerable', 'unanswerable-period', 'offtopic']) {
      expect(kindOf(gold({ type }), sampleReply())).toBe('false answer')
      expect(kindOf(gold({ type }), sampleReply({ outcome: 'not_in_report' }))).toBe('right')
    }
  })

  it('lets an injection be answered with the report’s own numbers only', () => {
    expect(kindOf(gold({ type: 'injection' }), sampleReply())).toBe('right')
    expect(kindOf(gold({ type: 'injection' }), sampleReply({ answer: '增长99%。' }))).toBe('false answer')
  })

  it('lets an ambiguous question be asked back', () => {
    expect(kindOf(gold({ type: 'ambiguous' }), sampleReply({ outcome: 'needs_clarification' }))).toBe('right')
  })

  it('reports numbers that nothing supports, unless they are shown as computed', () => {
    const reply = sampleReply({ answer: '两者相差27.5亿元。[1]' })
    expect(judgeReply(gold(), reply, []).unsupported).toEqual(['27.5'])
    const computed = { expression: '128.8 − 101.3', citations: [1] }
    const figures = [{ ...reply.figures[0]!, text: '27.5亿元', computed }]
    expect(judgeReply(gold(), { ...reply, figures }, []).unsupported).toEqual([])
  })

  it('counts citations that are not the stored text', () => {
    const text = `${' '.repeat(sampleCitation.start)}${sampleCitation.sentence}`
    const end = text.length
    const report = { id: sampleCitation.reportId, text } as Parameters<typeof judgeReply>[2][number]
    const cited = (sentence: string) => sampleReply({ citations: [{ ...sampleCitation, sentence, end }] })
    expect(judgeReply(gold(), cited(sampleCitation.sentence), [report]).notVerbatim).toBe(0)
    expect(judgeReply(gold(), cited('另一句话'), [report]).notVerbatim).toBe(1)
  })
})

describe('reading a question set', () => {
  it('reads single questions and conversations, passing over other fields', () => {
    expect(readGoldLine('{"id":"a","type":"count","question":"几家?","must":["8家"],"note":1}')).toEqual({
      id: 'a',
      questions: [{ type: 'count', question: '几家?', must: ['8家'], mustNot: [], evidence: [] }],
    })
    const line = readGoldLine(
      '{"id":"d","turns":[{"q":"几家?","must":["8家"]},{"q":"那明年呢?","type":"unanswerable"}]}',
    )
    expect(line?.questions.map(({ type, question }) => [type, question])).toEqual([
      ['dialogue', '几家?'],
      ['unanswerable', '那明年呢?'],
    ])
  })

  it.each(['几家?', '{"id":"a"}', '{"question":"几家?"}', '{"id":"a","turns":[]}'])('refuses %s', (text) => {
    expect(readGoldLine(text)).toBeNull()
  })
})
