import { findFigures } from '../retrieval/find-figures.js'
import { askedYears } from '../retrieval/match-period.js'
import type { Retriever } from '../retrieval/retriever.js'
import type { SearchableReport } from '../retrieval/searchable-report.js'
import { weighTerms } from '../retrieval/weigh-terms.js'
import type { Understanding } from '../understand/understanding.js'
import { answerQuestion } from './answer-question.js'
import type { AskContext } from './context.js'
import type { Finding } from './finding.js'

/** One report's answer with everything that led to it. */
export interface Asked {
  context: AskContext
  finding: Finding
}

/** Similarities of one report's statements to the question, by statement index. */
export type DenseHits = ReadonlyMap<number, number>

/** Where a follow-up looks first, and what it does not want again. Statement and figure indexes. */
export interface Focus {
  near: ReadonlySet<number>
  exclude: ReadonlySet<number>
}

/** Asked without a turn before. */
export const NOWHERE: Focus = { near: new Set(), exclude: new Set() }

/** Asks one report one question. A time told by the way is left out where the report says nothing for it. */
export function askReport(
  understanding: Understanding,
  searchable: SearchableReport,
  dense: DenseHits,
  retriever: Retriever,
  focus: Focus = NOWHERE,
): Asked {
  const asked = askOnce(understanding, searchable, dense, retriever, focus)
  if (asked.finding.outcome !== 'out_of_period' || !understanding.periodsTold) return asked
  const timeless = askOnce({ ...understanding, periods: [] }, searchable, dense, retriever, focus)
  return timeless.finding.outcome === 'answered' ? timeless : asked
}

function askOnce(
  understanding: Understanding,
  searchable: SearchableReport,
  dense: DenseHits,
  retriever: Retriever,
  focus: Focus,
): Asked {
  const question = weighTerms(understanding, searchable)
  const evidence = retriever.retrieve(understanding, question, searchable, { dense, near: focus.near })
  const context: AskContext = {
    understanding,
    searchable,
    question,
    years: askedYears(understanding.periods, searchable.report.years),
    evidence,
    figures: findFigures(understanding, question, evidence).filter(({ figure }) => !focus.exclude.has(figure.index)),
  }
  return { context, finding: answerQuestion(context) }
}
