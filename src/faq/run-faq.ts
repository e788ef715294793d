import type { ConceptLexicon } from '../lexicon/concepts.js'
import type { AskedQuestion } from './asked-questions.js'
import { type Examined, type Examiner, examine } from './examine.js'
import { examineAsked } from './examine-asked.js'
import type { FaqSeed } from './faq-entry.js'
import { type CoverageReport, measureCoverage } from './measure-coverage.js'
import { type Merged, mergeEntries } from './merge-entries.js'
import { propose } from './propose.js'
import { proposeAsked } from './propose-asked.js'
import { type Reworder, type RewordingSummary, rewordSeeds } from './reword-seeds.js'
import type { RunJournal } from './run-journal.js'
import { summarizeAsked } from './summarize-asked.js'

export interface FaqRun extends Examiner {
  concepts: ConceptLexicon
  seed: number
  /** By citizens; null where that could not be read. */
  asked: readonly AskedQuestion[] | null
  journal: RunJournal
  /** Null where no language model words the questions. */
  reworder: Reworder | null
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
  const reworded = await rewordProposed(propose(reports, run), run)
  const seeds = [...reworded.seeds, ...asked.seeds]
  const examined = new Map(
    seeds.flatMap((seed) => {
      const known = journal.known(seed)
      return known === undefined ? [] : [[seed.id, known]]
    }),
  )
  const resumed = examined.size
  const started = performance.now()
  for (const seed of seeds) {
    if (examined.has(seed.id)) continue
    const result = await (seed.kind === 'asked' ? examineAsked : examine)(seed, run)
    journal.add(seed, result)
    examined.set(seed.id, result)
    const done = seeds.filter(({ id }) => examined.has(id)).length
    run.onProgress(progressOf(done, resumed, seeds.length, examined, started))
  }
  const merged = mergeEntries(seeds, examined)
  const summary = run.asked === null ? null : summarizeAsked(asked, merged.faults)
  const rewording = reworded.summary && summarizeRewording(reworded.summary, seeds, examined)
  return { merged, coverage: measureCoverage(reports, merged, gate, { asked: summary, rewording }), resumed }
}

async function rewordProposed(seeds: FaqSeed[], { reports, wording, reworder }: FaqRun) {
  return reworder === null ? { seeds, summary: null } : rewordSeeds(seeds, reports, wording, reworder)
}

function summarizeRewording(
  summary: Omit<RewordingSummary, 'used'>,
  seeds: readonly FaqSeed[],
  examined: ReadonlyMap<string, Examined>,
): RewordingSummary {
  const late = [...examined.values()].flatMap(({ refused }) => refused ?? [])
  const given = seeds.filter(({ reworded }) => reworded !== undefined).length
  return { ...summary, used: given - late.length, refused: [...summary.refused, ...late] }
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
