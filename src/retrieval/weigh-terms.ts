import { loadConcepts } from '../lexicon/concepts.js'
import { needsOwner } from '../report/ledger/words.js'
import { wordsOf } from '../text/tokens.js'
import { isNumberedSchool } from '../understand/numbered-school.js'
import type { AskedKind, Term, Understanding } from '../understand/understanding.js'
import { holdsForm } from './holds-form.js'
import { matchingWords } from './matching-words.js'
import type { SearchableReport } from './searchable-report.js'

/** A term with what it counts for in one report. */
export interface WeighedTerm {
  term: Term
  /** Rarer in the report and longer: heavier. Words that the report lacks weigh, too: they are unmet demands. */
  weight: number
  /** Whether the report's text holds one of its wordings. */
  present: boolean
  /** Statements that hold one of its wordings whole. */
  holders: number
  /** Whether the report lacks it and nothing is known of it: talk more often than a demand. */
  isTalk: boolean
  /** Whether the report writes it and no dictionary has it: 幸福渠, 豪驰; or it is one of several of its kind: 四小. */
  isName: boolean
  /** Whether neither the report nor a dictionary has it: a name from elsewhere, or one misspelt. */
  isStranger: boolean
  /** Statement position → strength (0–1) with which the statement's own words meet it; absent where they do not. */
  strengths: ReadonlyMap<number, number>
}

export interface WeighedQuestion {
  terms: WeighedTerm[]
  /** Sum of the weights; 0 for a question without topic. */
  total: number
}

/** Share of the rarest word's weight that a word counts which the report lacks, by what is known of it. */
const ABSENT = { free: 0.3, measure: 1, attribute: 1, thing: 0.6, action: 0.3 }
/** An absent word whose number is asked is a demand in full. */
const ABSENT_HEAD = 1
const ABSENT_COMPOUND = 0.8
/** Weight that words of which nothing is known may have together, as a share of all others. */
const MOST_UNKNOWN = { number: 0.4, words: 0.8 }
const WORD_KINDS: AskedKind[] = ['who', 'where', 'when', 'which']
const ROLE = { head: 1.3, topic: 1, background: 0.3, inherited: 0.5, per: 0.8, each: 0.3, scope: 0.4, place: 0 }

/** What each word of a question counts for in a report: inverse document frequency times a length factor. */
export function weighTerms(
  { terms, kind }: Pick<Understanding, 'terms' | 'kind'>,
  searchable: SearchableReport,
): WeighedQuestion {
  const asks = WORD_KINDS.includes(kind) ? 'words' : 'number'
  const weighed = capUnknown(
    MOST_UNKNOWN[asks],
    terms.map((term, i) => weigh(term, searchable, isCompound(term, terms[i + 1]), ACTION[asks])),
  )
  return { terms: weighed, total: sumOf(weighed) }
}

/** Words that the report lacks are talk more often than demands: together they weigh no more than a share of the rest. */
function capUnknown(share: number, terms: WeighedTerm[]): WeighedTerm[] {
  const talk = sumOf(terms.filter(({ isTalk }) => isTalk))
  const most = share * sumOf(terms.filter(({ isTalk, term }) => !isTalk && TOPICAL.includes(term.role)))
  if (talk <= most || most === 0) return terms
  return terms.map((entry) => (entry.isTalk ? { ...entry, weight: (entry.weight * most) / talk } : entry))
}

const TALKING = ['topic', 'background', 'inherited']

function isTalk(term: Term, present: boolean, compound: boolean): boolean {
  const isDemand = term.concept?.kind === 'measure' && !isGuess(term)
  return !present && !isDemand && !compound && TALKING.includes(term.role)
}

const TOPICAL = ['head', 'topic', 'background', 'inherited']

/** What was said leads to the measure only by a citizen's word for it. */
function isGuess({ text, forms }: Term): boolean {
  return forms.every(({ form, weight }) => form === text || weight < SURE)
}

const SURE = 0.9

function sumOf(terms: readonly WeighedTerm[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0)
}

function weigh(term: Term, searchable: SearchableReport, compound: boolean, ofAction: number): WeighedTerm {
  const count = searchable.statements.length
  const rarest = idf(1, count)
  const role = ROLE[term.role]
  const strengths = new Map<number, number>()
  for (const { form, weight } of term.forms) raise(strengths, searchable.statementsWith(form), weight)
  if (strengths.size === 0) raise(strengths, measuring(term, searchable), SURE)
  const holders = strengths.size
  for (const parts of term.parts) raisePartly(strengths, parts, searchable)
  if (term.role === 'per' || term.role === 'each' || term.role === 'scope')
    return {
      term,
      weight: rarest * role,
      present: true,
      holders,
      isTalk: false,
      isName: false,
      isStranger: false,
      strengths,
    }
  const present = holders > 0
  const isUnknown = term.concept === null && isUnlisted(term.text)
  const rarity = holders > 0 ? idf(holders, count) : rarest * (compound ? ABSENT_COMPOUND : absentShare(term))
  return {
    term,
    weight: rarity * lengthFactor(term.text) * role * (present && term.concept?.kind === 'action' ? ofAction : 1),
    present,
    holders,
    isTalk: isTalk(term, present, compound),
    isName: isUnknown && (isNumberedSchool(term.text) || isWritten(term.text, searchable)),
    isStranger: isUnknown && !present,
    strengths,
  }
}

