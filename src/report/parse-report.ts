import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { findBody } from './find-body.js'
import { findPlace, placeAliases } from './find-place.js'
import { findKind, findYears, type YearEvidence } from './find-years.js'
import { type FrontMatter, readFrontMatter } from './front-matter.js'
import { buildLedger } from './ledger/build-ledger.js'
import { readBody } from './read-body.js'
import { type ReportFormat, readLines } from './read-lines.js'
import { repairLines } from './repair-lines.js'
import type { Report, ReportYears, Statement } from './report.js'
import { dateSections, type SectionText } from './section-time.js'
import type { Sidecar } from './sidecar.js'

/** A report file as read from disk. */
export interface ReportSource {
  /** Of the report. */
  id: string
  /** Absolute path. */
  file: string
  /** The file as decoded. */
  text: string
  format: ReportFormat
  sidecar: Sidecar
}

/** Headings of these levels may tell the report's years. */
const YEAR_LEVELS = 2

/** File → Report: page chrome off, metadata, section tree, statements, figure ledger. Pure. */
export function parseReport(source: ReportSource): Report {
  const { sidecar, text } = source
  const lines = repairLines(readLines(text, source.format))
  const { front, body } = findBody(lines)
  const matter = readFrontMatter(front)
  const { sections: plain, statements } = readBody(body)
  const headings = plain
    .filter(({ level }) => level <= YEAR_LEVELS)
    .sort((a, b) => a.level - b.level)
    .map(({ title }) => title)
  const reading = statements.map((statement) => statement.text).join('\n')
  const evidence = yearEvidence(source, matter, headings, reading)
  const kind = findKind(evidence)
  const years = findYears(kind, evidence)
  const sections = dateSections(plain, kind, years, (section) => textOf(statements, section))
  const place =
    sidecar.place ??
    findPlace({ ...matter, ...matter.metadata, text: [...front.map((line) => line.text), reading].join('\n') })
  return {
    id: source.id,
    file: source.file,
    text,
    hash: createHash('sha256').update(text).digest('hex'),
    title: sidecar.title ?? matter.title ?? titleFor(place, years, reading) ?? source.id,
    place,
    placeAliases: [...new Set([...(place ? placeAliases(place) : []), ...sidecar.aliases])],
    kind,
    years,
    metadata: matter.metadata,
    sections,
    statements,
    figures: buildLedger({ kind, years, sections, statements: statements.filter(countsFigures) }),
    url: sidecar.url,
    contact: sidecar.contact,
    isDefault: sidecar.default,
  }
}

function yearEvidence(source: ReportSource, matter: FrontMatter, headings: string[], text: string): YearEvidence {
  const title = source.sidecar.title ?? matter.title ?? ''
  return {
    title,
    headings,
    fileName: basename(source.file),
    date: matter.metadata.givenOn ?? matter.metadata.publishedOn,
    text,
  }
}

function textOf(statements: readonly Statement[], section: number): SectionText {
  const first = statements.findIndex((statement) => statement.section === section)
  const textsOf = (found: readonly Statement[]) => found.map(({ text }) => text).join('')
  return {
    opening: textsOf(statements.slice(first + 1, first + 4)),
    whole: textsOf(statements.filter((statement) => statement.section === section)),
  }
}

/** Numbers in notes explain; they report nothing. */
function countsFigures(statement: Statement): boolean {
  return statement.kind !== 'note'
}

/** A report printed without its title is named after what its speaker says it is; null where that is not said. */
function titleFor(place: string | null, years: ReportYears, text: string): string | null {
  if (!place || !/政府.{0,12}(?:报告工作|工作报告)|代表国务院/.test(text.slice(0, 2000))) return null
  const year = years.now ?? years.plan
  return `${year === null ? '' : `${year}年`}${place}政府工作报告`
}
