import type { ConceptLexicon } from '../lexicon/concepts.js'
import type { Report } from '../report/report.js'
import type { FaqSeed } from './faq-entry.js'
import { proposeComparisons } from './propose-comparisons.js'
import { proposeFigures } from './propose-figures.js'
import { proposeLists } from './propose-lists.js'
import { proposeSections } from './propose-sections.js'
import type { Wording } from './wording.js'

export interface ProposalContext {
  wording: Wording
  concepts: ConceptLexicon
  /** Of the run: which wording comes first where several are as good. */
  seed: number
  /** What a question has to say of the place: '' for the report that a bare question goes to. */
  placeOf(report: Report): string
}

/** Everything worth asking of the corpus: lists, comparisons, figures, items, in the order of the reports. */
export function propose(reports: readonly Report[], context: Omit<ProposalContext, 'placeOf'>): FaqSeed[] {
  const placed: ProposalContext = { ...context, placeOf: (report) => placeIn(report, reports) }
  const seeds = reports.flatMap((report) => [
    ...proposeLists(report, placed),
    ...proposeComparisons(report, placed),
    ...proposeFigures(report, placed),
    ...proposeSections(report, placed),
  ])
  // One id is asked once: two items of one path, or two reports of one id, would have each other's answer.
  const seen = new Set<string>()
  return seeds.filter(({ id }) => !seen.has(id) && seen.add(id))
}

function placeIn(report: Report, reports: readonly Report[]): string {
  const home = reports.find(({ isDefault }) => isDefault) ?? reports[0]!
  if (report === home || report.place === null || report.place === home.place) return ''
  return report.placeAliases.find((alias) => alias.length > 2) ?? report.place
}
