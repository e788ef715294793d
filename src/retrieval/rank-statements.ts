import { NUMBER_KINDS } from '../understand/asked-kind.js'
import type { Understanding } from '../understand/understanding.js'
import type { Evidence, FigureEvidence } from './evidence.js'
import { fitsKind } from './fits-kind.js'
import { rankingWeights } from './fusion-weights.js'
import { figureYears, fitPeriod, fitsStatus, sectionYears, type Years } from './match-period.js'

export interface Retrieved {
  understanding: Understanding
  /** The years asked, as the report counts them. */
  years: readonly Years[]
  evidence: readonly Evidence[]
  figures: readonly FigureEvidence[]
}

/** Evidence in the order in which it answers: by words and meaning, and by whether it has a figure of the kind and time asked. */
export function rankStatements(retrieved: Retrieved, weights = rankingWeights): Evidence[] {
  const best = bestFigures(retrieved)
  const most = Math.max(...best.values())
  const asksNumber = NUMBER_KINDS.has(retrieved.understanding.kind) || retrieved.understanding.claims.length > 0
  const scoreOf = (entry: Evidence) => {
    const figure = best.get(entry.statement.statement.index)
    const byFigure = figure === undefined ? -weights.noFigure : (weights.figure * figure) / most
    const byTime = isOtherTime(entry, retrieved) ? -weights.otherTime : 0
    return entry.score + (asksNumber ? byFigure : 0) + byTime + weights.meaning * entry.arms.dense
  }
  return retrieved.evidence
    .map((entry) => ({ ...entry, score: scoreOf(entry) }))
    .sort((a, b) => b.score - a.score || a.statement.statement.index - b.statement.statement.index)
}

/** By statement: the score of its best figure of the kind and time asked. */
function bestFigures({ understanding, years, figures }: Retrieved): Map<number, number> {
  const best = new Map<number, number>()
  for (const { figure, score } of figures) {
    const isOther = fitPeriod(years, figureYears(figure.period)) === 'other'
    if (isOther || !fitsKind(understanding, figure)) continue
    if (years.length === 0 && !fitsStatus(understanding.firmStatus, figure)) continue
    best.set(figure.statement, Math.max(score, best.get(figure.statement) ?? 0))
  }
  return best
}

function isOtherTime({ statement, searchable }: Evidence, { years, understanding }: Retrieved): boolean {
  const { sections, years: reportYears } = searchable.report
  const { plan } = reportYears
  const wanted =
    years.length > 0 || understanding.firmStatus !== 'target' || plan === null ? years : [{ from: plan, to: plan }]
  if (wanted.some(({ from }) => statement.text.includes(String(from)))) return false
  return fitPeriod(wanted, sectionYears(sections, statement.statement.section)) === 'other'
}
