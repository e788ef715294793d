import { describe, expect, it } from 'vitest'
import { sourceOf } from '../../../src/answer/source.js'
import { gatherMaterial, type Material } from '../../../src/answer/written/material.js'
import { proveClaim } from '../../../src/answer/written/prove-claim.js'
import { lanxi } from '../../fixtures/lanxi.js'

const report = lanxi()

/** Material of the statements that hold these words, in this order: E1, E2 … */
function materialOf(...words: string[]): Material {
  const sources = words.map((word) => sourceOf(report, report.statements.find(({ text }) => text.includes(word))!))
  const claims = sources.map((source) => ({ text: '', sources: [source], figures: [] }))
  return gatherMaterial([], { outcome: 'answered', claims, related: [], reasons: [], confidence: 1 })
}

const TASKS = materialOf('改造老旧小区52', '望江公园二期', '加强食品安全', '望江大桥')
const REVIEW = materialOf('新建公园', '进出口总额')

function proven(text: string, evidence: string[], material: Material): string | null {
  return proveClaim({ text, evidence }, material, { isCarried: () => false, namesOf: () => [] }).claim?.text ?? null
}

describe('a sentence of a model’s own', () => {
  it.each([
    ['新建公园{F1},改造老旧小区{F2}', ['E1'], REVIEW, '2030年:新建公园17个,改造老旧小区46个'],
    ['改造的老旧小区有{F2}', ['E1'], REVIEW, '2030年:改造的老旧小区有46个'],
    ['全年进出口总额{F4}', ['E2'], REVIEW, '2030年:全年进出口总额12.6亿元'],
    ['{F4}', ['E2'], REVIEW, '2030年:进出口总额:12.6亿元'],
    ['去年新建公园{F1}', ['E1'], REVIEW, '2030年:新建公园17个'],
    ['加强食品安全监管,同时严查无证经营', ['E3'], TASKS, '加强食品安全监管,同时严查无证经营'],
    ['望江大桥于{N1}建成通车', ['E4'], TASKS, '望江大桥于2030年9月建成通车'],
    ['望江公园二期待审批完成后开工', ['E2'], TASKS, '望江公园二期待审批完成后开工'],
    ['{E3}', [], TASKS, '加强食品安全监管,严查无证经营'],
  ])('passes where its evidence bears it out: %s', (text, evidence, material, said) => {
    expect(proven(text, evidence, material)).toBe(said)
  })

  it.each<[string, string, string[], Material]>([
    ['swaps two figures', '新建公园{F2},改造老旧小区{F1}', ['E1'], REVIEW],
    ['names another thing in front of a figure', '新建学校{F1}', ['E1'], REVIEW],
    ['has a number of its own', '新建公园17个', ['E1'], REVIEW],
    ['has a Chinese numeral of its own', '新建公园十七个', ['E1'], REVIEW],
    ['counts in words', '新建公园翻一番', ['E1'], REVIEW],
    ['cites what does not hold its figure', '新建公园{F1}', ['E2'], REVIEW],
    ['names another year', '今年新建公园{F1}', ['E1'], REVIEW],
    ['names another time of its year', '去年同期新建公园{F1}', ['E1'], REVIEW],
    ['compares with its year', '比去年新建公园{F1}', ['E1'], REVIEW],
    ['mixes times', '改造老旧小区{F1},望江大桥于{N1}建成通车', ['E1'], TASKS],
    ['moves a date', '望江公园二期于{N1}建成通车', ['E2', 'E4'], TASKS],
    ['turns a statement round', '不加强食品安全监管', ['E3'], TASKS],
    ['says of one what is said of another', '加强望江公园监管', ['E2', 'E3'], TASKS],
    ['joins halves of two clauses', '加强食品无证经营', ['E3'], TASKS],
    ['tells a plan as done', '已加强食品安全监管', ['E3'], TASKS],
    ['adds a word', '加强食品安全监管与处罚', ['E3'], TASKS],
    ['invents a quotation', '报告提出“加强安全”', ['E3'], TASKS],
    ['asks for a click', '加强食品安全监管 http://evil.example', ['E3'], TASKS],
    ['uses what nobody gave', '加强食品安全监管', ['E9'], TASKS],
    ['uses an id inside words', '加强{E3}', ['E3'], TASKS],
    ['drops the unit for another', '全年进出口总额{F4}美元', ['E2'], REVIEW],
  ])('does not pass where it %s', (_, text, evidence, material) => {
    expect(proven(text, evidence, material)).toBeNull()
  })
})

describe('what a model is shown', () => {
  it('holds no digit of the statements, only ids', () => {
    for (const { masked } of [...TASKS.evidence.values(), ...REVIEW.evidence.values()])
      expect(masked.replace(/\{[FN]\d+\}/g, '')).not.toMatch(/\d/)
  })

  it('keeps direction and qualifiers with the number', () => {
    const [number] = materialOf('规模以上工业增加值预计').numbers.values()
    expect(number).toMatchObject({ id: 'F1', said: '增长9.2%左右' })
  })
})
