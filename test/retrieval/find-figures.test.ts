import { describe, expect, it } from 'vitest'
import { findFigures } from '../../src/retrieval/find-figures.js'
import { fitsKind } from '../../src/retrieval/fits-kind.js'
import { isClaimed } from '../../src/retrieval/is-claimed.js'
import { createRetriever } from '../../src/retrieval/retriever.js'
import { toSearchable } from '../../src/retrieval/searchable-report.js'
import { weighTerms } from '../../src/retrieval/weigh-terms.js'
import type { AskedKind, Understanding } from '../../src/understand/understanding.js'
import { figureWith } from '../fixtures/figure.js'
import { lanxi, qinglan } from '../fixtures/lanxi.js'
import { readerOver } from '../fixtures/small-reader.js'

const searchable = toSearchable(lanxi())
const retriever = createRetriever([searchable])
const { read } = readerOver([lanxi(), qinglan()])

/** What a question of a kind asks for. */
function asking(kind: AskedKind, unit: string | null): Understanding {
  return { ...read('招商引资'), kind, unit }
}

function find(question: string) {
  const understanding = read(question)
  const weighed = weighTerms(understanding, searchable)
  const evidence = retriever.retrieve(understanding, weighed, searchable, { dense: new Map() })
  return { found: findFigures(understanding, weighed, evidence), question: weighed }
}

describe('findFigures', () => {
  it.each([
    ['高新技术企业有多少家', '149家'],
    ['科技型中小企业有多少家', '261家'],
    ['新增学位多少', '2400个'],
    ['进出口总额多少', '12.6亿元'],
    ['出口多少', '8.4亿元'],
    ['居民人均可支配收入增长多少', '6.3%'],
    ['云帆服装智慧工厂投资多少', '30亿元'],
    ['泰禾纺织产业园投资多少', '28亿元'],
    ['科技创新指数排名第几', '第一'],
  ])('puts the figure that “%s” asks for first', (question, text) => {
    expect(find(question).found[0]?.figure.text).toBe(text)
  })

  it('gives a figure less for a word that belongs to its neighbour', () => {
    const { found, question } = find('市重点项目有多少个')
    const of = (text: string) => found.find(({ figure }) => figure.text === text)!
    const head = question.terms.findIndex(({ term }) => term.text.includes('市重点项目'))
    expect(of('36个').met[head]!.own).toBeGreaterThan(of('23个').met[head]!.own)
    expect(of('36个').score).toBeGreaterThan(of('23个').score)
  })

  it('does not take a wider measure for the one asked', () => {
    const { found, question } = find('出口多少')
    const at = question.terms.findIndex(({ term }) => term.text === '出口')
    const of = (text: string) => found.find(({ figure }) => figure.text === text)!
    expect(of('12.6亿元').met[at]!.own).toBeLessThan(of('8.4亿元').met[at]!.own)
  })

  it('lists every figure of the evidence, once, best first', () => {
    const { found } = find('老旧小区改造多少个')
    expect(new Set(found.map(({ figure }) => figure.index)).size).toBe(found.length)
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a))
  })

  it('meets each word by its own words no more than by anything around', () => {
    for (const { met, own, coverage } of find('去年新增学位和改造老旧小区各多少').found) {
      for (const each of met) expect(each.own).toBeLessThanOrEqual(each.any)
      expect(own).toBeLessThanOrEqual(coverage + 1e-9)
    }
  })
})

const figure = figureWith({ indicator: '学位', value: 2400, unit: '个', text: '2400个' })

describe('what a figure measures', () => {
  const money = { ...figure, unit: '亿元', value: 30 }
  const growth = { ...figure, unit: '%', value: 8, measure: 'growth' as const }
  const share = { ...figure, unit: '%', value: 95, measure: 'share' as const }
  const rank = { ...figure, unit: '', value: 1, measure: 'rank' as const }

  it('fits the kind that was asked', () => {
    expect(fitsKind(asking('money', null), money)).toBe(true)
    expect(fitsKind(asking('money', null), figure)).toBe(false)
    expect(fitsKind(asking('count', '个'), figure)).toBe(true)
    expect(fitsKind(asking('count', '个'), money)).toBe(false)
    expect(fitsKind(asking('growth', null), growth)).toBe(true)
    expect(fitsKind(asking('growth', null), share)).toBe(false)
    expect(fitsKind(asking('share', null), share)).toBe(true)
    expect(fitsKind(asking('share', null), growth)).toBe(false)
    expect(fitsKind(asking('rank', null), rank)).toBe(true)
    expect(fitsKind(asking('rank', null), figure)).toBe(false)
  })

  it('fits a count in whatever word things are counted', () => {
    expect(fitsKind(asking('count', '处'), figure)).toBe(true)
  })

  it('takes no people where things are counted that are none', () => {
    const people = { ...figure, unit: '万人' }
    for (const unit of ['所', '座', '家', '辆']) expect(fitsKind(asking('count', unit), people)).toBe(false)
    for (const unit of ['个', '名']) expect(fitsKind(asking('count', unit), people)).toBe(true)
  })
})

describe('isClaimed', () => {
  const claim = (value: number) => ({ text: '', value, unit: '', at: 0, isAtLeast: false })

  it('compares full values, whatever their scale', () => {
    expect(isClaimed(claim(3_000_000_000), { ...figure, value: 30, unit: '亿元' })).toBe(true)
    expect(isClaimed(claim(30), { ...figure, value: 30, unit: '亿元' })).toBe(false)
    expect(isClaimed(claim(29_540_000_000), { ...figure, value: 295.4, unit: '亿元' })).toBe(true)
  })

  it('takes a fall for its amount, and a rating for no number', () => {
    expect(isClaimed(claim(2.1), { ...figure, value: -2.1, unit: '%' })).toBe(true)
    expect(isClaimed(claim(1), { ...figure, value: null })).toBe(false)
  })
})