/** Where a thing is asked for by what is done with it (办过什么大会), that counts less: reports have many verbs for it. */
const ACTION = { number: 1, words: 0.6 }

/** Whether no dictionary has a word, and it is no word with a stray character in front (批市级). */
function isUnlisted(text: string): boolean {
  const words = wordsOf(text)
  return words.length > 1 && (words[0]!.length > 1 || words.every((word) => word.length === 1))
}

/** Whether the report writes it, and not only as a piece of a longer word: 换新 in 以旧换新 names nothing. */
function isWritten(name: string, { statements, statementsWith }: SearchableReport): boolean {
  const { words } = loadConcepts()
  return statementsWith(name).some((position) => {
    const { text } = statements[position]!
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
      if (!isPiece(text, at, at + name.length, words)) return true
    return false
  })
}

/** Characters that a word may have in front of its piece and behind it. */
const MOST_AROUND = 6

function isPiece(text: string, start: number, end: number, words: ReadonlyMap<string, unknown>): boolean {
  for (let from = Math.max(0, start - MOST_AROUND); from <= start; from++)
    for (let to = Math.min(text.length, end + MOST_AROUND); to >= end; to--)
      if (to - from > end - start && words.has(text.slice(from, to))) return true
  return false
}

/** Share of a report's statements that a word may stand in and still name a thing: 项目 and 企业 stand everywhere. */
const MOST_COMMON = 0.05

/** Whether a term names a thing of its own: the report knows it, it is no everyday word there and needs no owner. */
export function namesThing({ term, present, holders }: WeighedTerm, { statements }: SearchableReport): boolean {
  return present && holders <= Math.max(2, MOST_COMMON * statements.length) && !needsOwner(term.text)
}

/** Whether a word tells whose something is, and nothing of what it is: 国家, 国际. */
export function tellsLevel({ term }: WeighedTerm): boolean {
  return term.concept === null && matchingWords('levels', 'whole').test(term.text)
}

/** Statements whose figures the ledger names so, though the text does not: 城镇居民… in 城乡居民人均可支配收入分别增长, 占…的比重. */
function measuring({ forms, concept }: Term, { figures }: SearchableReport): number[] {
  if (concept === null) return []
  return figures
    .filter(({ indicator, whole }) => forms.some(({ form }) => indicator.includes(form) || whole.includes(form)))
    .map(({ figure }) => figure.statement)
}

function raise(strengths: Map<number, number>, positions: readonly number[], weight: number): void {
  for (const position of positions) if (weight > (strengths.get(position) ?? 0)) strengths.set(position, weight)
}

/** The same measure as `partlyIn`, from the postings of the parts. */
function raisePartly(
  strengths: Map<number, number>,
  parts: readonly string[],
  { statementsWith }: SearchableReport,
): void {
  const counts = new Map<number, number>()
  for (const part of parts)
    for (const position of statementsWith(part)) counts.set(position, (counts.get(position) ?? 0) + 1)
  for (const [position, count] of counts) {
    const share = count / parts.length
    if (share >= FEWEST_PARTS) raise(strengths, [position], PARTLY * share)
  }
}

/** 粮价 in 粮价补贴: a word right in front of a thing makes it another thing. */
function isCompound(term: Term, next: Term | undefined): boolean {
  const { text, at, concept, role } = term
  if (role !== 'topic' || next === undefined) return false
  if (concept !== null) {
    const isThing = concept.kind === 'thing' || (concept.kind === 'measure' && isGuess(term))
    return isThing && at + text.length === next.at && needsOwner(next.text)
  }
  return (
    at + text.length === next.at &&
    (next.concept?.kind === 'measure' || next.role === 'head' || matchingWords('paid', 'whole').test(next.text))
  )
}

/** Verbs with a particle that no report has (等着, 贵了) are talk. */
const SHORT_LATIN = /^[a-z]{1,3}$/
const PARTICLE_END = /[了着过个得的来去下起呀嘛]$/

function absentShare({ text, concept, role }: Term): number {
  if (concept === null && (PARTICLE_END.test(text) || SHORT_LATIN.test(text))) return 0
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
  for (const { form, weight } of term.forms) if (weight > best && holdsForm(text, form)) best = weight
  if (best > 0) return best
  for (const parts of term.parts) best = Math.max(best, partlyIn(text, parts))
  return best
}

const PARTLY = 0.7
const FEWEST_PARTS = 0.6

function partlyIn(text: string, parts: readonly string[]): number {
  const share = parts.filter((part) => text.includes(part)).length / parts.length
  return share >= FEWEST_PARTS ? PARTLY * share : 0
}
