import { equal, type Rational, rationalOf, shift } from './rational.js'

/** A value in its base unit: 10.1亿元 and 101000万元 are the same quantity. */
export interface Quantity {
  /** In the base unit. */
  amount: Rational
  /** 元, 人, %, 个百分点 …; '' where there is none. */
  base: string
}

const POWERS: Readonly<Record<string, number>> = { 万: 4, 亿: 8 }

const SPELLINGS: Readonly<Record<string, string>> = {
  '\uff05': '%',
  百分点: '个百分点',
  千米: '公里',
  平方千米: '平方公里',
  人民币元: '元',
  块: '元',
  块钱: '元',
  元人民币: '元',
}

/** The power of ten and the base unit that a unit such as 万亿元 stands for. */
export function baseUnit(unit: string): { power: number; base: string } {
  let rest = unit.trim()
  let power = 0
  while (rest.length > 0 && POWERS[rest[0]!] !== undefined) {
    power += POWERS[rest[0]!]!
    rest = rest.slice(1)
  }
  return { power, base: SPELLINGS[rest] ?? rest }
}

/** Null where the figure has no number (a rating, a ratio of several numbers). */
export function quantityOf(value: number | null, unit: string): Quantity | null {
  if (value === null) return null
  const number = rationalOf(value)
  if (!number) return null
  const { power, base } = baseUnit(unit)
  if (base === '成') return { amount: shift(number, power + 1), base: '%' }
  return { amount: shift(number, power), base }
}

export function sameQuantity(a: Quantity, b: Quantity): boolean {
  return a.base === b.base && equal(a.amount, b.amount)
}
