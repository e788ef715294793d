import { bodyOver } from '../report/body-over.js'
import { columnOf } from '../report/ledger/column-of.js'
import type { Figure, Report, Statement } from '../report/report.js'
import { clausesOf, type Span } from '../text/clauses.js'
import { toSearchForm } from '../text/search-form.js'
import { segmentsOf } from '../text/tokens.js'
import { holdsForm } from './holds-form.js'
import { matchingWords } from './matching-words.js'

/** A report with the search forms of everything that questions are matched against, made once on opening. */
export interface SearchableReport {
  report: Report
  statements: SearchableStatement[]
  figures: SearchableFigure[]
  /** Positions of the statements whose own text holds the wording, ascending; remembered. */
  statementsWith(form: string): readonly number[]
  /** Whether the report's body or headings hold the wording anywhere. */
  has(form: string): boolean
  /** Whether they hold it as whole words: 幸福渠, but not 企业兑 of 企业兑付. */
  hasPhrase(form: string): boolean
  /** What stands in quotation marks: 三项政策, 米袋子. */
  names: ReadonlySet<string>
}

export interface SearchableStatement {
  statement: Statement
  text: string
  clauses: SearchableClause[]
  /** The headings above, joined. */
  heading: string
  /** The sentence before it in its paragraph; '' at the paragraph's start. */
  before: string
  figures: SearchableFigure[]
}

export interface SearchableClause extends Span {
  text: string
}

export interface SearchableFigure {
  figure: Figure
  indicator: string
  /** The indicator with the base of a share (占GDP的比重), which `indicator` and `phrase` leave out. */
  whole: string
  phrase: string
  /** The clause in which the figure stands. */
  clause: string
  /** What the sentence says before the figure. */
  lead: string
  /** The body that a heading above names, where it is another one than the report's: 西湖管理区; '' elsewhere. */
  owner: string
}

/** Prepares a report for matching. */
export function toSearchable(report: Report): SearchableReport {
  const headings = report.sections.map((section) => toSearchForm(section.path.join(' ')))
  const statements = report.statements.map((statement, i) =>
    toSearchableStatement(report, statement, report.statements[i - 1], headings),
  )
  const figures = report.figures.map((figure) => toSearchableFigure(figure, statements[figure.statement]!, report))
  for (const figure of figures) statements[figure.figure.statement]!.figures.push(figure)
  const texts = statements.map((statement) => statement.text + changedOf(statement))
  const statementsWith = createPostings(texts)
  const isAligned = createAlignment(texts)
  return {
    report,
    statements,
    figures,
    statementsWith,
    has: (form) => statementsWith(form).length > 0,
    names: new Set(report.statements.flatMap(({ text }) => namesIn(text))),
    hasPhrase: (form) =>
      statementsWith(form)
        .slice(0, MOST_LOOKED_AT)
        .some((i) => isAligned(form, i)),
  }
}

/** What a row 比上年增长 is the change of: it stands in the row above. */
function changedOf({ statement, text, figures }: SearchableStatement): string {
  const [first] = figures
  const isChange = statement.kind === 'row' && figures.every(({ figure }) => figure.measure === 'growth')
  return isChange && first && !text.includes(first.indicator.slice(0, 2)) ? ` ${first.indicator}` : ''
}

const NAME_IN_MARKS = /“([\p{Script=Han}\d+a-zA-Z]{2,10})”/gu

function namesIn(text: string): string[] {
  return [...text.matchAll(NAME_IN_MARKS)].map(([, name]) => toSearchForm(name!))
}

/** Statements in which a wording is looked at for whole words. */
const MOST_LOOKED_AT = 3

/** Whether a wording stands in a text from one word's edge to another's; each text is cut into words once. */
function createAlignment(texts: readonly string[]): (form: string, position: number) => boolean {
  const edges: ReadonlySet<number>[] = []
  return (form, position) => {
    const text = texts[position]!
    const known = edges[position] ?? edgesOf(text)
    edges[position] = known
    const at = text.indexOf(form)
    return known.has(at) && known.has(at + form.length)
  }
}

function edgesOf(text: string): ReadonlySet<number> {
  const edges = new Set([text.length])
  for (const { index } of segmentsOf(text)) edges.add(index)
  return edges
}

/** Looks wordings up by their rarest pair of characters, so that a wording that is nowhere costs nothing. */
function createPostings(texts: readonly string[]): (form: string) => readonly number[] {
  const byPair = new Map<string, number[]>()
  texts.forEach((text, position) => {
    for (let i = 0; i + 1 < text.length; i++) {
      const positions = byPair.get(text.slice(i, i + 2))
      if (!positions) byPair.set(text.slice(i, i + 2), [position])
      else if (positions.at(-1) !== position) positions.push(position)
    }
  })
  const known = new Map<string, readonly number[]>()
  return (form) => {
    const remembered = known.get(form)
    if (remembered) return remembered
    const found = candidates(form, byPair, texts).filter((position) => holdsForm(texts[position]!, form))
    if (known.size < MOST_REMEMBERED) known.set(form, found)
    return found
  }
}

const MOST_REMEMBERED = 50_000

function candidates(form: string, byPair: ReadonlyMap<string, number[]>, texts: readonly string[]): readonly number[] {
  if (form.length < 2) return form === '' ? [] : texts.map((_, position) => position)
  let rarest: readonly number[] | null = null
  for (let i = 0; i + 1 < form.length; i++) {
    const positions = byPair.get(form.slice(i, i + 2))
    if (!positions) return []
    if (rarest === null || positions.length < rarest.length) rarest = positions
  }
  return rarest ?? []
}

function toSearchableStatement(
  report: Report,
  statement: Statement,
  previous: Statement | undefined,
  headings: readonly string[],
): SearchableStatement {
  const clauses = clausesOf(statement.text).map((clause) => ({
    ...clause,
    text: toSearchForm(statement.text.slice(clause.start, clause.end)),
  }))
  const sameParagraph = previous && previous.paragraph === statement.paragraph && previous.kind !== 'heading'
  return {
    statement,
    text: toSearchForm(statement.text),
    clauses,
    heading: statement.section === null ? toSearchForm(report.title) : headings[statement.section]!,
    before: sameParagraph ? toSearchForm(previous.text) : '',
    figures: [],
  }
}

/** 研发投入占gdp的比重 measures 研发投入, and gdp only as its base: that word does not count as the figure's own. */
function withoutBase(words: string): string {
  return words.replace(matchingWords('share_of'), '占')
}

/** 轻纺工业的总产值 is 轻纺工业总产值. */
function joined(words: string): string {
  return words.replace(/(?<=\p{Script=Han})的(?=\p{Script=Han}{2})/gu, '')
}

function toSearchableFigure(
  figure: Figure,
  { statement, clauses }: SearchableStatement,
  report: Report,
): SearchableFigure {
  const clause = clauses.find(({ start, end }) => figure.at.start >= start && figure.at.start < end)
  return {
    figure,
    indicator: joined(withoutBase(toSearchForm(figure.indicator))),
    whole: toSearchForm(figure.indicator).replace(/的(?=比重|比例)/, ''),
    phrase: joined(
      withoutBase(
        toSearchForm(statement.text.slice(figure.phrase.start, figure.phrase.end) + columnOf(figure, statement)),
      ),
    ),
    clause: clause?.text ?? '',
    lead: toSearchForm(statement.text.slice(0, figure.at.start)),
    owner: toSearchForm(bodyOver(statement.section, report)),
  }
}
