import type { Figure } from '../report/report.js'
import { unitKindOf } from '../understand/find-claims.js'
import type { AskedKind, Claim, Term, Understanding } from '../understand/understanding.js'
import type { Evidence, FigureEvidence } from './evidence.js'
import type { SearchableFigure, SearchableStatement } from './searchable-report.js'
import { strengthIn, type WeighedQuestion } from './weigh-terms.js'

/** What meeting a term counts, by where it stands as seen from the figure. */
const PLACE = {
  own: 1,
  clause: 0.9,
  foreignClause: 0.5,
  statement: 0.65,
  foreignStatement: 0.35,
  heading: 0.5,
  before: 0.35,
}
/** Added to the coverage to order figures that meet the question alike. */
const BONUS = { own: 0.2, unit: 0.08, kind: 0.12, claim: 0.25, lexical: 0.08, dense: 0.05 }

/** Every ledger figure that stands in the evidence, best first. Kind and unit order; they do not filter. */
export function findFigures(
  understanding: Understanding,
  question: WeighedQuestion,
  evidence: readonly Evidence[],
): FigureEvidence[] {
  return evidence
    .flatMap((entry) => entry.statement.figures.map((found) => scoreFigure(understanding, question, entry, found)))
    .sort((a, b) => b.score - a.score || a.figure.index - b.figure.index)
}

function scoreFigure(
  { kind, unit, claims }: Understanding,
  question: WeighedQuestion,
  { searchable, statement, arms }: Evidence,
  found: SearchableFigure,
): FigureEvidence {
  const { figure } = found
  const met = question.terms.map(({ term }) => meet(term, statement, found))
  const sumOf = (part: 'own' | 'any') => question.terms.reduce((sum, { weight }, i) => sum + weight * met[i]![part], 0)
  const total = question.total || 1
  const [coverage, own] = [sumOf('any') / total, sumOf('own') / total]
  const claimed = statement.figures.some((other) => claims.some((claim) => isClaimed(claim, other.figure)))
  const score =
    coverage +
    BONUS.own * own +
    (unit && figure.unit.endsWith(unit) ? BONUS.unit : 0) +
    (fitsKind(kind, unit, figure) ? BONUS.kind : -BONUS.kind) +
    (claimed ? BONUS.claim : 0) +
    BONUS.lexical * arms.lexical +
    BONUS.dense * arms.dense
  return { searchable, statement, found, figure, met, coverage, own, score }
}

/** How far a figure meets a term: by its own words, and by anything around it. */
function meet(term: Term, statement: SearchableStatement, found: SearchableFigure): { own: number; any: number } {
  const own = Math.max(strengthIn(found.indicator, term), strengthIn(found.phrase, term))
  return { own, any: own === 1 ? 1 : Math.max(PLACE.own * own, strengthAround(statement, found, term)) }
}

function strengthAround(statement: SearchableStatement, found: SearchableFigure, term: Term): number {
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

/** Whether the question itself says this number. */
export function isClaimed(claim: Claim, { value, unit }: Figure): boolean {
  if (value === null) return false
  const scale = unit.match(/^(万亿|亿|万)/)?.[0] ?? ''
  const full = Math.abs(value) * ({ '': 1, 万: 1e4, 亿: 1e8, 万亿: 1e12 }[scale] ?? 1)
  return Math.abs(full - claim.value) <= 1e-9 * Math.max(1, full)
}

/** Whether a figure is of the kind asked for. Things and people are counted in many words (家, 处, 座): any will do. */
export function fitsKind(kind: AskedKind, unit: string | null, figure: Figure): boolean {
  const unitKind = unitKindOf(figure.unit)
  switch (kind) {
    case 'money':
      return unitKind === 'money' && figure.measure !== 'growth'
    case 'count':
      return (unit === null ? unitKind !== 'percent' : unitKind === unitKindOf(unit)) && figure.measure !== 'rank'
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
