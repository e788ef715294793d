import { describe, expect, it } from 'vitest'
import { answerAboutReport, chineseDate, headingSource } from '../../src/answer/answer-about-report.js'
import { lineOf } from '../../src/answer/source.js'
import { lanxi, qinglan } from '../fixtures/lanxi.js'

const [plan, bulletin] = [lanxi(), qinglan()]

describe('answerAboutReport', () => {
  it.each(['speaker', 'date', 'meeting', 'title', 'place', 'outline'])('cites the line that tells the %s', (intent) => {
    const finding = answerAboutReport([intent], plan)
    expect(finding?.outcome).toBe('answered')
    for (const { start, end } of finding!.claims.flatMap(({ sources }) => sources))
      expect(plan.text.slice(start, end).trim()).toBe(plan.text.slice(start, end))
  })

  it.each(['speaker', 'index', 'validity', 'meeting', 'nonsense'])('is silent where the file tells no %s', (intent) => {
    expect(answerAboutReport([intent], bulletin)).toBeNull()
  })

  it('tells both of what is asked in one breath', () => {
    const texts = answerAboutReport(['speaker', 'date'], plan)!.claims.map(({ text }) => text)
    expect(texts).toHaveLength(2)
    expect(texts[1]).toContain('2031年1月8日')
  })

  it('cites no line that lacks what it says', () => {
    const [claim] = answerAboutReport(['date'], plan)!.claims
    const { start, end } = claim!.sources[0]!
    expect(plan.text.slice(start, end)).toContain('2031年1月8日')
  })
})

describe('headingSource', () => {
  it('cites every heading by its own words', () => {
    plan.sections.forEach(({ path, title }, i) => {
      const { start, end, section } = headingSource(plan, i)
      expect(plan.text.slice(start, end)).toContain(title)
      expect(section).toEqual(path)
    })
  })
})

describe('lineOf', () => {
  it('finds a name that is set wide', () => {
    const { start, end } = lineOf(plan, '周平')!
    expect(plan.text.slice(start, end)).toContain('周  平')
  })

  it('finds nothing where the file lacks the words, or none are given', () => {
    expect(lineOf(plan, '吴用')).toBeNull()
    expect(lineOf(plan, '')).toBeNull()
  })

  it('takes signs of patterns for what they are', () => {
    expect(lineOf(plan, '.*')).toBeNull()
    expect(lineOf(plan, '(一)聚焦')).not.toBeNull()
  })
})

describe('chineseDate', () => {
  it('says as much as is known', () => {
    expect(chineseDate('2031-01-08')).toBe('2031年1月8日')
    expect(chineseDate('2031-01')).toBe('2031年1月')
    expect(chineseDate('2031')).toBe('2031年')
  })
})
