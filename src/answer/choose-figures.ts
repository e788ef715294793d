import type { FigureEvidence } from '../retrieval/evidence.js'
import { figureYears, fitPeriod } from '../retrieval/match-period.js'
import { namesThing } from '../retrieval/weigh-terms.js'
import type { Understanding } from '../understand/understanding.js'
import { answerWords } from './answer-words.js'
import { isComparable } from './compute.js'
import type { AskContext } from './context.js'
import { fitsAsked, fitsDemands, fitsTime, isReachedIn, meetsOwner } from './fits.js'
import { isOfSeveral } from './is-of-several.js'
import { totalCostOf, wholeOf } from './whole-of.js'

/** Figures that answer together, the best first, and the share (0–1) of the question's weight that they meet jointly. */
export interface ChosenFigures {
  figures: FigureEvidence[]
  coverage: number
  own: number
}

const MOST = 8
const NONE: ChosenFigures = { figures: [], coverage: 0, own: 0 }
/** A further figure joins where its own words meet at least this much of a term that no chosen one meets. */
const JOINS = 0.8
/** In a comparison the second thing may be named by its sentence. */
const LOOSELY = 0.6
/** Whose account is meant (全市), or what was said before, is no further thing. */
const JOINS_NOTHING = ['background', 'inherited', 'scope']
/** Nor is it a thing that a figure may be of. */
const NO_THING = ['background', 'scope']
const SEVERAL_CUES = ['list', 'compare']

/** Chooses the best figure, and, where the question names several things, those that meet what it leaves unmet. */
export function chooseFigures(context: AskContext): ChosenFigures {
  const fitting = context.figures.filter(
    (candidate) => fitsTime(candidate, context) && fitsAsked(candidate, context) && !isOfSeveral(candidate, context),
  )
  const several = asksSeveral(context)
  const timed = ofUnit(ofEach(ofStatus(exactlyTimed(fitting, context), context), context), context)
  const pair = comparedPair(timed, context)
  if (pair) return { figures: inTextOrder(pair), ...jointly(pair, context) }
  const able = timed.filter((candidate) => (several ? ownsThing(candidate, context) : fitsDemands(candidate, context)))
  const best = able[0] && wholeFor(able[0], able, context)
  const rest = able.filter((candidate) => candidate !== best)
  if (!best || isOneOfMany(best, rest, context)) return NONE
  const chosen = [best]
  if (several) extend(chosen, rest, context)
  const joint = jointlyMet(chosen, context)
  if (!fitsDemands(joint, context) || !meetsOwner(joint, context)) return NONE
  return { figures: inTextOrder(chosen), ...jointly(chosen, context) }
}

function wholeFor(
  best: FigureEvidence,
  able: readonly FigureEvidence[],
  { understanding }: AskContext,
): FigureEvidence {
  return totalCostOf(best, able, understanding) ?? wholeOf(best, able, understanding.text) ?? best
}

/** The best figure of each side, of one unit, measure and time; null where the question compares otherwise. */
function comparedPair(timed: readonly FigureEvidence[], context: AskContext): FigureEvidence[] | null {
  const { understanding, question } = context
  const between = understanding.cues.has('compare') ? understanding.text.search(answerWords('between_sides')) : -1
  if (between < 0 || understanding.severalPlaces) return null
  const isSide = ({ term, present }: (typeof question.terms)[number]) => present && SIDES.includes(term.role)
  const left = question.terms.findLastIndex(
    (entry) => isSide(entry) && entry.term.at + entry.term.text.length <= between,
  )
  const right = question.terms.findIndex((entry) => isSide(entry) && entry.term.at > between)
  if (left < 0 || right < 0) return null
  const ofSide = (side: number, other: number) =>
    inOrderOfMeasure(timed, understanding).filter(
      ({ met }) => met[side]!.own >= JOINS && met[other]!.own < met[side]!.own,
    )
  for (const first of ofSide(left, right)) {
    const second = ofSide(right, left).find((candidate) => isAlike(candidate, first))
    if (second && fitsDemands(jointlyMet([first, second], context), context)) return [first, second]
  }
  return null
}

