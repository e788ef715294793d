import { parseChineseNumeral } from './numerals.js'

/**
 * Pattern of a five-year plan's ordinal, in front of its 五: 十一 of 十一五. Of the plans before, which are named by one
 * character (九五, 十五), only where what stands behind tells them from a number: 十五年, 十五大.
 */
export const PLAN_ORDINAL =
  '(?:十[一二三四五六七八九](?=五)|(?<![一二三四五六七八九十百千万])[六七八九十](?=五(?:”|期间|时期|期?末|以来)))'

/** The years of a plan by its ordinal: the sixth (六五) began in 1981, each later one five years after the one before. */
export function planYears(ordinal: string): { from: number; to: number } {
  const from = 1981 + 5 * ((parseChineseNumeral(ordinal) ?? 6) - 6)
  return { from, to: from + 4 }
}
