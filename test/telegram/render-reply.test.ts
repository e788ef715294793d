import { describe, expect, it } from 'vitest'
import { renderReply } from '../../src/telegram/render-reply.js'
import { replyMessages } from '../../src/telegram/reply-messages.js'
import { sampleCitation, sampleContact, sampleReply } from '../fakes/fake-assistant.js'
import { expectSendable, marked } from './check-rich-text.js'

describe('renderReply', () => {
  it('puts the answer first, then the source, then the contact', () => {
    const [message, ...more] = renderReply(sampleReply())
    expect(more).toEqual([])
    expect(message?.text).toBe(
      [
        '2030年地区生产总值达到128.8亿元左右。【1】',
        '',
        '【1】(一)经济运行稳中有进 › 一是总量扩大',
        '全年地区生产总值达到128.8亿元左右,比上年增长8%;',
        '——《兰溪区2030年计划执行情况与2031年计划草案的报告》',
        '',
        sampleContact,
      ].join('\n'),
    )
  })

  it('marks the figure bold in the answer and in the sentence, qualifier included', () => {
    const [message] = renderReply(sampleReply())
    expect(marked(message!, 'bold')).toEqual(['128.8亿元左右', '128.8亿元左右'])
  })

  it('folds all sources into one quote', () => {
    const [message] = renderReply(sampleReply())
    const [quoted, ...more] = marked(message!, 'expandable_blockquote')
    expect(more).toEqual([])
    expect(quoted?.startsWith('【1】')).toBe(true)
    expect(quoted).toContain(sampleCitation.sentence)
  })

  it('sets the cells of a table row apart', () => {
    const sentence = '一、教育支出\t12.4\t128.8亿元左右'
    const [message] = renderReply(sampleReply({ citations: [{ ...sampleCitation, sentence }] }))
    expect(message?.text).toContain('一、教育支出 | 12.4 | 128.8亿元左右')
    expect(marked(message!, 'bold')).toEqual(['128.8亿元左右', '128.8亿元左右'])
  })

  it('does not mark a figure inside a longer number', () => {
    const reply = sampleReply({
      answer: '增长8%,不是28%,也不是0.8%。[1]',
      figures: [{ ...sampleReply().figures[0]!, text: '8%', qualifiers: [] }],
    })
    expect(marked(renderReply(reply)[0]!, 'bold')).toEqual(['8%', '8%'])
  })

  it('links the mark and the title where the report has an address', () => {
    const url = 'https://example.gov.cn/report'
    const reply = sampleReply({ citations: [{ ...sampleCitation, url }] })
    expect(marked(renderReply(reply)[0]!, 'text_link')).toEqual(['【1】', `——《${sampleCitation.title}》`])
  })

  it('counts in UTF-16 units, so that emoji move nothing', () => {
    const reply = sampleReply({ answer: '😀𠮷区2030年地区生产总值达到128.8亿元左右。[1]' })
    const [message] = renderReply(reply)
    expectSendable(message!)
    expect(marked(message!, 'bold')[0]).toBe('128.8亿元左右')
  })

  it('keeps what a reply says beside the answer', () => {
    const base = sampleReply({ outcome: 'out_of_period', answer: '报告没有写2028年。' })
    const text = base.text.replace('\n\n出处', '\n\n报告写的是2030年:地区生产总值达到128.8亿元左右。[1]\n\n出处')
    const [message] = renderReply({ ...base, text })
    expect(message?.text.startsWith('报告没有写2028年。\n\n报告写的是2030年')).toBe(true)
    expect(message?.text).not.toContain('出处:')
  })

  it('shows the nearest sentence of a report that does not answer, and says that it is no answer', () => {
    const [message] = renderReply(sampleReply({ outcome: 'not_in_report', answer: '报告里没有写到您问的内容。' }))
    expect(message?.text).toContain('报告里没有写到您问的内容。\n\n报告里最接近的内容:\n【1】')
    expect(marked(message!, 'expandable_blockquote')[0]).toContain(sampleCitation.sentence)
    expect(marked(message!, 'bold')).toEqual([])
  })

  it('sets sources apart, each section path but once', () => {
    const citations = [1, 2].map((n) => ({ ...sampleCitation, n }))
    const [message] = renderReply(sampleReply({ citations }))
    expect(marked(message!, 'expandable_blockquote')[0]).toContain(`${sampleCitation.sentence}\n\n【2】同上\n`)
  })

  it('gives a reply without sources as it stands', () => {
    const reply = sampleReply({ outcome: 'off_topic', answer: '您好!', citations: [], figures: [], contact: null })
    expect(renderReply(reply)).toEqual([{ text: '您好!', entities: [] }])
  })

  it('marks the operands of a computed figure in their sentences', () => {
    const reply = sampleReply({
      answer: '两者相差1个百分点(计算得出:9% − 8%)。[1]',
      figures: [
        {
          ...sampleReply().figures[0]!,
          text: '1个百分点',
          qualifiers: [],
          citation: null,
          computed: { expression: '9% − 8%', citations: [1] },
        },
      ],
    })
    expect(marked(renderReply(reply)[0]!, 'bold')).toEqual(['1个百分点', '8%'])
  })

  it('brings every claim its source when it has to cut', () => {
    const numbers = Array.from({ length: 30 }, (_, index) => index + 1)
    const reply = sampleReply({
      answer: numbers.map((n) => `第${n}项:${'做了很多工作😀'.repeat(6)},完成${n}00亿元。[${n}]`).join('\n'),
      citations: numbers.map((n) => ({ ...sampleCitation, n, sentence: `${'这是原文'.repeat(30)}完成${n}00亿元。` })),
      figures: numbers.map((n) => ({ ...sampleReply().figures[0]!, text: `${n}00亿元`, qualifiers: [], citation: n })),
    })
    const parts = renderReply(reply)
    expect(parts.length).toBeGreaterThan(1)
    for (const part of parts) {
      expectSendable(part)
      const [body = ''] = part.text.split('\n\n')
      const quoted = marked(part, 'expandable_blockquote').join('\n')
      for (const [mark] of body.matchAll(/【\d+】/gu)) expect(quoted).toContain(mark)
    }
    expect(parts.at(-1)?.text.endsWith(sampleContact)).toBe(true)
    expect(parts.map(({ text }) => text.split('\n\n')[0]).join('\n')).toBe(
      reply.answer.replace(/\[(\d+)\]/gu, '【$1】'),
    )
  })

  it('makes no table of a list whose sources do not fit into one message', () => {
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8]
    const listed = (length: number) =>
      sampleReply({
        answer: numbers.map((n) => `指标${n}增长${n}%;[${n}]`).join('\n'),
        citations: numbers.map((n) => ({ ...sampleCitation, n, sentence: `${'话'.repeat(length)}指标${n}增长${n}%;` })),
        figures: numbers.map((n) => ({
          ...sampleReply().figures[0]!,
          text: `${n}%`,
          indicator: `指标${n}`,
          qualifiers: [],
          citation: n,
        })),
      })
    expect(replyMessages(listed(10)).map(({ blocks }) => blocks !== undefined)).toEqual([true])
    const parts = replyMessages(listed(590))
    expect(parts.length).toBeGreaterThan(1)
    for (const { text, blocks } of parts) {
      expectSendable(text)
      expect(blocks).toBeUndefined()
    }
  })

  it('splits even one endless sentence', () => {
    const sentence = `${'很长的一句话,'.repeat(1500)}完成128.8亿元左右。`
    const parts = renderReply(sampleReply({ citations: [{ ...sampleCitation, sentence }] }))
    expect(parts.length).toBeGreaterThan(2)
    for (const part of parts) expectSendable(part)
  })
})
