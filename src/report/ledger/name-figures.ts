import type { Span } from '../../text/clauses.js'
import type { Measure } from '../report.js'
import type { NumeralReading } from './classify-numerals.js'
import { clauseStart } from './clause-start.js'
import { findTopic, topicBehind } from './find-topic.js'
import { ownersOf } from './pair-owners.js'
import { type LeftWords, readLeft } from './read-left.js'
import { endOf, isCounting, type RightWords, readRight } from './read-right.js'
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
  /** True for the number reached in “由X增加到Y”: what is said of X's time is not said of it. */
  reached: boolean
}

/** What has been spoken of so far in a sentence. */
interface Scene {
  folded: string
  readings: readonly NumeralReading[]
  /** What 总投资, 占比 … belong to. */
  owner: string
  /** What a number without a noun measures. */
  last: string
  /** What 其中 divides, and whether it is being divided. */
  whole: string
  inPart: boolean
  /** The same without what it is set in relation to: 就业 of 就业占全省. */
  base: string
  /** Indicators of amounts so far. */
  named: string[]
  /** Owners that a 分别 or a list of values named, for the numbers to come. */
  owners: string[]
}

interface Place {
  i: number
  reading: NumeralReading
  start: number
  /** Where the figure before ends. */
  from: number
  left: LeftWords
  right: RightWords
}

/** Names every figure of a sentence, in order. `subject` is what the sentence before spoke of. */
export function nameFigures(
  folded: string,
  readings: readonly NumeralReading[],
  subject: string | null,
): NamedFigure[] {
  const said = subject ?? ''
  const scene: Scene = {
    folded,
    readings,
    owner: said,
    last: said,
    base: said,
    named: [],
    whole: said,
    inPart: false,
    owners: [],
  }
  const named: NamedFigure[] = []
  let from = 0
  for (const [i, reading] of readings.entries()) {
    const start = Math.max(from, clauseStart(folded, reading.start))
    const left = readLeft(folded.slice(start, reading.start))
    if (i === 0 || left.change === 0 || folded.slice(from, start).includes(';')) takeTopic(scene, from, start)
    const place = { i, reading, start, from, left, right: readRight(folded, readings, i) }
    const figure = nameFigure(scene, place, named.at(-1))
    named.push(figure)
    if (figure.measure !== 'growth') scene.named.push(figure.indicator)
    from = figure.phrase.end
  }
  return shareRangePhrases(folded, readings, named)
}

/** Clauses without figures between two numbers change what is spoken of. */
function takeTopic(scene: Scene, from: number, start: number): void {
  const between = scene.folded.slice(from, start)
  const topic = findTopic(from === 0 ? between : between.replace(/^[^,;。:!?]*/, ''))
  if (topic) Object.assign(scene, { owner: topic, last: topic, base: topic })
}

function nameFigure(scene: Scene, place: Place, previous: NamedFigure | undefined): NamedFigure {
  const { reading, left, right, start } = place
  const joined = isJoined(scene, place.i)
  const change = left.change || (joined && previous?.measure === 'growth' && !left.noun ? previous.direction : 0)
  const indicator =
    joined && previous && !scene.owners.length && !left.noun ? previous.indicator : indicatorOf(scene, place)
  const needsRight = right.end > reading.end && (right.owner !== '' || usesRightNoun(place))
  return {
    indicator,
    measure: measureOf(reading, change !== 0, indicator),
    direction: change === -1 ? -1 : 1,
    qualifiers: left.qualifiers,
    phrase: {
      start: phraseStart(scene.folded, start, reading.start),
      end: needsRight ? right.end : endOf(reading),
    },
    leftStart: start,
    reached: left.to,
  }
}

function indicatorOf(scene: Scene, place: Place): string {
  const { left, right, reading, i, start } = place
  if (/;/.test(scene.folded[start - 1] ?? '')) scene.inPart = false
  const run = runLength(scene, i)
  const position = runPosition(scene, i)
  if (position === 0) {
    if (left.noun && (left.respectively || run > 1)) scene.owners = ownersOf(ownersBefore(scene, place, run), run)
    else if (!left.respectively) scene.owners = []
    else if (scene.owners.length !== run) scene.owners = scene.named.slice(-run)
  }
  const paired = scene.owners[position]
  if (paired && !(left.noun && position > 0)) return remember(scene, paired)
  if (right.owner) return nameOwned(scene, left, right.owner)
  if (usesRightNoun(place)) return remember(scene, countedNoun(left, right))
  if (!left.noun) return unnamed(scene, place)
  if (wordAt('relations', 'start', left.noun)) {
    scene.last = scene.base + left.noun
    return scene.last
  }
  if (wordAt('generic', 'whole', left.noun)) return nameGeneric(scene, place)
  scene.inPart ||= left.part || /其中[,:、]?\s*$/.test(scene.folded.slice(0, start))
  if (scene.inPart) return nameShare(scene, left.noun, reading)
  scene.whole = left.noun
  return remember(scene, left.noun)
}

/** The words of the owners; a list of them may hold commas. */
function ownersBefore({ folded }: Scene, { left, from, start, reading }: Place, run: number): string {
  if (run < 2 || ownersOf(left.noun, run)[0] !== left.noun) return left.noun
  const clauses = folded
    .slice(from, start)
    .split(/[;。:!?]/)
    .at(-1)!
    .split(',')
    .filter((clause) => clause.trim() !== '')
  if (start === reading.start || clauses.length < run - 1) return left.noun
  return [...clauses.slice(-(run - 1)).map((clause) => readLeft(clause).noun), left.noun].join(',')
}

