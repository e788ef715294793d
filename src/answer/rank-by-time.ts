import type { Evidence } from '../retrieval/evidence.js'
import { fitPeriod, type PeriodFit, sectionYears } from '../retrieval/match-period.js'
import type { AskContext } from './context.js'

/** Time that does not fit counts against a statement. */
const PERIOD_MALUS = 0.25

/** A statement found, with whether it is of the time asked and the score that this leaves it. */
export interface Ranked {
  entry: Evidence
  fit: PeriodFit
  score: number
}

/** The evidence but for headings, best first; what is of another time further back. */
export function rankByTime(context: AskContext): Ranked[] {
  return rankAll(context).filter(({ entry }) => entry.statement.statement.kind !== 'heading')
}

/** The evidence with its headings, best first; what is of another time further back. */
export function rankAll({ evidence, years, understanding }: AskContext): Ranked[] {
  return evidence
    .map((entry) => {
      const { sections, years: reportYears } = entry.searchable.report
      const own = sectionYears(sections, entry.statement.statement.section)
      const { plan } = reportYears
      const wanted =
        years.length > 0 || understanding.firmStatus !== 'target' || plan === null ? years : [{ from: plan, to: plan }]
      const isNamed = wanted.some(({ from }) => entry.statement.text.includes(String(from)))
      const fit = isNamed ? 'same' : fitPeriod(wanted, own)
      return { entry, fit, score: entry.score - (fit === 'other' ? PERIOD_MALUS : 0) }
    })
    .sort((a, b) => b.score - a.score)
}
