import type { AskedKind, Understanding } from '../understand/understanding.js'
import { answerWords } from './answer-words.js'
import type { Asked } from './ask-report.js'
import { comparesGrowth } from './choose-figures.js'
import { isComparable } from './compute.js'
import { figuresOf, joinParts } from './merge-findings.js'

const COMPARING = ['compare', 'sum', 'list']
/** Ranks of two sides are told, not set against each other. */
const COMPARED_KINDS: AskedKind[] = ['money', 'count', 'growth', 'share', 'figure']

/**
 * Reads a question that compares or adds up as the same asked of two sides, where no reading of it as a whole finds both:
 * each side must be answered by a figure of its own, and the two be of one unit.
 * @param joined what the whole question found
 * @param whole the whole question as understood
 * @param readings pairs of one-sided questions
 */
export function askSides(
  joined: Asked,
  whole: Understanding,
  readings: () => readonly (readonly Understanding[])[],
  ask: (side: Understanding) => Asked,
): Asked {
  if (!compares(whole) || whole.severalPlaces || holdsPair(joined) || holdsSum(joined)) return joined
  for (const reading of readings()) {
    const sides = reading.map((side) => ask(oneSide(side, whole)))
    if (answersBoth(sides) && saysMore(sides, joined)) return joinParts(sides, whole)
  }
  return joined
}

/** 分别 and 各 compare, other words for a list do not. */
function compares({ cues, text }: Understanding): boolean {
  return cues.has('compare') || cues.has('sum') || (cues.has('list') && answerWords('each_part').test(text))
}

/** Two figures that can be compared are what was asked for. */
function holdsPair({ finding }: Asked): boolean {
  if (finding.claims.length < 2) return false
  const figures = finding.claims.flatMap((claim) => claim.figures)
  return figures.some((a, i) => figures.slice(i + 1).some((b) => isComparable(a, b) && a.measure === b.measure))
}

/** 某园、某街等项目16个,总投资76亿元: what the two come to together is what the report's one sentence for them says. */
function holdsSum({ finding, context }: Asked): boolean {
  const { understanding, evidence, question } = context
  const [claim] = finding.claims
  if (!understanding.cues.has('sum') || finding.claims.length !== 1 || claim?.figures.length !== 1) return false
  const found = evidence.find(({ statement }) => statement.statement.index === claim.figures[0]!.statement)
  return found !== undefined && question.terms.every((_, i) => found.words[i]! >= WRITTEN)
}

const WRITTEN = 0.8

/** A side asks for its own figure, of the kind that the whole asks for. */
function oneSide(side: Understanding, whole: Understanding): Understanding {
  const cues = new Set([...side.cues].filter((cue) => !COMPARING.includes(cue)))
  const kind = COMPARED_KINDS.includes(whole.kind) ? whole.kind : comparesGrowth(whole) ? 'growth' : 'figure'
  return { ...side, cues, kind, unit: side.unit ?? whole.unit }
}

/** Each side has figures, all of them its own, and some of one unit. */
function answersBoth(sides: readonly Asked[]): boolean {
  const [first, second] = sides.map((side) => (side.finding.outcome === 'answered' ? figuresOf(side) : []))
  if (!first?.length || !second?.length) return false
  const isApart = first.every((a) => second.every((b) => a.figure !== b.figure && a.figure.value !== b.figure.value))
  return isApart && first.some(({ figure }) => second.some(({ figure: other }) => isComparable(figure, other)))
}

/** The sides hold what the whole found, and more; or what it found was one sentence that lacks a side. */
function saysMore(sides: readonly Asked[], joined: Asked): boolean {
  const both = new Set(sides.flatMap(figuresOf).map(({ figure }) => figure))
  const found = joined.finding.claims.flatMap(({ figures }) => figures)
  const isOneSentence = joined.finding.claims.length === 1 && found.length > 1
  return (
    [...both].some((figure) => !found.includes(figure)) && (isOneSentence || found.every((figure) => both.has(figure)))
  )
}
