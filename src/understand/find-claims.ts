import * as z from 'zod'
import { loadLexicon } from '../lexicon/load-lexicon.js'
import { findNumerals } from '../text/numerals.js'
import type { Claim } from './understanding.js'

const unitsSchema = z.array(z.object({ kind: z.string(), words: z.array(z.string()) }))
const SCALES: Readonly<Record<string, number>> = { '': 1, 万: 1e4, 亿: 1e8, 万亿: 1e12 }

/** A unit without its scale: 万户 → 户, 亿元 → 元. */
export function bareUnit(unit: string): string {
  return unit.replace(/^(?:万亿|亿|万)/, '')
}

let units: { kinds: ReadonlyMap<string, string>; longest: number } | undefined

function loadUnits(): NonNullable<typeof units> {
  if (units) return units
  const words = loadLexicon('units', unitsSchema).flatMap(({ kind, words }) =>
    words.map((word) => [word, kind] as const),
  )
  units = { kinds: new Map(words), longest: Math.max(...words.map(([word]) => word.length)) }
  return units
}

/**
 * Kind of a unit as lexicon/units.yaml has it (money, percent, count …), of a rate (元/月) that of its first part; null where
 * it is none. Scales are ignored.
 */
export function unitKindOf(unit: string): string | null {
  const bare = bareUnit(unit)
  if (bare === '' && unit !== '') return 'count'
  const { kinds } = loadUnits()
  return kinds.get(bare) ?? kinds.get(bare.replace(/\/.*$/, '')) ?? null
}

/** The longest unit that `text` starts with, scale included (万元, 个百分点, 家), or ''. */
export function leadingUnit(text: string): string {
  const scale = text.match(/^(万亿|亿|万)/)?.[0] ?? ''
  const { kinds, longest } = loadUnits()
  for (let end = scale.length + longest; end > scale.length; end--)
    if (kinds.has(text.slice(scale.length, end))) return text.slice(0, end)
  return ''
}

/** Whether a word is made of units alone: 万元, 户人. */
export function isUnits(word: string): boolean {
  let rest = word
  while (rest !== '') {
    const unit = leadingUnit(rest) || rest.match(/^(?:万亿|亿|万)/)?.[0]
    if (!unit) return false
    rest = rest.slice(unit.length)
  }
  return true
}

/** 65岁以上 names who is counted. */
const AGE_CLASS = /^(?:[-—–~到至]\d{1,3})?周?岁(?:(?:及|或)?(?:以|往)[上下]|的|[人老])/

/** 第三家 is an ordinal, 哪两笔 asks for them. */
const NO_AMOUNT = /[第哪]/
/** 这两笔 points at two named before; in front of 3亿 it does not. */
const POINTING = /[这那]/

/** 水质到了二类: a class, not two of them. */
const CLASSES = new Set(['类', '级'])
const REACHED_CLASS = /(?:[到达是为属在于]|保持|稳定)了?$/

/** Numbers with a unit in a question's search form: 5000套, 五十八万, 三十个亿. Years, names (2号线, 5g) and ordinals are none. */
export function findClaims(text: string): Claim[] {
  const colloquial = text.replace(/(?<=[\d一二两三四五六七八九十百千])个(?=[亿万])/g, '')
  return findNumerals(colloquial).flatMap((numeral) => {
    const inFront = colloquial[numeral.start - 1] ?? ''
    if (NO_AMOUNT.test(inFront) || (POINTING.test(inFront) && numeral.scale === '')) return []
    if (AGE_CLASS.test(colloquial.slice(numeral.end))) return []
    if (numeral.value === null || (numeral.kind === 'chinese' && numeral.value < 2 && numeral.scale === '')) return []
    const unit = numeral.kind === 'percent' ? '%' : leadingUnit(colloquial.slice(numeral.end))
    if (unit === '' && numeral.scale === '') return []
    if (CLASSES.has(unit) && REACHED_CLASS.test(colloquial.slice(0, numeral.start))) return []
    const at = text === colloquial ? numeral.start : text.indexOf(colloquial[numeral.start]!, numeral.start)
    const span = colloquial.slice(numeral.start, numeral.end) + (numeral.kind === 'percent' ? '' : unit)
    const isAtLeast = numeral.infix !== '' || /^[多余来]/.test(colloquial.slice(numeral.end + unit.length))
    return [{ text: span, value: numeral.value * (SCALES[numeral.scale] ?? 1), unit, at, isAtLeast }]
  })
}
