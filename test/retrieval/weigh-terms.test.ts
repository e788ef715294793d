import { describe, expect, it } from 'vitest'
import { toSearchable } from '../../src/retrieval/searchable-report.js'
import { namesThing, strengthIn, weighTerms } from '../../src/retrieval/weigh-terms.js'
import type { Term } from '../../src/understand/understanding.js'
import { lanxi } from '../fixtures/lanxi.js'

const searchable = toSearchable(lanxi())

function term(text: string, changes: Partial<Term> = {}): Term {
  return {
    text,
    at: 0,
    forms: [{ form: text, weight: 1 }],
    wider: [],
    parts: [],
    concept: { name: text, kind: 'thing' },
    role: 'topic',
    ...changes,
  }
}

/** Weights of terms that stand apart in a question. */
function weights(...terms: Term[]): number[] {
  const apart = terms.map((entry, i) => ({ ...entry, at: 10 * i }))
  return weighTerms({ terms: apart, kind: 'figure' }, searchable).terms.map(({ weight }) => weight)
}

describe('weighTerms', () => {
  it('lets a rare word weigh more than a common one', () => {
    const [rare, common] = weights(term('学位'), term('增长'))
    expect(rare).toBeGreaterThan(common!)
  })

  it('lets the head weigh more, the background less', () => {
    const [head, topic, background] = weights(
      term('学位', { role: 'head' }),
      term('学位'),
      term('学位', { role: 'background' }),
    )
    expect(head).toBeGreaterThan(topic!)
    expect(background).toBeLessThan(topic!)
  })

  it('counts what the report lacks as a demand that nothing meets', () => {
    const { terms, total } = weighTerms(
      { terms: [term('博物馆'), term('学位', { at: 9 })], kind: 'figure' },
      searchable,
    )
    expect(terms[0]).toMatchObject({ present: false, holders: 0 })
    expect(terms[0]!.strengths.size).toBe(0)
    expect(total).toBeGreaterThan(terms[1]!.weight)
  })

  it('does not let talk outweigh what is known', () => {
    const talk = ['咕噜呱啦', '稀里哗啦', '叽叽喳喳'].map((text, i) => term(text, { concept: null, at: 20 * (i + 1) }))
    const { terms, total } = weighTerms({ terms: [term('学位'), ...talk], kind: 'figure' }, searchable)
    expect(total).toBeLessThan(2 * terms[0]!.weight)
  })

  it('weighs nothing in a question without words', () => {
    expect(weighTerms({ terms: [], kind: 'open' }, searchable)).toEqual({ terms: [], total: 0 })
  })

  it('agrees, statement by statement, with what each statement’s own text meets', () => {
    const asked = [
      term('老旧小区'),
      term('建设学校', { parts: [['新建', '学校']] }),
      term('进出口', { forms: [{ form: '进出口总额', weight: 0.85 }] }),
    ]
    for (const { term: weighed, strengths } of weighTerms({ terms: asked, kind: 'figure' }, searchable).terms)
      searchable.statements.forEach(({ text }, i) => {
        expect(strengths.get(i) ?? 0).toBeCloseTo(strengthIn(text, weighed), 10)
      })
  })
})

describe('strengthIn', () => {
  it('takes the surest wording that stands there whole', () => {
    const asked = term('gdp', {
      forms: [
        { form: 'gdp', weight: 1 },
        { form: '地区生产总值', weight: 0.85 },
      ],
    })
    expect(strengthIn('地区生产总值增长8%', asked)).toBe(0.85)
    expect(strengthIn('gdp即地区生产总值', asked)).toBe(1)
    expect(strengthIn('财政收入', asked)).toBe(0)
  })

  it('takes most of its words for less than the whole', () => {
    const asked = term('老旧小区改造', { parts: [['老旧', '小区', '改造']] })
    const whole = strengthIn('老旧小区改造', asked)
    const most = strengthIn('改造了一批老旧楼房', asked)
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThan(whole)
    expect(strengthIn('改造了一批厂房', asked)).toBe(0)
  })
})

describe('namesThing', () => {
  it('holds for what the report knows and what is no everyday word there', () => {
    const named = (text: string) =>
      namesThing(weighTerms({ terms: [term(text)], kind: 'figure' }, searchable).terms[0]!, searchable)
    expect(named('白鹭湖小学')).toBe(true)
    expect(named('博物馆')).toBe(false)
    expect(named('增长')).toBe(false)
    expect(named('总投资')).toBe(false)
  })
})
