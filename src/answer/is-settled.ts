import type { Figure } from '../report/report.js'
import { type FigureEvidence, MOST_BY_MEANING } from '../retrieval/evidence.js'
import type { Asked } from './ask-report.js'
import type { AskContext } from './context.js'
import { fitsAsked, fitsTime } from './fits.js'

/**
 * Whether wordings and ledger alone settle an answer: nearness of meaning could not lift what comes next to where the
 * answer stands. Loading the model takes longer than all the rest of a first question.
 */
export function isSettled({ context, finding }: Asked): boolean {
  const { smalltalk, offtopic } = context.understanding
  if (smalltalk !== null) return true
  if (finding.outcome !== 'answered') return offtopic?.isAsked === true
  const figures = new Set<Figure>(finding.claims.flatMap((claim) => claim.figures))
  if (figures.size > 0)
    return leads(rivals(context, figures), ({ figure }) => figures.has(figure), MOST_BY_MEANING.figure)
  const starts = new Set(finding.claims.flatMap(({ sources }) => sources.map(({ start }) => start)))
  return leads(context.evidence, ({ statement }) => starts.has(statement.statement.start), MOST_BY_MEANING.statement)
}

/** The answer's figures and those that could stand in for them: another year's cannot, unless years are compared. */
function rivals(context: AskContext, answered: ReadonlySet<Figure>): FigureEvidence[] {
  if (context.understanding.cues.has('compare')) return context.figures
  return context.figures.filter(
    (candidate) => answered.has(candidate.figure) || (fitsAsked(candidate, context) && fitsTime(candidate, context)),
  )
}

/** Whether all that comes behind the answer lies further back than `most`; so does everything where the answer is no hit. */
function leads<Hit extends { score: number }>(
  ranked: readonly Hit[],
  isTaken: (hit: Hit) => boolean,
  most: number,
): boolean {
  const last = ranked.findLastIndex(isTaken)
  const next = ranked[last + 1]
  return last < 0 || next === undefined || ranked[last]!.score - next.score > most
}