/** A number without a noun: it measures what the one before did; a rate behind a share (占全省3%,增长5%) leaves that out. */
function unnamed(scene: Scene, { left, right, reading }: Place): string {
  if (left.change !== 0) return reading.unitKind === 'percent' ? scene.base : scene.last
  if (isCounting(reading) && right.tail.length > 2 && !left.qualifiers.length)
    return remember(scene, left.action + right.tail)
  return scene.last + left.action
}

/** What is counted stands behind the unit: 8条水系, 发放1亿元贷款; 建筑面积5万平方米目标 has it in front. */
function usesRightNoun({ reading, left, right }: Place): boolean {
  if (!right.noun) return false
  return left.noun ? isCounting(reading) && !wordAt('abstract', 'whole', right.noun) : true
}

/** 投资30亿元的某工厂 → 某工厂投资; 每人10元的标准 → 每人标准. */
function nameOwned(scene: Scene, left: LeftWords, owner: string): string {
  if (wordAt('abstract', 'whole', owner))
    return remember(scene, (left.noun || scene.last) + owner, left.noun || scene.owner)
  return remember(scene, owner + (left.noun || left.action), owner)
}

/** 幸福渠流域8条水系; 建成公园5个 names its noun in front. A list in front (…等9个项目) only gives examples. */
function countedNoun(left: LeftWords, { noun, tail }: RightWords): string {
  if (!left.noun && !left.action && noun.length <= 2 && tail.length > 2) return tail + noun
  const front = left.examples ? '' : left.noun
  return (front || left.action) + noun
}

/** 总投资 belongs to what was spoken of, or to what stood in front of the same word before, or (投资5亿元,实施…) behind. */
function nameGeneric(scene: Scene, { left, start, reading, i }: Place): string {
  const spent = /^(?:完成)?投[资入]$/.test(left.noun) && (i === 0 || scene.folded[start - 1] === ';')
  const aim = spent ? topicBehind(scene.folded.slice(endOf(reading))) : ''
  if (aim) return remember(scene, aim + left.noun, aim)
  const before = scene.folded.slice(0, start)
  const at = before.lastIndexOf(left.noun)
  const clause = at < 0 ? '' : before.slice(clauseStart(before, at), at)
  const mentioned = clause.length > 2 && !/\d/.test(clause) ? readLeft(clause).noun : ''
  const owner = mentioned.length > 2 ? mentioned : scene.owner
  scene.last = owner.endsWith(left.noun) ? owner : owner + left.noun
  return scene.last
}

/** 其中工业 of an investment is 工业投资; 其中国家级 of 新增平台 is 国家级平台. */
function nameShare(scene: Scene, noun: string, reading: NumeralReading): string {
  const counted = isCounting(reading)
  const measure = counted
    ? scene.whole.replace(new RegExp(`^${wordAt('actions', 'start', scene.whole)}`), '')
    : wordAt('attributes', 'end', scene.whole)
  const complete = counted ? !/[类级性型属]$/.test(noun) : wordAt('attributes', 'end', noun) !== ''
  return remember(scene, complete ? noun : noun + measure)
}

function remember(scene: Scene, indicator: string, owner = indicator): string {
  scene.last = indicator
  scene.base = indicator
  scene.owner = owner
  return indicator
}

/** 3.9%和5.7%: nothing but a joint stands between number `i` and the one before. */
function isJoined({ folded, readings }: Scene, i: number): boolean {
  const [before, reading] = [readings[i - 1], readings[i]]
  if (!before || !reading) return false
  return /^[、和及与以,—–~至到-]{1,2}$/.test(folded.slice(endOf(before), reading.start))
}

/** How many numbers follow one another from number `i` on, itself included. */
function runLength(scene: Scene, i: number): number {
  let length = 1
  while (isJoined(scene, i + length)) length++
  return length
}

function runPosition(scene: Scene, i: number): number {
  let position = 0
  while (isJoined(scene, i - position)) position++
  return position
}

function measureOf(reading: NumeralReading, changes: boolean, indicator: string): Measure {
  if (reading.unitKind === 'rank') return 'rank'
  if (reading.unitKind === 'rating') return 'rating'
  if (changes || reading.unitKind === 'points') return 'growth'
  if (reading.numeral.kind === 'ratio' || reading.numeral.kind === 'fraction') return 'share'
  return reading.unitKind === 'percent' && indicator !== '' ? 'share' : 'level'
}

function phraseStart(folded: string, start: number, end: number): number {
  return start + (/^[\s、,和及与:;]*(?:其中[,:]?)?/.exec(folded.slice(start, end))?.[0].length ?? 0)
}

/** Both ends of a range are said by the whole of it. */
function shareRangePhrases(folded: string, readings: readonly NumeralReading[], named: NamedFigure[]): NamedFigure[] {
  return named.map((figure, i) => {
    const [reading, next] = [readings[i]!, readings[i + 1]]
    if (next && isRange(folded, reading, next))
      return { ...figure, phrase: { ...figure.phrase, end: named[i + 1]!.phrase.end } }
    const before = readings[i - 1]
    if (before && isRange(folded, before, reading))
      return { ...figure, phrase: { ...figure.phrase, start: named[i - 1]!.phrase.start } }
    return figure
  })
}

function isRange(folded: string, lower: NumeralReading, upper: NumeralReading): boolean {
  return /^[-—–~至到]+$/.test(folded.slice(lower.end, upper.start))
}
