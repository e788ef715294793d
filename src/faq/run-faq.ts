import type { ConceptLexicon } from '../lexicon/concepts.js'
import type { AskedQuestion } from './asked-questions.js'
import { type Examiner, examine } from './examine.js'
import { examineAsked } from './examine-asked.js'
import { type CoverageReport, measureCoverage } from './measure-coverage.js'
import { type Merged, mergeEntries } from './merge-entries.js'
import { propose } from './propose.js'
import { proposeAsked } from './propose-asked.js'
import type { RunJournal } from './run-journal.js'
import { summarizeAsked } from './summarize-asked.js'

export interface FaqRun extends Examiner {
  concepts: ConceptLexicon
  seed: number
  /** By citizens; null where that could not be read. */
  asked: readonly AskedQuestion[] | null
  journal: RunJournal
  onProgress(progress: FaqProgress): void
}

export interface FaqProgress {
  done: number
  total: number
  entries: number
  /** Seconds, by the pace so far; null before there is one. */
  secondsLeft: number | null
}

export interface FaqRunResult {
  merged: Merged
  coverage: CoverageReport
  /** Seeds that an earlier run had asked already. */
  resumed: number
}

/** Proposes, asks and checks every question of the corpus; what the journal knows already is not asked again. */
export async function runFaq(run: FaqRun): Promise<FaqRunResult> {
  const { journal, reports, gate } = run
  const asked = proposeAsked(run.asked ?? [])
  const seeds = [...propose(reports, run), ...asked.seeds]
  const examined = new Map(journal.known)
  const resumed = seeds.filter(({ id }) => examined.has(id)).length
  const started = performance.now()
  for (const seed of seeds) {
    if (examined.has(seed.id)) continue
    const result = await (seed.kind === 'asked' ? examineAsked : examine)(seed, run)
    journal.add(result)
    examined.set(seed.id, result)
    const done = seeds.filter(({ id }) => examined.has(id)).length
    run.onProgress(progressOf(done, resumed, seeds.length, examined, started))
  }
  const merged = mergeEntries(seeds, examined)
  const summary = run.asked === null ? null : summarizeAsked(asked, merged.faults)
  return { merged, coverage: measureCoverage(reports, merged, gate, summary), resumed }
}

function progressOf(
  done: number,
  resumed: number,
  total: number,
  examined: ReadonlyMap<string, object>,
  started: number,
): FaqProgress {
  const pace = (performance.now() - started) / Math.max(1, done - resumed)
  const entries = [...examined.values()].filter((result) => 'entry' in result).length
  return { done, total, entries, secondsLeft: Math.ceil((pace * (total - done)) / 1000) }
}
