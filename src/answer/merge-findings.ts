import type { FigureEvidence } from '../retrieval/evidence.js'
import type { PlacedQuestion } from '../understand/reader.js'
import type { Understanding } from '../understand/understanding.js'
import type { Asked } from './ask-report.js'
import { compareFigures } from './compute.js'
import type { Finding } from './finding.js'
import { stateFigure } from './state-figure.js'

/**
 * One answer to a question of several parts: what can be answered is. A part without an answer is often no question of its
 * own (几所新学校用起来以后,增加了多少学位), so nothing is said of it.
 * @param whole the question that the parts are of: whether it compares them
 */
export function joinParts(parts: readonly Asked[], whole?: Understanding): Asked {
  const answered = parts.filter(({ finding }) => finding.outcome === 'answered')
  const first = answered[0] ?? parts[0]!
  if (answered.length < 2) return first
  const claims = answered.flatMap(({ finding }) => finding.claims)
  const unique = claims.filter(({ text }, i) => claims.findIndex((other) => other.text === text) === i)
  const findings = answered.map(({ finding }) => finding)
  const pair = answered
    .flatMap(figuresOf)
    .filter(({ figure }, i, all) => all.findIndex((other) => other.figure === figure) === i)
  const compared = pair.length === 2 ? compareFigures(pair, whole ?? first.context.understanding) : []
  return {
    context: { ...first.context, figures: answered.flatMap(({ context }) => context.figures) },
    finding: {
      ...first.finding,
      claims: [...unique, ...compared],
      related: findings.flatMap(({ related }) => related),
      reasons: findings.flatMap(({ reasons }) => reasons),
    },
  }
}

/** One finding of what several reports answered: all of it where several places were asked, else the surest. */
export function mergeFindings(asked: readonly Asked[], { places }: PlacedQuestion): Finding {
  const ordered = [...asked].sort((a, b) => rank(b) - rank(a))
  const best = ordered[0]!.finding
  const answered = asked.filter(({ finding }) => finding.outcome === 'answered')
  const placesAsked = new Set(places.reports.map(({ place }) => place))
  if (placesAsked.size < 2 || answered.length < 2) return best
  return together(answered)
}

/** Of two reports of one place, what one planned gives way to what the other reports as done. */
const PLANNED = -0.3

function isPlanned({ claims }: Finding): boolean {
  const figures = claims.flatMap((claim) => claim.figures)
  return figures.length > 0 && figures.every(({ status }) => status === 'target')
}

function rank({ context, finding }: Asked): number {
  const { outcome, confidence } = finding
  const base = { answered: 3, out_of_period: 2, no_figure: 1 } as Record<string, number>
  return (
    (base[outcome] ?? 0) + confidence + (isPlanned(finding) && context.understanding.status !== 'target' ? PLANNED : 0)
  )
}

/** The figures a finding prints, as they were found. */
export function figuresOf({ context, finding }: Asked): FigureEvidence[] {
  const printed = finding.claims.flatMap((claim) => claim.figures)
  return context.figures.filter(({ figure }) => printed.includes(figure))
}

function together(answered: readonly Asked[]): Finding {
  const figures = answered.map(figuresOf)
  const claims = answered.flatMap(({ context, finding }, i) => {
    const place = context.searchable.report.placeAliases[0] ?? context.searchable.report.place
    if (figures[i]!.length > 0) return figures[i]!.map((figure) => stateFigure(figure, { place }))
    return finding.claims.map((claim) => ({ ...claim, text: `${place}:${claim.text}` }))
  })
  const one = figures.every((found) => found.length === 1) ? figures.flat() : []
  return {
    outcome: 'answered',
    claims: [...claims, ...compareFigures(one, answered[0]!.context.understanding)],
    related: [],
    reasons: answered.flatMap(({ finding }) => finding.reasons),
    confidence: Math.min(...answered.map(({ finding }) => finding.confidence)),
  }
}
