import { messages } from '../messages.js'
import type { Figure, Report } from '../report/report.js'
import { showTable } from './table.js'

const words = messages.cli.inspect

/** A report as staff read it: facts, section tree, figure ledger. @param width cells of a line */
export function showReport(report: Report, width: number): string {
  return [
    [words.title(report.title), ...factsOf(report)].join('\n'),
    [words.sections, ...treeOf(report)].join('\n'),
    [words.figures, ...ledgerOf(report, width)].join('\n'),
  ].join('\n\n')
}

function factsOf({ id, place, years, metadata, sections, statements, figures }: Report): string[] {
  const { facts } = words
  const speaker = [metadata.speakerOffice, metadata.speaker].filter(Boolean).join(' ')
  const size = words.size(sections.length, statements.length, figures.length)
  const rows: [string, string | null][] = [
    [facts.id, id],
    [facts.place, place],
    [facts.givenOn, metadata.givenOn],
    [facts.publishedOn, metadata.publishedOn],
    [facts.publisher, metadata.publisher],
    [facts.meeting, metadata.meeting],
    [facts.speaker, speaker],
    [facts.years, words.years(years.result, years.plan)],
    [facts.size, size],
  ]
  return rows.filter(([, value]) => value).map(([label, value]) => `  ${label}:${value}`)
}

/** Each heading with what stands under it, its sub-headings included. */
function treeOf(report: Report): string[] {
  if (report.sections.length === 0) return [`  ${words.noSections}`]
  return report.sections.map(({ path, level, start, end }) => {
    const statements = report.statements.filter((one) => one.start >= start && one.end <= end)
    const held = new Set(statements.map(({ index }) => index))
    const figures = report.figures.filter(({ statement }) => held.has(statement))
    return `${'  '.repeat(level)}${path.at(-1)}(${words.sectionSize(statements.length, figures.length)})`
  })
}

function ledgerOf(report: Report, width: number): string[] {
  if (report.figures.length === 0) return [`  ${words.noFigures}`]
  const { columns } = words
  return showTable(
    [
      { title: columns.number, least: 5 },
      { title: columns.indicator, least: 12, grows: true },
      { title: columns.figure, least: 8, grows: true },
      { title: columns.qualifiers, least: 4 },
      { title: columns.period, least: 4 },
      { title: columns.status, least: 4 },
      { title: columns.section, least: 8, grows: true },
    ],
    report.figures.map((figure) => rowOf(figure, report)),
    width,
  )
}

function rowOf(figure: Figure, report: Report): string[] {
  const { section } = report.statements[figure.statement]!
  const heading = section === null ? '' : report.sections[section]!.path.at(-1)!
  return [
    `F${figure.index}`,
    figure.indicator,
    figure.text,
    figure.qualifiers.join('、'),
    figure.period ?? '',
    words.status[figure.status],
    heading,
  ]
}
