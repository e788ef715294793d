import { askedYears } from '../retrieval/match-period.js'
import type { AskedPeriod } from '../understand/understanding.js'
import type { AskContext } from './context.js'

const CHANGES_BY =
  /(?:增加|增长|上涨|上升|提高|提升|下降|降低|减少|下跌|增|涨|降|减|跌|多|少)了?(?:多少|几|百分之)(?![^,。;?]{0,4}(?:增速|目标))/
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
  const others = askedYears(
    periods.filter((period) => !base.includes(period)),
    searchable.report.years,
  )
  const isYearItself = others.length > 0 ? others.some(({ to }) => to === from.from) : isOfResult(base[0]!, text)
  const since = isYearItself ? from.from - 1 : from.from
  return {
    ...context,
    years: isYearItself ? [from] : others,
    understanding: {
      ...understanding,
      kind: understanding.unit === null ? 'growth' : understanding.kind,
      cues: new Set([...cues].filter((cue) => cue !== 'compare')),
    },
    figures: context.figures.filter(
      ({ figure, found }) => figure.measure === 'growth' && countsFrom(since, figure.period, found.clause),
    ),
  }
}

/** 比上年涨了多少 with no year in front: last year's change over the one before, as reports put it. */
function isOfResult(base: AskedPeriod, text: string): boolean {
  return (
    base.kind === 'relative' && base.offset === 'last' && /^上/.test(text.slice(base.at)) && /了(?:多少|几)/.test(text)
  )
}

/** 跟去年比. */
const WITH = /[跟和与同]$/
const THAN = /^[^,。;?]{1,5}?(?:年|末|底)(?:同期)?比(?!\d)/

function isBase({ at }: AskedPeriod, text: string): boolean {
  const [before, behind] = [text.slice(0, at), text.slice(at)]
  return /[比较]$/.test(before) || /^\S{2,7}?(?:年|末|底)?相比/.test(behind) || (WITH.test(before) && THAN.test(behind))
}

/** Whether a change is counted from that year: as its clause says, or from the year before where it says none. */
function countsFrom(year: number, period: string | null, clause: string): boolean {
  const named = /[比较](\d{4})年/.exec(clause)?.[1]
  if (named) return Number(named) === year
  return period !== null && /^\d{4}$/.test(period) && Number(period) - 1 === year
}
