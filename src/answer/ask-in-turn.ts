import type { Figure } from '../report/report.js'
import type { FigureEvidence } from '../retrieval/evidence.js'
import { fitsKind } from '../retrieval/fits-kind.js'
import { isAdded } from '../retrieval/score-figure.js'
import { namesThing, strengthIn } from '../retrieval/weigh-terms.js'
import { NUMBER_KINDS } from '../understand/asked-kind.js'
import type { AskedKind, Understanding } from '../understand/understanding.js'
import { answerAttribute, repeatsWithoutAttribute } from './answer-attribute.js'
import { answerContinued } from './answer-continued.js'
import type { Asked, Focus } from './ask-report.js'
import { compareFigures, isComparable } from './compute.js'
import type { Finding, Source } from './finding.js'
import { doubts, hasTopic, inherit, type Memory, pointsBack } from './follow-up.js'
import { figuresOf } from './merge-findings.js'
import { rememberedFigures } from './remembered-figures.js'
import { repeatAnswer } from './repeat-answer.js'
import { stateFigure } from './state-figure.js'

export type Ask = (understanding: Understanding, focus?: Focus) => Asked

/** Share of a follow-up's own words that its answer must meet: what it inherits cannot carry an answer alone. */
const OWN_MET = 0.5

/** Asks a question in the light of the turn before: it may stand alone, go on, doubt, compare or want the source. */
export function askInTurn(current: Understanding, memory: Memory | null, ask: Ask): Asked {
  const alone = ask(current)
  if (memory === null) return alone
  const topical = hasTopic(alone)
  if (!topical && (current.cues.has('source') || current.meta === 'source'))
    return repeatAnswer(alone, memory, 'source')
  if (!topical && doubts(current)) return repeatAnswer(alone, memory, 'doubt')
  const comparesItself = alone.finding.outcome === 'answered' && current.periods.length > 1
  const compared =
    !comparesItself && (current.cues.has('compare') || current.cues.has('sum'))
      ? compareWithBefore(alone, memory, topical)
      : null
  if (compared) return compared
  const back = pointsBack(current.text)
  if ((topical ? !back : isCompleted(alone)) && alone.finding.outcome === 'answered') return alone
  const completed = askCompleted(current, memory, alone, ask)
  const contrasted = comparesItself ? null : contrastWithBefore(completed, memory)
  if (contrasted) return contrasted
  const attribute = topical ? null : answerAttribute(completed, memory)
  if (attribute) return { context: completed.context, finding: attribute }
  if (repeatsWithoutAttribute(completed, memory)) return withoutAnswer(completed)
  if (completed.finding.outcome === 'answered' && meetsOwn(completed))
    return NUMBER_KINDS.has(current.kind) && isStray(completed) ? withoutAnswer(completed) : completed
  const continued = topical ? null : answerContinued(completed, memory)
  if (continued) return { context: completed.context, finding: continued }
  const isOwn = topical || (!back && alone.finding.outcome === 'answered' && namesMatter(current))
  return isOwn ? alone : withoutAnswer(completed)
}

/** Asks for another figure than the one told; where none grows or ranks, 涨了多少 and 排第几 may ask for that one again. */
function askCompleted(current: Understanding, memory: Memory, alone: Asked, ask: Ask): Asked {
  const whole = inherit(current, memory)
  const focus = focusOf(current, memory, alone)
  const other = ask(whole, focus)
  if (other.finding.outcome === 'answered' || !AGAIN.includes(current.kind)) return other
  const again = ask(whole, { ...focus, exclude: new Set() })
  return again.finding.outcome === 'answered' ? again : other
}

const AGAIN: AskedKind[] = ['growth', 'rank']

/** Whether a number found for a question without a thing of its own meets no word of the thing told: it is another's. */
function isStray(asked: Asked): boolean {
  const { question } = asked.context
  const own = question.terms.some(
    ({ term, weight }) => ASKED.includes(term.role) && term.concept?.kind !== 'action' && weight > 0,
  )
  const inherited = question.terms.flatMap(({ term, present }, i) => (term.role === 'inherited' && present ? [i] : []))
  if (own || inherited.length === 0) return false
  const met = metByAnswer(asked)
  return met !== undefined && !inherited.some((i) => met[i]! > 0)
}

const ASKED = ['head', 'topic']

/** Whether a part of a question took its thing from the other parts: 总共投多少 behind 市级的呢. */
function isCompleted({ context }: Asked): boolean {
  return context.question.terms.some(
    (entry) => entry.term.role === 'inherited' && namesThing(entry, context.searchable),
  )
}

/** Whether a question brings a thing or a measure of its own, be it a common one. */
function namesMatter({ terms }: Understanding): boolean {
  return terms.some(({ concept, role }) => role !== 'background' && concept !== null && concept.kind !== 'action')
}

/** Near what was answered; and, where an amount is asked anew, another figure than that. */
function focusOf(current: Understanding, memory: Memory, { context }: Asked): Focus {
  const { report } = context.searchable
  const near = report.statements.filter((statement) =>
    memory.sources.some(({ reportId, start }) => reportId === report.id && start === statement.start),
  )
  const answered = memory.figures
    .filter(({ reportId, figure }) => reportId === report.id && !wasBesides(report.figures[figure]!, current, memory))
    .map(({ figure }) => figure)
  const goesOn = current.asksAmount || current.terms.length > 0
  return { near: new Set(near.map(({ index }) => index)), exclude: new Set(goesOn ? answered : []) }
}

