import { askedYears } from '../retrieval/match-period.js'
import type { AskedPeriod } from '../understand/understanding.js'
import type { AskContext } from './context.js'

const CHANGES_BY =
  /(?:增加|增长|上涨|上升|提高|提升|下降|降低|减少|下跌|增|涨|降|减|跌)了?(?:多少|几|百分之)(?![^,。;?]{0,4}(?:增速|目标))/
/** What is itself a rate or a plan is compared by the numbers of both years. */
const COMPARES_RATES = /增速|增幅|涨幅|降幅|目标|预期|计划/

/**
 * 2025年比2024年下降多少: the year behind 比 is what the change is counted from, not a second time asked. The question as
 * one for the change alone; null where it asks otherwise.
 */
export function changeSince(context: AskContext): AskContext | null {
  const { understanding, searchable } = context
  const { text, periods, cues } = understanding
  const base = periods.filter((period) => isBase(period, text))
  if (base.length !== 1 || !CHANGES_BY.test(text) || COMPARES_RATES.test(text)) return null
  const [from] = askedYears(base, searchable.report.years)
  if (!from) return null
  return {
    ...context,
    years: askedYears(
      periods.filter((period) => !base.includes(period)),
      searchable.report.years,
    ),
    understanding: {
      ...understanding,
      kind: understanding.unit === null ? 'growth' : understanding.kind,
      cues: new Set([...cues].filter((cue) => cue !== 'compare')),
    },
    figures: context.figures.filter(
      ({ figure, found }) => figure.measure === 'growth' && countsFrom(from.from, figure.period, found.clause),
    ),
  }
}

function isBase({ at }: AskedPeriod, text: string): boolean {
  return /[比较]$/.test(text.slice(0, at)) || /^\S{2,7}?(?:年|末|底)?相比/.test(text.slice(at))
}

/** Whether a change is counted from that year: as its clause says, or from the year before where it says none. */
function countsFrom(year: number, period: string | null, clause: string): boolean {
  const named = /[比较](\d{4})年/.exec(clause)?.[1]
  if (named) return Number(named) === year
  return period !== null && /^\d{4}$/.test(period) && Number(period) - 1 === year
}
