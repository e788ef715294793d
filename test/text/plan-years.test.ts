import { describe, expect, it } from 'vitest'
import { planYears } from '../../src/text/plan-years.js'

describe('planYears', () => {
  it.each([
    ['六', 1981],
    ['九', 1996],
    ['十', 2001],
    ['十一', 2006],
    ['十五', 2026],
  ])('begins the plan %s五 in %i', (ordinal, from) => {
    expect(planYears(ordinal)).toEqual({ from, to: from + 4 })
  })
})
