import { fitsKind } from '../retrieval/find-figures.js'
import type { FigureEvidence } from '../retrieval/evidence.js'
import { figureYears, fitPeriod, fitsStatus } from '../retrieval/match-period.js'
import { toSearchForm } from '../text/search-form.js'
import type { AskContext } from './context.js'
import type { Finding } from './finding.js'
import { sourceOf } from './source.js'
import { stateFigure } from './state-figure.js'

/** Share of the question that a figure must meet, in all and by its own words. */
export const ENOUGH = { coverage: 0.6, own: 0.25 }
/** Figures that speak of the thing at all: enough to say that the report has it for another time only. */
const SPOKEN_OF = { coverage: 0.5, own: 0.2 }

/** Answers a question for a number out of the ledger, or says what the ledger lacks of it. */
export function answerWithFigure(context: AskContext): Finding {
  const { understanding, figures } = context
  const relevant = figures.filter(isEnough)
  const ofKind = relevant.filter(({ figure }) => fitsKind(understanding.kind, askedUnit(context), figure))
  const inTime = ofKind.filter((candidate) => fitsTime(candidate, context))
  const best = inTime[0]
  if (best) return answered(best, context)
  return lacking(context, relevant, ofKind)
}

function answered(best: FigureEvidence, { searchable }: AskContext): Finding {
  return {
    outcome: 'answered',
    claims: [stateFigure(best)],
    related: [],
    reasons: [`账本中“${best.figure.indicator}”(${best.figure.period ?? '时间不详'})符合所问,取 ${best.figure.text}。`],
    confidence: Math.min(1, best.coverage) * (searchable.report.isDefault ? 1 : 0.99),
  }
}

function lacking(context: AskContext, relevant: FigureEvidence[], ofKind: FigureEvidence[]): Finding {
  const nearest = ofKind[0] ?? relevant[0] ?? context.figures.find(isSpokenOf)
  const spoken = nearest ?? context.evidence.find(({ coverage }) => coverage >= SPOKEN_OF.coverage)
  const related = spoken ? [sourceOf(context.searchable.report, spoken.statement.statement)] : []
  if (ofKind.length > 0)
    return { outcome: 'out_of_period', claims: [], related, confidence: 0.5, reasons: ['报告有这项数字,但不是所问的时间或状态。'] }
  if (spoken) return { outcome: 'no_figure', claims: [], related, confidence: 0.4, reasons: ['报告提到这件事,但没有给出所问的数字。'] }
  return { outcome: 'not_in_report', claims: [], related: [], confidence: 0, reasons: ['报告没有提到所问的内容。'] }
}

function isEnough({ coverage, own }: FigureEvidence): boolean {
  return coverage >= ENOUGH.coverage && own >= ENOUGH.own
}

function isSpokenOf({ coverage, own }: FigureEvidence): boolean {
  return coverage >= SPOKEN_OF.coverage && own >= SPOKEN_OF.own
}

/** The time asked is the figure's, or stands in its clause (兑现2021年度…资金); and a plan is no result. */
export function fitsTime({ figure, found, searchable }: FigureEvidence, { years, understanding }: AskContext): boolean {
  const named = years.some(({ from, to }) => from === to && toSearchForm(found.clause).includes(String(from)))
  const fit = fitPeriod(years, figureYears(figure.period))
  if (fit === 'other' && !named) return false
  if (fit === 'part' && years.length > 0 && !named) return false
  if (years.length > 0 && fit === 'same') return !contradictsStatus(understanding.status, figure.status, years, searchable.report.years.plan)
  return fitsStatus(understanding.status, figure)
}

/** Where the time is right, only an outright contradiction of result and plan counts. */
function contradictsStatus(
  asked: 'actual' | 'target' | null,
  status: 'actual' | 'estimate' | 'target',
  _years: unknown,
  _plan: number | null,
): boolean {
  return asked === 'actual' ? status === 'target' : asked === 'target' ? status === 'actual' : false
}

export function askedUnit({ understanding }: AskContext): string | null {
  return understanding.unit
}
