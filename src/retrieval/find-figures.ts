import type { Figure } from '../report/report.js'
import { unitKindOf } from '../understand/find-claims.js'
import type { AskedKind, Understanding } from '../understand/understanding.js'
import type { Evidence, FigureEvidence } from './evidence.js'
import { askedYears, figureYears, fitPeriod, fitsStatus } from './match-period.js'
import type { SearchableFigure, SearchableStatement } from './searchable-report.js'
import { strengthIn, type WeighedQuestion } from './weigh-terms.js'

/** What meeting a term counts, by where it stands as seen from the figure. */
const PLACE = { own: 1, clause: 0.9, foreignClause: 0.5, statement: 0.65, foreignStatement: 0.35, heading: 0.5, before: 0.35 }
/** Added to the coverage to order figures that meet the question alike. */
const BONUS = { own: 0.15, unit: 0.08, period: 0.12, part: 0.02, status: 0.08, kind: 0.1, lexical: 0.08, dense: 0.05 }

/** Every ledger figure that stands in the evidence, best first. Period, status and kind order; they do not filter. */
export function findFigures(
  understanding: Understanding,
  unit: string | null,
  question: WeighedQuestion,
  evidence: readonly Evidence[],
): FigureEvidence[] {
  return evidence
    .flatMap((entry) => entry.statement.figures.map((found) => scoreFigure(understanding, unit, question, entry, found)))
    .sort((a, b) => b.score - a.score || a.figure.index - b.figure.index)
}

function scoreFigure(
  understanding: Understanding,
  unit: string | null,
  question: WeighedQuestion,
  { searchable, statement, arms }: Evidence,
  found: SearchableFigure,
): FigureEvidence {
  let met = 0
  let own = 0
  for (const { term, weight } of question.terms) {
    const words = Math.max(strengthIn(found.indicator, term), strengthIn(found.phrase, term))
    own += weight * words
    met += weight * Math.max(PLACE.own * words, strengthAround(statement, found, term))
  }
  const total = question.total || 1
  const { figure } = found
  const fit = fitPeriod(askedYears(understanding.periods, searchable.report.years), figureYears(figure.period))
  const score =
    met / total +
    (BONUS.own * own) / total +
    (unit && figure.unit.endsWith(unit) ? BONUS.unit : 0) +
    (fit === 'same' ? BONUS.period : fit === 'part' ? BONUS.part : fit === 'other' ? -BONUS.period : 0) +
    (understanding.status && fitsStatus(understanding.status, figure) ? BONUS.status : 0) +
    (fitsKind(understanding.kind, unit, figure) ? BONUS.kind : -BONUS.kind) +
    BONUS.lexical * arms.lexical +
    BONUS.dense * arms.dense
  return { searchable, statement, found, figure, coverage: met / total, own: own / total, score }
}

function strengthAround(
  statement: SearchableStatement,
  found: SearchableFigure,
  term: Parameters<typeof strengthIn>[1],
): number {
  const foreign = statement.figures.some(
    (other) => other !== found && (strengthIn(other.phrase, term) > 0 || strengthIn(other.indicator, term) > 0),
  )
  return Math.max(
    strengthIn(found.clause, term) * (foreign ? PLACE.foreignClause : PLACE.clause),
    strengthIn(statement.text, term) * (foreign ? PLACE.foreignStatement : PLACE.statement),
    strengthIn(statement.heading, term) * PLACE.heading,
    strengthIn(statement.before, term) * PLACE.before,
  )
}

/** Whether a figure is of the kind asked for. Things and people are counted in many words (家, 处, 座): any will do. */
export function fitsKind(kind: AskedKind, unit: string | null, figure: Figure): boolean {
  const unitKind = unitKindOf(figure.unit)
  switch (kind) {
    case 'money':
      return unitKind === 'money' && figure.measure === 'level'
    case 'count':
      return countable(unit, unitKind) && figure.measure !== 'rank'
    case 'growth':
      return figure.measure === 'growth'
    case 'share':
      return figure.measure === 'share' || (unitKind === 'percent' && figure.measure !== 'growth')
    case 'rank':
      return figure.measure === 'rank' || figure.measure === 'rating'
    default:
      return true
  }
}

function countable(asked: string | null, unitKind: string | null): boolean {
  const askedKind = asked === null ? 'count' : unitKindOf(asked)
  return unitKind === askedKind
}
