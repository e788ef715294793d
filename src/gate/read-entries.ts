import { type ExtractedFigure, extractFigures } from '../report/ledger/extract-figures.js'
import type { Figure, Report, Statement } from '../report/report.js'
import { toSearchForm } from '../text/search-form.js'
import type { GateLexicon } from './gate-lexicon.js'
import { groupBy } from './group-by.js'
import type { IndicatorForm } from './indicator-form.js'
import { pairsOf } from './pairs.js'
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
  /** Search form of statement and headings; of a table row, also what stands above its cells. */
  context: string
  /** Pairs of neighbouring characters of the statement's search form. */
  pairs: ReadonlySet<string>
}

/** Makes the entries of a statement when they are first asked for. */
export type EntryReader = (report: Report, statement: Statement) => readonly Entry[]

export function createEntryReader(form: IndicatorForm, lexicon: GateLexicon): EntryReader {
  const known = new WeakMap<Statement, Entry[]>()
  const ledgers = new WeakMap<Report, Map<number, Figure[]>>()
  return (report, statement) => {
    const kept = known.get(statement)
    if (kept) return kept
    const ledger = ledgers.get(report) ?? groupBy(report.figures, (figure) => figure.statement)
    ledgers.set(report, ledger)
    const figures = ledger.get(statement.index) ?? []
    const entries = figures.length === 0 ? [] : readEntries(report, statement, figures, form, lexicon)
    known.set(statement, entries)
    return entries
  }
}

function readEntries(
  report: Report,
  statement: Statement,
  figures: readonly Figure[],
  form: IndicatorForm,
  lexicon: GateLexicon,
): Entry[] {
  const section = statement.section === null ? [] : (report.sections[statement.section]?.path ?? [])
  const text = toSearchForm(statement.text)
  const context = toSearchForm([...section, ...(statement.table?.columns ?? [])].join('')) + text
  const pairs = pairsOf(text)
  const alone = readAlone(statement.text, lexicon)
  return figures.map((figure) => {
    const own = alone.get(figure.at.start)
    return {
      report,
      figure,
      statement,
      section,
      indicators: [...new Set([figure.indicator, own?.figure.indicator ?? figure.indicator].map(form))],
      quantity: quantityOf(figure.value, figure.unit),
      claimed: own?.claimed ?? { status: null, words: [] },
      context,
      pairs,
    }
  })
}

/** What a statement says of its figures when it stands alone, by the figure's offset. */
function readAlone(text: string, lexicon: GateLexicon): Map<number, { figure: ExtractedFigure; claimed: StatusClaim }> {
  const figures = extractFigures(text)
  const claimed = claimedStatuses(text, figures, lexicon.claims)
  return new Map(figures.map((figure, i) => [figure.at.start, { figure, claimed: claimed[i]! }]))
}
