import type { Term, Understanding } from '../understand/understanding.js'
import type { SearchableReport, SearchableStatement } from './searchable-report.js'

/** A term with what it counts for in one report. */
export interface WeighedTerm {
  term: Term
  /** Rarer in the report and longer: heavier. Words that the report lacks weigh, too: they are unmet demands. */
  weight: number
  /** Whether the report's text holds one of its wordings. */
  present: boolean
}

export interface WeighedQuestion {
  terms: WeighedTerm[]
  /** Sum of the weights; 0 for a question without topic. */
  total: number
}

/** Share of the rarest word's weight that a word counts which the report lacks, by what is known of it. */
const ABSENT = { free: 0.3, measure: 1, thing: 0.6, action: 0.3 }
/** An absent word whose number is asked is a demand in full. */
const ABSENT_HEAD = 1
/** Weight that words of which nothing is known may have together, as a share of all others. */
const MOST_UNKNOWN = 0.4
const ROLE = { head: 1.3, topic: 1, background: 0.3, inherited: 0.5, per: 0.8, each: 0.3, scope: 0.4, place: 1 }

/** What each word of a question counts for in a report: inverse document frequency times a length factor. */
export function weighTerms({ terms }: Pick<Understanding, 'terms'>, searchable: SearchableReport): WeighedQuestion {
  const weighed = capUnknown(terms.map((term) => weigh(term, searchable)))
  return { terms: weighed, total: sumOf(weighed) }
}

/** Words of which nothing is known are talk more often than demands: together they weigh no more than a share of the rest. */
function capUnknown(terms: WeighedTerm[]): WeighedTerm[] {
  const isUnknown = ({ term, present }: WeighedTerm) =>
    !present && term.concept === null && term.role !== 'head' && term.role !== 'place'
  const unknown = sumOf(terms.filter(isUnknown))
  const most = MOST_UNKNOWN * sumOf(terms.filter((entry) => !isUnknown(entry)))
  if (unknown <= most || most === 0) return terms
  return terms.map((entry) => (isUnknown(entry) ? { ...entry, weight: (entry.weight * most) / unknown } : entry))
}

function sumOf(terms: readonly WeighedTerm[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0)
}

function weigh(term: Term, searchable: SearchableReport): WeighedTerm {
  const count = searchable.statements.length
  const rarest = idf(1, count)
  const role = ROLE[term.role]
  if (term.role === 'per' || term.role === 'each' || term.role === 'scope')
    return { term, weight: rarest * role, present: true }
  const holders = new Set(term.forms.flatMap(({ form }) => [...searchable.statementsWith(form)]))
  const rarity = holders.size > 0 ? idf(holders.size, count) : rarest * absentShare(term)
  return { term, weight: rarity * lengthFactor(term.text) * role, present: holders.size > 0 }
}

function absentShare({ concept, role }: Term): number {
  if (role === 'head' || role === 'place') return ABSENT_HEAD
  return concept ? ABSENT[concept.kind] : ABSENT.free
}

function idf(holders: number, statements: number): number {
  return Math.log(1 + (statements - holders + 0.5) / (holders + 0.5))
}

/** 2 characters count 1, 4 count 1.3, 6 and more 1.6. */
function lengthFactor(text: string): number {
  return 1 + 0.15 * (Math.min(text.length, 6) - 2)
}

/** Strength (0–1) with which a wording of the term stands in `text`: as a whole, else most of its words. */
export function strengthIn(text: string, term: Term): number {
  let best = 0
  for (const { form, weight } of term.forms) if (weight > best && text.includes(form)) best = weight
  if (best > 0) return best
  for (const parts of term.parts) best = Math.max(best, partlyIn(text, parts))
  return best
}

const PARTLY = 0.7
const FEWEST_PARTS = 0.5

function partlyIn(text: string, parts: readonly string[]): number {
  const share = parts.filter((part) => text.includes(part)).length / parts.length
  return share >= FEWEST_PARTS ? PARTLY * share : 0
}

/** Where a term may be met besides the statement's own words, and what that counts. */
const CONTEXT = { heading: 0.5, before: 0.35 }

/** Strength with which a term is met by a statement: its own words, else its headings, else the sentence before. */
export function strengthAt(statement: SearchableStatement, term: Term): number {
  return Math.max(
    strengthIn(statement.text, term),
    CONTEXT.heading * strengthIn(statement.heading, term),
    CONTEXT.before * strengthIn(statement.before, term),
  )
}
