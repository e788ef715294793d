import { type ExtractedFigure, extractFigures } from '../report/ledger/extract-figures.js'
import type { Figure, Report, Statement } from '../report/report.js'
import { toSearchForm } from '../text/search-form.js'
import type { GateLexicon } from './gate-lexicon.js'
import type { IndicatorForm } from './indicator-form.js'
import { type Quantity, quantityOf } from './quantity.js'
import { claimedStatuses, type StatusClaim } from './status.js'

/** A figure of the corpus with all that a comparison needs, made once. */
export interface Entry {
  report: Report
  figure: Figure
  statement: Statement
  /** Heading path over the figure, outermost first. */
  section: string[]
  /** The indicator in normal form, as the report has it and as the statement alone has it. */
  indicators: string[]
  quantity: Quantity | null
  /** What the statement's own words claim. */
  claimed: StatusClaim
  /** Search form of statement and headings. */
  context: string
  /** Pairs of neighbouring characters of the statement's search form. */
  pairs: ReadonlySet<string>
}

/** All figures of some reports, found by their indicator or by the sentence they stand in. */
export interface FigureIndex {
  reports: readonly Report[]
  entries: readonly Entry[]
  /** Entries that share characters with an indicator in normal form, likeliest first. */
  byIndicator(indicator: string, limit?: number): Entry[]
  /** Statements whose whole text this is; the key is `sentenceKey` of the text. */
  bySentence(key: string): { report: Report; statement: Statement }[]
  entriesOf(report: Report, statement: Statement): Entry[]
}

export function buildFigureIndex(reports: readonly Report[], form: IndicatorForm, lexicon: GateLexicon): FigureIndex {
  const entries = reports.flatMap((report) => entriesOfReport(report, form, lexicon))
  const postings = postingsOf(entries)
  const sentences = groupBy(
    reports.flatMap((report) => report.statements.map((statement) => ({ report, statement }))),
    ({ statement }) => sentenceKey(statement.text),
  )
  const byStatement = groupBy(entries, (entry) => `${entry.report.id}#${entry.statement.index}`)
  const found = new Map<string, Entry[]>()
  return {
    reports,
    entries,
    byIndicator(indicator, limit = 200) {
      if (found.size > 5000) found.clear()
      const known = found.get(indicator) ?? likeliest(entries, postings, indicator, limit)
      found.set(indicator, known)
      return known
    },
    bySentence: (key) => sentences.get(key) ?? [],
    entriesOf: (report, statement) => byStatement.get(`${report.id}#${statement.index}`) ?? [],
  }
}

/** A sentence without blanks, quotation marks, width, list number, note marks and the marks at its ends. */
export function sentenceKey(text: string): string {
  return toSearchForm(text)
    .replace(/\[\d{1,3}\]/g, '')
    .replace(/^(?:\d{1,3}[.、)](?!\d)|\(\d{1,3}\))/, '')
    .replace(/^[,;:。!?、]+|[,;:。!?、]+$/g, '')
}

/** Pairs of neighbouring characters. */
export function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2))
  return pairs
}

function entriesOfReport(report: Report, form: IndicatorForm, lexicon: GateLexicon): Entry[] {
  const readings = new Map<number, StatementReading>()
  return report.figures.map((figure) => {
    const statement = report.statements[figure.statement]!
    const section = statement.section === null ? [] : (report.sections[statement.section]?.path ?? [])
    const reading = readings.get(statement.index) ?? readStatement(statement, section, lexicon)
    readings.set(statement.index, reading)
    const alone = reading.alone.get(figure.at.start)
    return {
      report,
      figure,
      statement,
      section,
      indicators: [...new Set([figure.indicator, alone?.figure.indicator ?? figure.indicator].map(form))],
      quantity: quantityOf(figure.value, figure.unit),
      claimed: alone?.claimed ?? { status: null, words: [] },
      context: reading.context,
      pairs: reading.pairs,
    }
  })
}

interface StatementReading {
  context: string
  pairs: ReadonlySet<string>
  /** What the statement says of its figures when it stands alone, by the figure's offset. */
  alone: Map<number, { figure: ExtractedFigure; claimed: StatusClaim }>
}

function readStatement(statement: Statement, section: string[], lexicon: GateLexicon): StatementReading {
  const text = toSearchForm(statement.text)
  const figures = extractFigures(statement.text)
  const claimed = claimedStatuses(statement.text, figures, lexicon.claims)
  return {
    context: toSearchForm(section.join('')) + text,
    pairs: pairsOf(text),
    alone: new Map(figures.map((figure, i) => [figure.at.start, { figure, claimed: claimed[i]! }])),
  }
}

function postingsOf(entries: readonly Entry[]): Map<string, number[]> {
  const postings = new Map<string, number[]>()
  for (const [position, entry] of entries.entries())
    for (const token of new Set(entry.indicators.flatMap((indicator) => [...pairsOf(indicator), `=${indicator}`]))) {
      const list = postings.get(token)
      if (list) list.push(position)
      else postings.set(token, [position])
    }
  return postings
}

function likeliest(
  entries: readonly Entry[],
  postings: ReadonlyMap<string, number[]>,
  indicator: string,
  limit: number,
): Entry[] {
  const counts = new Map<number, number>()
  const vote = (token: string, weight: number) => {
    for (const position of postings.get(token) ?? []) counts.set(position, (counts.get(position) ?? 0) + weight)
  }
  for (const pair of pairsOf(indicator)) vote(pair, 1)
  vote(`=${indicator}`, 1000)
  const score = (position: number) =>
    counts.get(position)! / Math.sqrt(Math.min(...entries[position]!.indicators.map((name) => name.length)) || 1)
  return [...counts.keys()]
    .sort((a, b) => score(b) - score(a))
    .slice(0, limit)
    .map((position) => entries[position]!)
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