/** 欧盟 is a place, and a side none the less. */
const SIDES = ['topic', 'head', 'background', 'place']

/** Amounts are compared, unless the question is about which grows. */
function inOrderOfMeasure(figures: readonly FigureEvidence[], understanding: Understanding): FigureEvidence[] {
  const wantsGrowth = comparesGrowth(understanding)
  const isWanted = ({ figure }: FigureEvidence) => ((figure.measure === 'growth') === wantsGrowth ? 0 : 1)
  return [...figures].sort((a, b) => isWanted(a) - isWanted(b))
}

/** Whether a comparison is about which grows, not which is more. */
export function comparesGrowth({ cues, text }: Understanding): boolean {
  return cues.has('growth') || answerWords('grows').test(text)
}

function isAlike({ figure: a }: FigureEvidence, { figure: b }: FigureEvidence): boolean {
  return a !== b && isComparable(a, b) && a.measure === b.measure && a.period === b.period && a.status === b.status
}

/** Of several figures each must meet a thing by its own words, where the question names any. */
function ownsThing({ met }: FigureEvidence, { question, searchable }: AskContext): boolean {
  const isThing = question.terms.map((entry) => namesThing(entry, searchable) && !NO_THING.includes(entry.term.role))
  return !isThing.includes(true) || isThing.some((thing, i) => thing && met[i]!.own > 0)
}

/**
 * Whether the report tells its figures apart by names (桑葚产值, 核桃产值) and the question's own name is none of them: a
 * word that nobody writes stands in it, and other figures of that measure meet the rest just as well.
 */
function isOneOfMany(best: FigureEvidence, rest: readonly FigureEvidence[], { question }: AskContext): boolean {
  if (!question.terms.some((_, i) => isStrangerInFront(question, i))) return false
  const meetsAlike = ({ met }: FigureEvidence) =>
    met.every(({ own, any }, i) => own === best.met[i]!.own && any === best.met[i]!.any)
  return rest.some(
    (other) =>
      isAlike(other, best) &&
      other.figure.indicator !== best.figure.indicator &&
      other.figure.value !== best.figure.value &&
      meetsAlike(other),
  )
}

/** 桑椹 of 桑椹全产业链产值: what stands in front of a word that the report has tells which one is meant. */
function isStrangerInFront({ terms }: AskContext['question'], i: number): boolean {
  const { isStranger, term } = terms[i]!
  const next = terms[i + 1]
  const isJoined = next !== undefined && next.term.at - (term.at + term.text.length) <= MOST_BETWEEN
  return isStranger && term.role === 'topic' && isJoined && next.present
}

/** 的 or 全 between a name and the measure. */
const MOST_BETWEEN = 1

/** Figures of the very time asked, where one of them meets the question; else those whose words only name it. */
function exactlyTimed(fitting: readonly FigureEvidence[], context: AskContext): readonly FigureEvidence[] {
  const exact = fitting.filter(
    ({ figure, found }) =>
      fitPeriod(context.years, figureYears(figure.period)) === 'same' || isReachedIn(context.years, figure, found),
  )
  return exact.some((candidate) => fitsDemands(candidate, context)) ? exact : fitting
}

/** Where it is asked what is expected to come out, the figures that tell it, not what was planned, if one of them does. */
function ofStatus(figures: readonly FigureEvidence[], context: AskContext): readonly FigureEvidence[] {
  if (!answerWords('asks_estimate').test(context.understanding.text)) return figures
  const estimated = figures.filter(({ figure }) => figure.status === 'estimate')
  return estimated.some((candidate) => fitsDemands(candidate, context)) ? estimated : figures
}

