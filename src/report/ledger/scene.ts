import type { NumeralReading } from './classify-numerals.js'
import type { LeftWords } from './read-left.js'
import { endOf, type RightWords } from './read-right.js'

/** A sentence and what has been spoken of so far in it. */
export interface Scene {
  folded: string
  readings: readonly NumeralReading[]
  /** What 总投资, 占比 … belong to. */
  owner: string
  /** What a number without a noun measures. */
  last: string
  /** The same without what it is set in relation to: 就业 of 就业占全省. */
  base: string
  /** Indicators of amounts so far. */
  named: string[]
  /** What 其中 divides and 合计 sums up, and whether it is being divided or added to. */
  whole: string
  inPart: boolean
  inSum: boolean
  /** Owners that a 分别 or a list of values named, for the numbers to come. */
  owners: string[]
}

/** A number of the sentence with the words around it. */
export interface Place {
  i: number
  reading: NumeralReading
  /** Where the words in front of the number begin. */
  start: number
  /** Where the figure before ends. */
  from: number
  left: LeftWords
  right: RightWords
}

/** @param subject what the sentence before spoke of */
export function openScene(folded: string, readings: readonly NumeralReading[], subject: string): Scene {
  const spoken = { owner: subject, last: subject, base: subject, whole: subject }
  return { folded, readings, ...spoken, named: [], inPart: false, inSum: false, owners: [] }
}

/** Makes an indicator what the next numbers belong to, and returns it. */
export function remember(scene: Scene, indicator: string, owner = indicator): string {
  scene.last = indicator
  scene.base = bareOf(indicator)
  scene.owner = owner
  return indicator
}

/** 出口额跃居世界 → 出口额: a noun without the place that it takes. */
export function bareOf(noun: string): string {
  return noun.replace(PLACED, '')
}

const PLACED =
  /(?<=.{2})(?:均|都)?(?:[位稳跃]?居|排名?|位列|名列)(?:全[国省市区县球]|世界|亚洲|[东中西]部)[^、,]{0,6}$/u

/** 3.9%和5.7%: nothing but a joint stands between number `i` and the one before; behind a comma (2.3:1,17个区) new things begin. */
export function isJoined({ folded, readings }: Scene, i: number): boolean {
  const [before, reading] = [readings[i - 1], readings[i]]
  if (!before || !reading) return false
  const between = folded.slice(endOf(before), reading.start)
  return /^[、和及与以,—–~至到-]{1,2}$/.test(between) && (between !== ',' || before.unit === reading.unit)
}

/** How many values follow one another from number `i` on, itself included; a range (3%到5%) is one. */
export function runLength(scene: Scene, i: number): number {
  let length = 1
  for (let next = i + 1; isJoined(scene, next); next++) if (!endsRange(scene, next)) length++
  return length
}

/** How many joined values stand in front of number `i`. */
export function runPosition(scene: Scene, i: number): number {
  let position = 0
  for (let at = i; isJoined(scene, at); at--) if (!endsRange(scene, at)) position++
  return position
}

function endsRange({ folded, readings }: Scene, i: number): boolean {
  return /^[—–~至到-]+$/.test(folded.slice(endOf(readings[i - 1]!), readings[i]!.start))
}
