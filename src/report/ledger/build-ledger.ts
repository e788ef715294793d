import type { Figure, ReportKind, ReportYears, Section, Statement } from '../report.js'
import { type ExtractionContext, extractFigures } from './extract-figures.js'

/** Reads every measured figure out of a report's statements, in the order of the text. */
export function buildLedger(report: {
  kind: ReportKind
  years: ReportYears
  sections: readonly Section[]
  statements: readonly Statement[]
}): Figure[] {
  const figures: Figure[] = []
  let subject: string | null = null
  let paragraph = -1
  for (const statement of report.statements) {
    if (statement.kind === 'heading') continue
    if (statement.paragraph !== paragraph) subject = null
    paragraph = statement.paragraph
    const section = statement.section === null ? undefined : report.sections[statement.section]
    for (const figure of extractFigures(statement.text, { ...contextOf(report, section), subject })) {
      figures.push({ index: figures.length, statement: statement.index, ...figure })
      subject = figure.indicator || subject
    }
  }
  return figures
}

function contextOf(report: { kind: ReportKind; years: ReportYears }, section?: Section): ExtractionContext {
  const { years } = report
  const year = section?.status === 'target' ? years.plan : years.result
  return {
    years,
    status: section?.status ?? 'actual',
    period: section?.period ?? (year === null ? null : String(year)),
  }
}
