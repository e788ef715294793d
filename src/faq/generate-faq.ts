import { rmSync } from 'node:fs'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import type { Assistant } from '../answer/assistant.js'
import type { Gate } from '../gate/create-gate.js'
import { loadConcepts } from '../lexicon/concepts.js'
import { messages } from '../messages.js'
import type { RunModel } from '../model/run-model.js'
import type { Report } from '../report/report.js'
import type { AskedQuestions } from './asked-questions.js'
import { withFaqLock } from './faq-lock.js'
import { fingerprintOf } from './fingerprint.js'
import type { CoverageReport } from './measure-coverage.js'
import { toPageEntries } from './page-entry.js'
import { type ReviewChanges, renewReview } from './renew-review.js'
import type { ReviewEntry, ReviewState } from './review.js'
import { readReview, writeReview } from './review-file.js'
import { type ReviewStep, takeStep } from './review-steps.js'
import { rewordQuestions } from './reword-questions.js'
import type { Reworder } from './reword-seeds.js'
import { openRewordings } from './rewording-file.js'
import { type FaqProgress, runFaq } from './run-faq.js'
import { openJournal } from './run-journal.js'
import { loadThemes } from './themes.js'
import { loadWording } from './wording.js'
import { writeOutputs } from './write-outputs.js'

export interface GenerateOptions {
  assistant: Assistant
  gate: Gate
  reports: readonly Report[]
  /** Proposed, too, after what the reports give. */
  askedQuestions: AskedQuestions
  /** Where everything is written, and where a run that was cut off left off. */
  folder: string
  seed: number
  /** Restricts what faq.* hold; default: all but stale entries. */
  only?: 'published' | 'approved' | undefined
  /** Has a language model word the questions; null for none. Told how far it is. */
  runModel: { use: RunModel; inBatch: boolean; pollMs: number } | null
  onReworded(done: number, total: number): void
  /** Forgets a run that was cut off. */
  fresh: boolean
  onProgress(progress: FaqProgress): void
}

/**
 * A whole run: questions proposed, asked and checked, the review renewed, everything written. Cut off anywhere, the next
 * run goes on where this one stopped and comes to the same bytes.
 *
 * @throws {FaqError | LexiconError} where the review file or a lexicon cannot be used
 */
export async function generateFaq(options: GenerateOptions): Promise<GeneratedFaq> {
  return withFaqLock(options.folder, () => generate(options))
}

export interface GeneratedFaq {
  coverage: CoverageReport
  changes: ReviewChanges
  /** Questions that a run cut off had asked already. */
  resumed: number
}

async function generate(options: GenerateOptions): Promise<GeneratedFaq> {
  const { folder, reports, assistant, gate, seed } = options
  const before = readReview(join(folder, 'review.yaml'))
  const journalFile = join(folder, 'run.jsonl')
  if (options.fresh) rmSync(journalFile, { force: true })
  const { embeddingModel } = assistant.status()
  const journal = await openJournal(journalFile, fingerprintOf({ reports, seed, embeddingModel }))
  const { merged, coverage, resumed } = await runFaq({
    assistant,
    gate,
    reports,
    seed,
    asked: await options.askedQuestions.read(),
    journal,
    concepts: loadConcepts(),
    wording: loadWording(),
    themes: loadThemes(messages.faq.rest),
    reworder: await openReworder(options),
    onProgress: options.onProgress,
  })
  const entries = merged.entries.map(({ entry }) => entry)
  const { review, changes } = renewReview(before, entries, reports)
  await writeFileAtomic(join(folder, 'coverage.json'), `${JSON.stringify(coverage, null, 2)}\n`)
  await writeAll(folder, review, reports, options.only)
  // What a model could not be asked for comes with the next run, which asks nothing else again.
  if (!coverage.rewording?.missing) journal.remove()
  return { coverage, changes, resumed }
}

async function openReworder({ folder, runModel, onReworded }: GenerateOptions): Promise<Reworder | null> {
  if (runModel === null) return null
  const { use, inBatch, pollMs } = runModel
  const run = { ...use, file: await openRewordings(folder), inBatch, pollMs, onProgress: onReworded }
  return { modelId: use.model.modelId, reword: (questions) => rewordQuestions(questions, run) }
}

export interface ReviewFaqOptions {
  folder: string
  reports: readonly Report[]
  step: ReviewStep
  /** Of entries, or `all`. */
  ids: readonly string[]
  only?: 'published' | 'approved' | undefined
}

/** Takes entries one step on and writes everything anew. @returns how many changed their state */
export async function reviewFaq({ folder, reports, step, ids, only }: ReviewFaqOptions): Promise<number> {
  return withFaqLock(folder, async () => {
    const { review, changed } = takeStep(readReview(join(folder, 'review.yaml')), step, ids)
    await writeAll(folder, review, reports, only)
    return changed
  })
}

/** The review last: what it says has been written. */
async function writeAll(
  folder: string,
  review: readonly ReviewEntry[],
  reports: readonly Report[],
  only: GenerateOptions['only'],
): Promise<void> {
  const entries = toPageEntries(review, reports, loadThemes(messages.faq.rest).names, statesFor(only))
  const home = reports.find(({ isDefault }) => isDefault) ?? reports[0]!
  const title = messages.faq.title(home.place ?? messages.faq.anyPlace)
  await writeOutputs(folder, { entries, title, contact: home.contact })
  await writeReview(join(folder, 'review.yaml'), review)
}

function statesFor(only: GenerateOptions['only']): ReviewState[] {
  if (only === 'published') return ['published']
  return only === 'approved' ? ['approved', 'published'] : ['draft', 'approved', 'published']
}
