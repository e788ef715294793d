import { otherOfPair } from '../report/ledger/words.js'
import type { FigureEvidence } from '../retrieval/evidence.js'
import type { AskContext } from './context.js'

/** Where 城镇居民收入 answers a question for 居民收入, 农村居民收入 answers it as well: both are told. */
export function withOtherHalf(
  figures: FigureEvidence[],
  { figures: candidates, understanding }: AskContext,
): FigureEvidence[] {
  const [only] = figures
  const other = figures.length === 1 && only ? otherOfPair(only.figure.indicator, understanding.text) : null
  if (!only || other === null) return figures
  const half = candidates.find(({ figure, met }) => {
    const isAlike = figure.unit === only.figure.unit && figure.measure === only.figure.measure
    const isOfTime = figure.period === only.figure.period && figure.status === only.figure.status
    return figure.indicator === other && isAlike && isOfTime && met.every(({ own }, i) => own >= only.met[i]!.own)
  })
  return half ? [only, half].sort((a, b) => a.figure.index - b.figure.index) : figures
}
