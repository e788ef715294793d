import { periodLabel } from '../answer/period-label.js'
import type { Figure, Report } from '../report/report.js'
import { conceptName } from './concept-names.js'
import type { FaqSeed } from './faq-entry.js'
import type { ProposalContext } from './propose.js'
import { chosenFirst, idOf } from './seeded.js'
import { fill } from './wording.js'

/** One seed for each indicator that has a result for one year and a target, or another result, for the next. */
export function proposeComparisons(report: Report, context: ProposalContext): FaqSeed[] {
  const byKind = new Map<string, Figure[]>()
  for (const figure of report.figures) {
    if (!isComparable(figure)) continue
    const key = JSON.stringify([conceptName(figure.indicator, context.concepts), figure.measure, figure.unit])
    byKind.set(key, [...(byKind.get(key) ?? []), figure])
  }
  return [...byKind.values()].flatMap((figures) => pairOf(figures) ?? []).map((pair) => toSeed(pair, report, context))
}

function isComparable({ measure, period, value, direction }: Figure): boolean {
  return (
    (measure === 'growth' || measure === 'level') && /^\d{4}$/.test(period ?? '') && value !== null && direction === 1
  )
}

/** The first figure of each of two years next to each other; null where one is missing. */
function pairOf(figures: readonly Figure[]): { earlier: Figure; later: Figure } | null {
  for (const later of figures) {
    const earlier = figures.find(({ period }) => Number(period) === Number(later.period) - 1)
    if (earlier && earlier.status !== 'target') return { earlier, later }
  }
  return null
}

function toSeed(
  { earlier, later }: { earlier: Figure; later: Figure },
  report: Report,
  context: ProposalContext,
): FaqSeed {
  const { wording, seed, concepts } = context
  const concept = conceptName(later.indicator, concepts)
  const name = wording.names[concept] ?? later.indicator.replace(/^\d[\d.]*[百千万亿]*元(?:以上|及以上)?/, '')
  const group = groupOf(earlier, later)
  const values = {
    name: context.placeOf(report) + name,
    later: periodLabel(later.period!),
    earlier: periodLabel(earlier.period!),
    ...wording.relations[later.value! > earlier.value! ? 'higher' : 'lower'],
  }
  const filled = wording.templates[group]!.flatMap((template) => fill(template, values) ?? [])
  return {
    id: idOf('comparison', report.id, concept, earlier.period!, later.period!, later.measure),
    kind: 'comparison',
    reportId: report.id,
    matter: idOf('comparison', report.id, concept, earlier.period!, later.period!, later.measure),
    about: `${later.indicator} ${earlier.period} ${earlier.text} / ${later.period} ${later.text}`,
    figures: [earlier.index, later.index],
    statements: [...sayingSame(earlier, report, context), ...sayingSame(later, report, context)],
    fewest: 2,
    wordings: chosenFirst(filled, wording.choice, seed, `${group} ${name}`),
    others: [],
  }
}

function groupOf(earlier: Figure, later: Figure): string {
  if (earlier.value === later.value) return 'compareSame'
  const isGrowth = later.measure === 'growth'
  if (later.status === 'target') return isGrowth ? 'compareTarget' : 'compareAmount'
  return isGrowth ? 'compareGrowth' : 'compareResult'
}

/** Statements that state the same figure, this one first. */
function sayingSame(figure: Figure, report: Report, { concepts }: ProposalContext): number[] {
  const concept = conceptName(figure.indicator, concepts)
  const same = report.figures.filter(
    (other) =>
      other.text === figure.text &&
      other.period === figure.period &&
      conceptName(other.indicator, concepts) === concept,
  )
  return [...new Set([figure.statement, ...same.map(({ statement }) => statement)])]
}