/** Where one of many is asked of (每个服务站), the figures that are of each, if one of them meets the question. */
function ofEach(figures: readonly FigureEvidence[], context: AskContext): readonly FigureEvidence[] {
  const each = context.question.terms.findIndex(({ term }) => term.role === 'each')
  if (each < 0) return figures
  const ofOne = figures.filter(({ met }) => met[each]!.own === 1)
  return ofOne.some((candidate) => fitsDemands(candidate, context)) ? ofOne : figures
}

/** Where times are counted (多少次, 几场), people and things do not answer if times do. */
function ofUnit(figures: readonly FigureEvidence[], context: AskContext): readonly FigureEvidence[] {
  const { unit } = context.understanding
  if (unit === null || !answerWords('counts_times').test(unit)) return figures
  const counted = figures.filter(({ figure }) => answerWords('counts_times').test(figure.unit))
  return counted.some((candidate) => fitsDemands(candidate, context)) ? counted : figures
}

export function asksSeveral({ understanding }: AskContext): boolean {
  const { cues, text } = understanding
  return SEVERAL_CUES.some((cue) => cues.has(cue)) || answerWords('several').test(text)
}

function extend(
  chosen: FigureEvidence[],
  rest: readonly FigureEvidence[],
  { question, understanding }: AskContext,
): void {
  const compares = understanding.cues.has('compare') && chosen.length === 1
  while (chosen.length < MOST) {
    const unmet = question.terms.map((_, i) => !chosen.some(({ met }) => met[i]!.own >= JOINS))
    const gainOf = ({ met }: FigureEvidence) =>
      question.terms.reduce(
        (sum, { term, weight }, i) =>
          unmet[i] && !JOINS_NOTHING.includes(term.role) && met[i]!.own >= JOINS ? sum + weight : sum,
        0,
      )
    const looseGainOf = ({ met }: FigureEvidence) =>
      question.terms.reduce(
        (sum, { term, weight }, i) =>
          unmet[i] && term.role === 'topic' && met[i]!.any >= LOOSELY ? sum + weight * LOOSELY : sum,
        0,
      )
    const next = rest
      .filter((candidate) => !chosen.includes(candidate) && !restates(candidate, chosen))
      .map((candidate) => ({ candidate, gain: gainOf(candidate) || (compares ? looseGainOf(candidate) : 0) }))
      .filter(({ gain }) => gain > 0)
      .sort((a, b) => b.gain - a.gain || b.candidate.score - a.candidate.score)[0]
    if (!next) return
    chosen.push(next.candidate)
  }
}

/** The same number of the same thing and time, said again. */
export function restates({ figure }: FigureEvidence, chosen: readonly FigureEvidence[]): boolean {
  return chosen.some(
    ({ figure: other }) =>
      other.value === figure.value &&
      other.unit === figure.unit &&
      other.period === figure.period &&
      other.measure === figure.measure,
  )
}

function jointly(chosen: readonly FigureEvidence[], context: AskContext): { coverage: number; own: number } {
  const { met } = jointlyMet(chosen, context)
  const { terms, total } = context.question
  const share = (part: 'own' | 'any') =>
    terms.reduce((sum, { weight }, i) => sum + weight * met[i]![part], 0) / (total || 1)
  return { coverage: share('any'), own: share('own') }
}

/** What the chosen figures meet together: of each term, as much as the best of them. */
function jointlyMet(chosen: readonly FigureEvidence[], { question }: AskContext): Pick<FigureEvidence, 'met'> {
  const best = (i: number, part: 'own' | 'any') => Math.max(...chosen.map(({ met }) => met[i]![part]))
  return { met: question.terms.map((_, i) => ({ own: best(i, 'own'), any: best(i, 'any') })) }
}

function inTextOrder(chosen: readonly FigureEvidence[]): FigureEvidence[] {
  return [...chosen].sort((a, b) => a.figure.index - b.figure.index)
}
