import type { Span } from '../../text/clauses.js'
import type { Measure } from '../report.js'
import type { NumeralReading } from './classify-numerals.js'
import { ownersOf } from './pair-owners.js'
import { type LeftWords, readLeft } from './read-left.js'
import { type RightWords, readRight } from './read-right.js'
import { wordAt } from './words.js'

/** What a figure measures, read from the words around it. */
export interface NamedFigure {
  indicator: string
  measure: Measure
  direction: 1 | -1
  qualifiers: string[]
  phrase: Span
  /** Where the words in front of the number begin. */
  leftStart: number
  /** For the number reached in “由X增加到Y”: where X's words begin; else null. */
  origin: number | null
}

interface Scene {
  folded: string
  readings: readonly NumeralReading[]
  /** What 总投资, 占比 … belong to. */
  owner: string
  /** What a number without a noun measures. */
  last: string
  /** Owners that a 分别 named, for the numbers to come. */
  owners: string[]
  /** Where the number gone from has its words. */
  origin: number | null
}

/** Names every figure of a sentence, in order. `subject` is what the sentence before spoke of. */
export function nameFigures(
  folded: string,
  readings: readonly NumeralReading[],
  subject: string | null,
): NamedFigure[] {
  const scene: Scene = { folded, readings, owner: subject ?? '', last: subject ?? '', owners: [], origin: null }
  const named: NamedFigure[] = []
  let from = 0
  for (const [i, reading] of readings.entries()) {
    const start = Math.max(from, clauseStart(folded, reading.start))
    const left = readLeft(folded.slice(start, reading.start))
    const right = readRight(folded, readings, i)
    const figure = nameFigure(scene, { i, reading, start, left, right }, named.at(-1))
    named.push(figure)
    from = Math.max(reading.start, figure.phrase.end)
  }
  return named
}

interface Place {
  i: number
  reading: NumeralReading
  start: number
  left: LeftWords
  right: RightWords
}

function nameFigure(scene: Scene, place: Place, previous: NamedFigure | undefined): NamedFigure {
  const { reading, left, right, start } = place
  const joined = previous !== undefined && isJoined(scene, place)
  const change = left.change || (joined && previous.measure === 'growth' && !left.noun ? previous.direction : 0)
  const indicator = indicatorOf(scene, place, joined)
  const measure = measureOf(reading, change !== 0, indicator)
  const origin = left.to ? scene.origin : null
  scene.origin = left.from ? start : null
  const end = endOf(reading)
  return {
    indicator,
    measure,
    direction: change === -1 ? -1 : 1,
    qualifiers: left.qualifiers,
    phrase: { start: phraseStart(scene.folded, start, reading.start), end: right.inPhrase ? right.end : end },
    leftStart: start,
    origin,
  }
}

/** 3.9%和5.7%: nothing but a joint stands between the number and the one before. */
function isJoined(scene: Scene, { i, reading }: Place): boolean {
  const before = scene.readings[i - 1]
  return (
    before !== undefined &&
    /^(?:左右|以上)?[、和及与,—–~至到-]{0,2}$/.test(scene.folded.slice(before.end, reading.start))
  )
}

function indicatorOf(scene: Scene, place: Place, joined: boolean): string {
  const { left, right, reading } = place
  if (left.respectively && left.noun) scene.owners = ownersOf(left.noun, runLength(scene, place.i))
  else if (left.respectively) scene.owners = [...scene.owners]
  if (left.respectively || joined) {
    const position = runPosition(scene, place.i)
    const owner = scene.owners[position]
    if (owner) return remember(scene, owner)
  }
  if (right.owner) return remember(scene, right.owner + (left.noun || left.action), right.owner)
  if (!left.noun && right.noun && reading.unitKind === 'count') return remember(scene, left.action + right.noun)
  if (!left.noun) return scene.last + (left.action && !left.change ? left.action : '')
  if (wordAt('generic', 'whole', left.noun)) {
    scene.last = scene.owner + left.noun
    return scene.last
  }
  if (right.noun && reading.unitKind === 'count' && wordAt('actions', 'end', left.noun))
    return remember(scene, left.noun + right.noun)
  return remember(scene, left.noun)
}

function remember(scene: Scene, indicator: string, owner = indicator): string {
  scene.last = indicator
  scene.owner = owner
  return indicator
}

/** How many numbers follow one another from number `i` on, itself included. */
function runLength(scene: Scene, i: number): number {
  let length = 1
  while (
    scene.readings[i + length] &&
    isJoined(scene, { i: i + length, reading: scene.readings[i + length]! } as Place)
  )
    length++
  return length
}

function runPosition(scene: Scene, i: number): number {
  let position = 0
  while (i - position > 0 && isJoined(scene, { i: i - position, reading: scene.readings[i - position]! } as Place))
    position++
  return position
}

function measureOf(reading: NumeralReading, growth: boolean, indicator: string): Measure {
  if (reading.unitKind === 'rank') return 'rank'
  if (reading.unitKind === 'rating') return 'rating'
  if (growth || reading.unitKind === 'points') return 'growth'
  if (reading.numeral.kind === 'ratio' || reading.numeral.kind === 'fraction') return 'share'
  return reading.unitKind === 'percent' && indicator !== '' ? 'share' : 'level'
}

/** The number's end with the qualifiers behind it. */
function endOf(reading: NumeralReading): number {
  return reading.end + reading.after.filter((word) => word !== reading.numeral.infix).join('').length
}

function phraseStart(folded: string, start: number, end: number): number {
  return start + (/^[\s、,和及与:]*(?:其中[,:]?)?/.exec(folded.slice(start, end))?.[0].length ?? 0)
}

function clauseStart(folded: string, position: number): number {
  let depth = 0
  for (let i = position - 1; i >= 0; i--) {
    const character = folded[i]!
    if (character === ')') depth++
    else if (character === '(') {
      if (depth === 0) return i + 1
      depth--
    } else if (depth === 0 && /[,;。:!?\n]/.test(character) && !/\d,\d{3}/.test(folded.slice(i - 1, i + 4)))
      return i + 1
  }
  return 0
}
