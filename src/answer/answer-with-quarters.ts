import type { FigureEvidence } from '../retrieval/evidence.js'
import { answerWords } from './answer-words.js'
import { comparesGrowth } from './choose-figures.js'
import { compareFigures, isComparable } from './compute.js'
import type { AskContext } from './context.js'
import type { Finding } from './finding.js'
import { fitsTime } from './fits.js'
import { plainEvidence } from './plain-evidence.js'
import { quartersIn } from './quarters.js'
import { tidy } from './quote-clauses.js'
import { quotedClaim, sourceOf } from './source.js'

/**
 * Two quarters compared (三季度和四季度哪个增长快): the clauses of the sentence that gives one measure for each of them. Null
 * where the question compares no two quarters, or no sentence does.
 */
export function answerWithQuarters(context: AskContext): Finding | null {
  const { understanding, searchable } = context
  const asked = quartersIn(understanding.text)
  if (asked.length !== 2 || !understanding.cues.has('compare')) return null
  const measure = comparesGrowth(understanding) ? 'growth' : 'level'
  const [one, other] = asked.map((quarter) =>
    searchable.figures
      .filter(({ figure, phrase }) => figure.measure === measure && quarterOf(phrase) === quarter)
      .map((found) => plainEvidence(searchable, found))
      .filter((candidate) => fitsTime(candidate, context) && isOfThing(candidate, context)),
  )
  for (const first of one!) {
    const second = other!.find((candidate) => isOfSeries(candidate, first))
    if (second) return told(first, second, context)
  }
  return null
}

/** The quarter whose figure a phrase gives; null for 四季度出口增长5.1%, which is of another thing than its neighbours. */
function quarterOf(phrase: string): string | null {
  const [quarter, ...others] = quartersIn(phrase)
  if (!quarter || others.length > 0) return null
  const behind = phrase.slice(phrase.indexOf(quarter) + quarter.length)
  return answerWords('tells_number', 'start').test(behind) ? quarter : null
}

/** Every thing asked stands in the sentence, be it by its head alone (经济 of 全省经济). */
function isOfThing({ statement }: FigureEvidence, { question, understanding: { text } }: AskContext): boolean {
  const quarters = [...text.matchAll(answerWords('quarter', 'anywhere', 'g'))].map(({ index }) => index)
  const things = question.terms.filter(
    ({ term: { at, role }, weight }) =>
      ASKED.includes(role) && weight > 0 && !quarters.some((start) => at >= start && at < start + QUARTER_LENGTH),
  )
  return (
    things.length > 0 &&
    things.every(
      ({ term, strengths }) =>
        (strengths.get(statement.statement.index) ?? 0) >= MET ||
        statement.text.includes(term.text.slice(-HEAD_LENGTH)),
    )
  )
}

const ASKED = ['topic', 'head']
const QUARTER_LENGTH = 3
const HEAD_LENGTH = 2
const MET = 0.5

function isOfSeries({ figure, statement }: FigureEvidence, first: FigureEvidence): boolean {
  return (
    statement === first.statement && figure.indicator === first.figure.indicator && isComparable(figure, first.figure)
  )
}

/** The ledger may name such a figure after the sentence's beginning: the report's own clauses are told. */
function told(first: FigureEvidence, second: FigureEvidence, { understanding }: AskContext): Finding {
  const { statement, searchable } = first
  const source = sourceOf(searchable.report, statement.statement)
  const clauses = statement.clauses.filter(({ start, end }) =>
    [first, second].some(({ figure }) => figure.at.start >= start && figure.at.start < end),
  )
  const quoted = tidy(statement.statement.text.slice(clauses[0]!.start, clauses.at(-1)!.end))
  const pair = [first, second]
  const names = pair.map(({ found }) => quartersIn(found.phrase)[0]!) as [string, string]
  return {
    outcome: 'answered',
    claims: [quotedClaim(quoted, source), ...compareFigures(pair, understanding, names)],
    related: [],
    reasons: [`这句话分别写了${names.join('和')}的数字。`],
    confidence: 1,
  }
}
