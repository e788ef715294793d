import { describe, expect, it } from 'vitest'
import { findFigures } from '../../src/retrieval/find-figures.js'
import { askedYears } from '../../src/retrieval/match-period.js'
import { rankStatements } from '../../src/retrieval/rank-statements.js'
import { createRetriever } from '../../src/retrieval/retriever.js'
import { toSearchable } from '../../src/retrieval/searchable-report.js'
import { weighTerms } from '../../src/retrieval/weigh-terms.js'
import { lanxi, qinglan } from '../fixtures/lanxi.js'
import { readerOver } from '../fixtures/small-reader.js'

const report = lanxi()
const searchable = toSearchable(report)
const retriever = createRetriever([searchable])
const { read } = readerOver([report, qinglan()])

function retrieve(question: string) {
  const understanding = read(question)
  const weighed = weighTerms(understanding, searchable)
  const evidence = retriever.retrieve(understanding, weighed, searchable, { dense: new Map() })
  const years = askedYears(understanding.periods, report.years)
  return { understanding, years, evidence, figures: findFigures(understanding, weighed, evidence) }
}

const firstOf = (question: string) => rankStatements(retrieve(question))[0]?.statement.statement.text

describe('rankStatements', () => {
  it.each([
    ['2030年规模以上工业增加值增长多少', '增长9.2%左右'],
    ['2031年规模以上工业增加值增长多少', '增长8%以上'],
    ['今年固定资产投资增长多少', '增长9%左右'],
    ['去年改造老旧小区多少个', '改造老旧小区46个'],
    ['今年改造老旧小区多少个', '改造老旧小区52个'],
  ])('puts the time that “%s” asks for first', (question, words) => {
    expect(firstOf(question)).toContain(words)
  })

  it('takes the plan for the time of a target without a year', () => {
    expect(firstOf('固定资产投资增长目标是多少')).toContain('9%左右')
  })

  it('puts a statement with a figure of the kind asked before one that only has the words', () => {
    const retrieved = retrieve('停车位多少个')
    const [first] = rankStatements(retrieved)
    expect(first?.statement.figures.length).toBeGreaterThan(0)
    const alike = retrieved.evidence.map((entry) => ({ ...entry, score: 1 }))
    expect(rankStatements({ ...retrieved, evidence: alike })[0]?.statement.text).toContain('停车位3600个')
  })

  it('leaves the order of words alone where no number and no time is asked', () => {
    const retrieved = retrieve('云溪医院在哪里')
    expect(rankStatements(retrieved).map(({ statement }) => statement)).toEqual(
      retrieved.evidence.map(({ statement }) => statement),
    )
  })

  it('lets meaning lead where words meet alike, and not where one of them meets them far better', () => {
    const retrieved = retrieve('云溪医院在哪里')
    const [first, ...others] = retrieved.evidence
    const near = others.at(-1)!
    const meaning = (score: number) => [
      { ...first!, score, arms: { ...first!.arms, dense: 0 } },
      { ...near, score: 0.4, arms: { ...near.arms, dense: 0.3 } },
    ]
    const firstAfter = (score: number) => rankStatements({ ...retrieved, evidence: meaning(score) })[0]?.statement
    expect(firstAfter(0.5)).toBe(near.statement)
    expect(firstAfter(1)).toBe(first!.statement)
  })

  it('loses and adds none', () => {
    const retrieved = retrieve('去年高新技术企业和进出口总额各多少')
    const textsOf = (found: typeof retrieved.evidence) => found.map(({ statement }) => statement.text).sort()
    expect(textsOf(rankStatements(retrieved))).toEqual(textsOf(retrieved.evidence))
  })

  it('orders nothing where nothing was found', () => {
    expect(rankStatements(retrieve('quux'))).toEqual([])
  })
})
