import type { Figure, FigureStatus, Report, Section } from '../report/report.js'

/** What `inspect --json` prints; every name is part of the contract (docs/contract.md). */
export interface Inspection {
  reportId: string
  title: string
  place: string | null
  /** The day the report was given, else published, ISO 8601. */
  date: string | null
  sections: { path: string[]; start: number; end: number }[]
  figures: InspectedFigure[]
}

/** `start` and `end` are the sentence's offsets in the stored text. */
export interface InspectedFigure {
  indicator: string
  value: number | null
  unit: string
  text: string
  qualifiers: string[]
  period: string | null
  status: FigureStatus
  section: string[]
  sentence: string
  start: number
  end: number
}

export function toInspection(report: Report): Inspection {
  return {
    reportId: report.id,
    title: report.title,
    place: report.place,
    date: report.metadata.givenOn ?? report.metadata.publishedOn,
    sections: report.sections.map(({ path, start, end }: Section) => ({ path, start, end })),
    figures: report.figures.map((figure) => toInspectedFigure(figure, report)),
  }
}

function toInspectedFigure(figure: Figure, report: Report): InspectedFigure {
  const { indicator, value, unit, text, qualifiers, period, status } = figure
  const { start, end, section } = report.statements[figure.statement]!
  const path = section === null ? [] : report.sections[section]!.path
  const sentence = report.text.slice(start, end)
  return { indicator, value, unit, text, qualifiers, period, status, section: path, sentence, start, end }
}
