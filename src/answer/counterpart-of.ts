import type { FigureEvidence } from '../retrieval/evidence.js'
import { isComparable } from './compute.js'
import type { AskContext } from './context.js'
import { fitsAsked, fitsTime } from './fits.js'

/**
 * The figure of another time that measures what a found one does, though its own name says less of the thing: 投入80亿元办好
 * 民生实事 beside 民生实事投入90亿元. Null where there is none, or where several differ.
 */
export function counterpartOf(found: FigureEvidence, slot: AskContext): FigureEvidence | null {
  const alike = slot.figures.filter(
    (candidate) =>
      candidate.figure.period !== found.figure.period &&
      measuresAlike(candidate, found) &&
      candidate.met.every(({ any }, i) => any >= NEARLY * found.met[i]!.own) &&
      fitsAsked(candidate, slot) &&
      fitsTime(candidate, slot),
  )
  const named = alike.filter(({ figure }) => figure.indicator === found.figure.indicator)
  const [first, ...others] = named.length > 0 ? named : alike
  return first && others.every(({ figure }) => figure.value === first.figure.value) ? first : null
}

/** What the sentence says beside the figure counts for less than the figure's own words. */
const NEARLY = 0.8
/** What is measured stands at the end of a name: 投入 of 政府投入. */
const HEAD_LENGTH = 2

function measuresAlike({ figure: a }: FigureEvidence, { figure: b }: FigureEvidence): boolean {
  const isSameHead = a.indicator.slice(-HEAD_LENGTH) === b.indicator.slice(-HEAD_LENGTH)
  return isSameHead && a.measure === b.measure && isComparable(a, b)
}
