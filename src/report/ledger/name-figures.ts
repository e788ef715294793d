import type { Span } from '../../text/clauses.js'
import type { Measure } from '../report.js'
import type { NumeralReading } from './classify-numerals.js'
import { bracketDepth, clauseStart } from './clause-start.js'
import { findTopic } from './find-topic.js'
import { nameIndicator, usesRightNoun } from './name-indicator.js'
import { readLeft } from './read-left.js'
import { endOf, readRight } from './read-right.js'
import { isJoined, openScene, type Place, type Scene } from './scene.js'
import { verbAt, wordAt } from './words.js'

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
  /** True for the number left behind in it: it belongs to a time before. */
  left: boolean
  /** True for the numbers that it arrives at: they belong to the end of the time spoken of. */
  arrived: boolean
}

/** Names every figure of a sentence, in order. `subject` is what the sentence before spoke of. */
export function nameFigures(
  folded: string,
  readings: readonly NumeralReading[],
  subject: string | null,
): NamedFigure[] {
  const scene = openScene(folded, readings, subject ?? '')
  const named: NamedFigure[] = []
  let from = 0
  for (const [i, reading] of readings.entries()) {
    const start = wordsStart(folded, from, reading.start)
    const left = readLeft(folded.slice(start, reading.start))
    if (i === 0 || left.change === 0 || folded.slice(from, start).includes(';')) takeTopic(scene, from, start)
    const place = { i, reading, start, from, left, right: readRight(folded, readings, i) }
    const outside = { last: scene.last, base: scene.base, owner: scene.owner, whole: scene.whole }
    const figure = nameFigure(scene, place, named.at(-1))
    named.push(figure)
    if (figure.measure !== 'growth') scene.named.push(figure.indicator)
    if (i > 0 && bracketDepth(folded, reading.start) > 0) Object.assign(scene, outside)
    from = Math.min(figure.phrase.end, readings[i + 1]?.start ?? figure.phrase.end)
  }
  return shareRangePhrases(folded, readings, markLeft(folded, readings, named))
}

/** 从5户、3户增加到8户、6户: tells the numbers behind 由 or 从 from the ones reached. */
function markLeft(folded: string, readings: readonly NumeralReading[], named: NamedFigure[]): NamedFigure[] {
  let [leaves, arrives] = [false, false]
  return named.map((figure, i) => {
    const begin = readings[i]!.start
    const reached = named.slice(i + 1).findIndex((other) => other.reached) + i + 1
    const leadsOn = reached > i && !/[,;。!?]/.test(folded.slice(begin, readings[reached]!.start))
    const joins = leaves && isJoint(folded.slice(readings[i - 1]!.end, begin))
    const left = !figure.reached && leadsOn && (joins || ORIGIN.test(folded.slice(figure.leftStart, begin)))
    arrives = figure.reached
      ? leaves || arrives
      : !left && arrives && isJoint(folded.slice(readings[i - 1]!.end, begin))
    leaves = left
    return { ...figure, left, arrived: arrives }
  })
}

const ORIGIN =
  /[由从](?:(?:\d{4}|[去上今])年(?:底|末|度)?(?:的|(?=[每人户生年平])))?(?:每[人户生年月天日]|[人户生年]均|平均)*(?:(?:\d{4}|去|上|今)年(?:底|末|度)?|年[初底末]|目前|现在)?(?:世界|全球|全[国省市区县])?(?:预计)?的?(?:约|近|不足|不到)?$/

function isJoint(between: string): boolean {
  return /^(?:[、和及与]|(?:\d{4}|去|上)年(?:底|末|度)?的?)+$/.test(between)
}

/** Where the words of a number begin: behind the figure before, its predicate left out (8个项目加快推进、总投资…). */
function wordsStart(folded: string, from: number, position: number): number {
  const start = clauseStart(folded, position)
  if (start >= from) return start
  const between = folded.slice(from, position)
  const joint = between.indexOf('、', 1)
  const first = between.slice(0, Math.max(0, joint))
  const isPredicate = verbAt(first) !== '' || wordAt('adverbs', 'start', first) !== ''
  return joint > 2 && isPredicate && joint + 1 < between.length ? from + joint + 1 : from
}

/** Clauses without figures between two numbers change what is spoken of. */
function takeTopic(scene: Scene, from: number, start: number): void {
  const between = scene.folded.slice(from, start)
  const topic = findTopic(from === 0 ? between : between.replace(/^[^,;。:!?]*/, ''))
  if (topic) Object.assign(scene, { owner: topic, last: topic, base: topic })
}

function nameFigure(scene: Scene, place: Place, previous: NamedFigure | undefined): NamedFigure {
  const { reading, left, right, start } = place
  const joined = previous !== undefined && isJoined(scene, place.i) && !left.noun
  const goesOn = joined || (left.to && !left.noun && reading.unitKind === 'percent')
  const change = left.change || (goesOn && previous?.measure === 'growth' ? previous.direction : 0)
  const indicator = joined && scene.owners.length === 0 ? previous.indicator : nameIndicator(scene, place)
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
    left: false,
    arrived: false,
  }
}

function measureOf(reading: NumeralReading, changes: boolean, indicator: string): Measure {
  if (reading.unitKind === 'rank') return 'rank'
  if (reading.unitKind === 'rating') return 'rating'
  if (changes || reading.unitKind === 'points') return 'growth'
  if (reading.numeral.kind === 'ratio' || reading.numeral.kind === 'fraction' || reading.unit === '成') return 'share'
  if (reading.unitKind !== 'percent' || indicator === '') return 'level'
  return wordAt('rates', 'end', indicator) ? 'growth' : 'share'
}

function phraseStart(folded: string, start: number, end: number): number {
  return start + (/^[\s、,和及与:;]*(?:其中[,:]?)?/.exec(folded.slice(start, end))?.[0].length ?? 0)
}

/** Both ends of a range are said by the whole of it. */
function shareRangePhrases(folded: string, readings: readonly NumeralReading[], named: NamedFigure[]): NamedFigure[] {
  return named.map((figure, i) => {
    const [before, reading, next] = [readings[i - 1], readings[i]!, readings[i + 1]]
    if (next && isRange(folded, reading, next))
      return { ...figure, phrase: { ...figure.phrase, end: named[i + 1]!.phrase.end } }
    if (before && isRange(folded, before, reading))
      return { ...figure, phrase: { ...figure.phrase, start: named[i - 1]!.phrase.start } }
    return figure
  })
}

function isRange(folded: string, lower: NumeralReading, upper: NumeralReading): boolean {
  return /^[-—–~至到]+$/.test(folded.slice(lower.end, upper.start))
}
