import { periodLabel } from '../answer/period-label.js'
import type { Figure, Report } from '../report/report.js'
import type { FaqSeed } from './faq-entry.js'
import type { ProposalContext } from './propose.js'
import { itemsOf } from './propose-sections.js'
import { idOf } from './seeded.js'
import { fill } from './wording.js'

const FEWEST = 3

/** Lists that a report gives: a year's targets, a year's main indicators, the parts under a heading. */
export function proposeLists(report: Report, context: ProposalContext): FaqSeed[] {
  return [...proposeIndicators(report, context), ...proposeParts(report, context)]
}

function proposeIndicators(report: Report, context: ProposalContext): FaqSeed[] {
  const { plan, result } = report.years
  const wanted = [
    { year: plan, group: 'targets', isWanted: ({ status }: Figure) => status === 'target' },
    { year: result, group: 'results', isWanted: ({ status }: Figure) => status !== 'target' },
  ]
  return wanted.flatMap(({ year, group, isWanted }) => {
    const figures = report.figures.filter((figure) => figure.period === String(year) && isWanted(figure))
    if (year === null || figures.length < FEWEST) return []
    const statements = [...new Set(figures.map(({ statement }) => statement))]
    return [listSeed(group, String(year), sectionsOf(statements, report), report, context)]
  })
}

/** Lines without a number (外贸出口总额促稳提质) belong to a list of indicators, too: all of the sections it may come from. */
function sectionsOf(statements: readonly number[], report: Report): number[] {
  const sections = new Set(statements.map((index) => report.statements[index]!.section))
  return report.statements.filter(({ section }) => sections.has(section)).map(({ index }) => index)
}

function proposeParts(report: Report, context: ProposalContext): FaqSeed[] {
  return report.sections.flatMap((section, parent) => {
    const children = report.sections.filter((child, index) => child.parent === parent && speaks(index, report))
    const year = section.period ?? null
    if (section.level !== 1 || children.length < FEWEST || year === null) return []
    const headings = report.statements.filter((statement) =>
      children.some((child) => statement.start >= child.start && statement.end <= child.end),
    )
    const group = section.status === 'target' ? 'partsPlan' : 'partsDone'
    return [
      listSeed(
        group,
        year,
        headings.map(({ index }) => index),
        report,
        context,
        section.path,
      ),
    ]
  })
}

/** Whether a section, or one below it, says more than its heading. */
function speaks(index: number, report: Report): boolean {
  const { start, end } = report.sections[index]!
  return itemsOf(report).some((item) => report.sections[item]!.start >= start && report.sections[item]!.end <= end)
}

function listSeed(
  group: string,
  year: string,
  statements: number[],
  report: Report,
  { wording, placeOf }: ProposalContext,
  path: readonly string[] = [],
): FaqSeed {
  const time = periodLabel(year) + placeOf(report)
  return {
    id: idOf('list', report.id, group, year, ...path),
    kind: 'list',
    reportId: report.id,
    matter: idOf('list', report.id, group, year, ...path),
    about: path.at(-1) ?? `${year} ${group}`,
    figures: [],
    statements,
    fewest: FEWEST,
    wordings: wording.templates[group]!.flatMap((template) => fill(template, { time }) ?? []),
    others: [],
  }
}
