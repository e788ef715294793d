import type { Figure } from '../report/report.js'
import { type Evidence, type FigureEvidence, MOST_BY_MEANING } from '../retrieval/evidence.js'
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
  if (figures.size > 0) {
    const rivals = nextBehind(context.figures, ({ figure }) => figures.has(figure), MOST_BY_MEANING.figure)
    return !rivals.some((candidate) => isRival(candidate, context))
  }
  const starts = new Set(finding.claims.flatMap(({ sources }) => sources.map(({ start }) => start)))
  const isTaken = ({ statement }: Evidence) => starts.has(statement.statement.start)
  return nextBehind(context.evidence, isTaken, MOST_BY_MEANING.statement).length === 0
}

/** Whether a figure could stand in for the answer's: another year's cannot, unless years are compared. */
function isRival(candidate: FigureEvidence, context: AskContext): boolean {
  return context.understanding.cues.has('compare') || (fitsTime(candidate, context) && fitsAsked(candidate, context))
}

/** What comes behind the answer by no more than `most`; nothing where the answer is no hit. */
function nextBehind<Hit extends { score: number }>(
  ranked: readonly Hit[],
  isTaken: (hit: Hit) => boolean,
  most: number,
): Hit[] {
  const last = ranked.findLastIndex(isTaken)
  return last < 0 ? [] : ranked.slice(last + 1).filter(({ score }) => ranked[last]!.score - score <= most)
}
