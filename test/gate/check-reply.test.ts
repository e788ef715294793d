import { describe, expect, it } from 'vitest'
import type { CheckedFigure, CheckedReply } from '../../src/gate/check-reply.js'
import { createGate } from '../../src/gate/create-gate.js'
import { planReport } from './fixture.js'

/** With a note mark of its own, as some reports have. */
const report = planReport({
  edit: (text) => text.replace('全年网络零售总额达48亿元', '2022年网络零售［1］占零售总额比重较2021年提高约4个百分点'),
})
const gate = createGate([report])

/** A reply that cites the sentences that hold `quotes`, laid out as citizens see it. */
function reply(
  answer: string,
  quotes: string[],
  more: { question?: string; figures?: CheckedFigure[] } = {},
): CheckedReply {
  const citations = quotes.map((quote, i) => {
    const { start, end, section } = report.statements.find(({ text }) => text.includes(quote))!
    const sentence = report.text.slice(start, end)
    return { n: i + 1, reportId: report.id, section: report.sections[section!]!.path, sentence, start, end }
  })
  const sources = citations.map(({ n, section, sentence }) => `[${n}] ${section.join(' › ')}\n“${sentence.trim()}”`)
  const text = [answer, '出处:', ...sources, report.contact].join('\n')
  return { answer, text, citations, figures: [], ...more }
}

const GROWTH = '地区生产总值增长8%左右'

describe('checkReply', () => {
  it('passes a reply that says what it cites', () => {
    expect(gate.checkReply(reply('2023年地区生产总值预期增长8%左右。[1]', [GROWTH]))).toMatchObject({
      ok: true,
      figures: [{ text: '8%', verdict: 'supported' }],
    })
  })

  it('knows a source that it quotes though the report has a note mark in it', () => {
    expect(gate.checkReply(reply('2023年地区生产总值预期增长8%左右。[1]', [GROWTH, '网络零售']))).toMatchObject({
      ok: true,
      figures: [{ text: '8%', verdict: 'supported' }],
    })
  })

  it.each([
    ['value', '2023年地区生产总值预期增长9%左右。[1]'],
    ['year', '2022年地区生产总值增长8%左右。[1]'],
    ['qualifier', '2023年地区生产总值预期增长8%。[1]'],
    ['indicator', '2023年固定资产投资增长8%左右。[1]'],
    ['unit', '2023年地区生产总值预期增长8个百分点左右。[1]'],
    ['name', '2023年地区生产总值预期增长8%左右,依托G60走廊。[1]'],
  ])('stops a reply with another %s than its citation', (_, answer) => {
    expect(gate.checkReply(reply(answer, [GROWTH])).ok).toBe(false)
  })

  it('stops a figure of the report that the reply does not cite', () => {
    expect(gate.checkReply(reply('2023年培育高新技术企业70家。[1]', [GROWTH])).ok).toBe(false)
  })

  it('takes no citation whose sentence is not the text of the report', () => {
    const forged = reply('2023年地区生产总值预期增长9%左右。[1]', [GROWTH])
    const citations = forged.citations.map((citation) => ({ ...citation, sentence: '地区生产总值增长9%左右;' }))
    expect(gate.checkReply({ ...forged, citations }).ok).toBe(false)
  })

  it('lets a number of the question be repeated only as such', () => {
    const question = '2023年GDP目标是9%吗?'
    expect(
      gate.checkReply(reply('不是9%。报告写的是2023年地区生产总值增长8%左右。[1]', [GROWTH], { question })).ok,
    ).toBe(true)
    expect(gate.checkReply(reply('2023年地区生产总值增长9%左右。[1]', [GROWTH], { question })).ok).toBe(false)
  })

  const difference = (expression: string, value: number): CheckedFigure[] => [
    { text: `${value}个百分点`, value, unit: '个百分点', computed: { expression, citations: [1, 2] } },
  ]
  const cited = [GROWTH, '地区生产总值预计增长6%左右']

  it('passes a computed figure whose arithmetic holds', () => {
    const figures = difference('8% − 6%', 2)
    expect(gate.checkReply(reply('相差(计算得出):8% − 6% = 2个百分点。[1][2]', cited, { figures })).ok).toBe(true)
  })

  it.each([
    ['a wrong result', '8% − 6%', 3],
    ['an operand that nothing cited holds', '9% − 6%', 3],
  ])('stops a computed figure with %s', (_, expression, value) => {
    const figures = difference(expression, value)
    expect(
      gate.checkReply(reply(`相差(计算得出):${expression} = ${value}个百分点。[1][2]`, cited, { figures })).ok,
    ).toBe(false)
  })

  it('stops a date that no source holds', () => {
    expect(gate.checkReply(reply('2023年地区生产总值增长8%左右。[1]这是2023年3月9日说的。', [GROWTH])).ok).toBe(false)
  })
})