/** 39500余套 told beside the 29个 asked for answers 多少套: it was not asked for before. */
function wasBesides({ unit }: Figure, current: Understanding, memory: Memory): boolean {
  return current.unit !== null && unit.endsWith(current.unit) && memory.unit !== null && !unit.endsWith(memory.unit)
}

function meetsOwn(asked: Asked): boolean {
  const { terms } = asked.context.question
  const met = metByAnswer(asked)
  const isOwn = ({ term }: (typeof terms)[number]) => term.role !== 'inherited'
  const weight = terms.reduce((sum, entry) => sum + (isOwn(entry) ? entry.weight : 0), 0)
  if (weight === 0) return true
  if (!met) return asked.finding.confidence > OWN_MET
  return terms.reduce((sum, entry, i) => sum + (isOwn(entry) ? entry.weight * met[i]! : 0), 0) / weight >= OWN_MET
}

/** How far the answer's first sentence, or its figure, meets each term; undefined where it was not looked for by its words. */
function metByAnswer({ context: { evidence, figures }, finding }: Asked): number[] | undefined {
  const start = finding.claims[0]?.sources[0]?.start
  const words = evidence.find(({ statement }) => statement.statement.start === start)
  const figure = figures.find((entry) => finding.claims.some((claim) => claim.figures.includes(entry.figure)))
  return words?.met.map((met, i) => Math.max(met, figure?.met[i]?.any ?? 0))
}

function withoutAnswer({ context, finding }: Asked): Asked {
  if (finding.outcome !== 'answered') return { context, finding }
  const related: Source[] = finding.claims.flatMap(({ sources }) => sources)
  return { context, finding: { ...finding, outcome: 'not_in_report', claims: [], related, confidence: 0 } }
}

/** 差了几个点, 哪个高: the two figures answered last; 跟那笔比哪个多: the last one and this question's. */
function compareWithBefore(alone: Asked, memory: Memory, topical: boolean): Asked | null {
  const { context, finding } = alone
  const remembered = rememberedFigures(alone, memory)
  const answered = context.figures.filter(({ figure }) =>
    finding.claims.some((claim) => claim.figures.includes(figure)),
  )
  const pair = topical ? [...remembered.slice(0, 1), ...answered.slice(0, 1)] : latestPair(remembered)
  const isPair = pair.length === 2 && pair[0]!.figure !== pair[1]!.figure
  if (
    !isPair ||
    !areOfKind(pair, context.understanding) ||
    !pair.some((entry) => countsAsked(entry, alone)) ||
    (topical && !(pointsBack(context.understanding.text) && areAlike(pair)))
  )
    return null
  return { context, finding: comparison(pair, context.understanding) }
}

/** A number of things and a sum of money are not compared: what the sum is for the other thing is asked. */
function areAlike([first, second]: readonly FigureEvidence[]): boolean {
  return isComparable(first!.figure, second!.figure)
}

/**
 * 比去年高几个点, 跟乙比哪个多: the figure answered last and what the same is in that year, or for that thing. What is asked
 * next goes on from the former.
 */
function contrastWithBefore(completed: Asked, memory: Memory): Asked | null {
  const { understanding } = completed.context
  const [before] = memory.isFigure ? rememberedFigures(completed, memory) : []
  const [answered, ...others] = figuresOf(completed)
  if (!before || !answered || others.length > 0 || answered.figure === before.figure) return null
  const isAlike = isAdded(before.found) === isAdded(answered.found)
  const isCompared = understanding.cues.has('compare') && compareFigures([before, answered], understanding).length > 0
  if (!isAlike || !isCompared) return null
  const { periods, firmStatus } = memory
  const context = { ...completed.context, understanding: { ...understanding, periods, firmStatus } }
  return { context, finding: comparison([before, answered], understanding) }
}

/** 总共投多少钱 asks for no sum of the 9条 and 16条 answered before, nor does 多少套; nor do 23个 and 295.4亿元 add up. */
function areOfKind(pair: readonly FigureEvidence[], understanding: Understanding): boolean {
  const { kind, asksAmount, unit } = understanding
  if (compareFigures(pair, understanding).length === 0) return false
  if (unit !== null && unit !== '个' && !pair.some(({ figure }) => figure.unit.endsWith(unit))) return false
  return !asksAmount || !SUMMED.includes(kind) || pair.every(({ figure }) => fitsKind(understanding, figure))
}

const SUMMED: AskedKind[] = ['money', 'count']

/** 一共能招多少工人 asks for another thing than the sums answered before. */
function countsAsked({ found, figure }: FigureEvidence, { context }: Asked): boolean {
  const heads = context.question.terms.filter(({ term }) => term.role === 'head')
  return heads.every(({ term }) => strengthIn(`${found.indicator} ${figure.unit}`, term) > 0)
}

/** The figure answered last and the latest before it that can be compared with it, in the order they were answered. */
function latestPair([latest, ...earlier]: readonly FigureEvidence[]): FigureEvidence[] {
  if (!latest) return []
  const { unit, measure } = latest.figure
  const alike = earlier.find(({ figure }) => figure.unit === unit && figure.measure === measure)
  return [...[alike ?? earlier[0] ?? []].flat(), latest]
}

function comparison(pair: readonly FigureEvidence[], understanding: Understanding): Finding {
  return {
    outcome: 'answered',
    claims: [...pair.map((entry) => stateFigure(entry)), ...compareFigures(pair, understanding)],
    related: [],
    reasons: ['拿前面回答的数字相比。'],
    confidence: 1,
  }
}
