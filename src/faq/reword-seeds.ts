import type { Report } from '../report/report.js'
import { refusalOf } from './examine.js'
import type { FaqFault, FaqSeed } from './faq-entry.js'
import { keepsMeaning } from './keeps-meaning.js'
import { questionReadsWell } from './reads-well.js'
import type { Rewordable } from './reword-prompt.js'
import type { Reworded } from './reword-questions.js'
import { questionForm } from './similarity.js'
import type { Wording } from './wording.js'

/** Asks a language model; `rewordQuestions` with everything but the questions given. */
export interface Reworder {
  modelId: string
  reword(questions: readonly Rewordable[]): Promise<Reworded>
}

/** What a language model did to a run's questions. */
export interface RewordingSummary {
  model: string
  /** So many were given to it, or were to be. */
  questions: number
  /** Stand on the page in its words. */
  used: number
  /** It said them as they were, or said nothing. */
  unchanged: number
  /** Kept in the program's words: what it said asked for something else, or got another answer. */
  refused: FaqFault[]
  /** It was not asked, or its server failed: the run is incomplete. */
  missing: number
  fault: string | null
}

export interface RewordedSeeds {
  seeds: FaqSeed[]
  summary: Omit<RewordingSummary, 'used'>
}

/** Seeds with a model's wording where it gave one that says no more than the program's. Citizens' own questions stay as they are. */
export async function rewordSeeds(
  seeds: readonly FaqSeed[],
  reports: readonly Report[],
  wording: Wording,
  { modelId, reword }: Reworder,
): Promise<RewordedSeeds> {
  const open = seeds.filter(({ wordings }) => wordings.length > 0)
  const { questions, fault } = await reword(open.map((seed) => toRewordable(seed, reports, wording)))
  const refused: FaqFault[] = []
  const reworded = new Map<FaqSeed, string>()
  let unchanged = 0
  open.forEach((seed, i) => {
    const found = questions[i]
    if (found === undefined) return
    const said = found === null ? null : tidied(found)
    const { question, sentence } = toRewordable(seed, reports, wording)
    if (said === null || questionForm(said).text === questionForm(question).text) unchanged++
    else if (keepsMeaning(said, { question, seed, sentences: [sentence, ...headingsOf(seed, reports)] }, wording))
      reworded.set(seed, said)
    else refused.push(refusalOf(seed, said, 'strayWords'))
  })
  return {
    seeds: seeds.map((seed) => (reworded.has(seed) ? { ...seed, reworded: reworded.get(seed)! } : seed)),
    summary: {
      model: modelId,
      questions: open.length,
      unchanged,
      refused,
      missing: questions.filter((question) => question === undefined).length,
      fault,
    },
  }
}

const LONGEST_SENTENCE = 200

function toRewordable(seed: FaqSeed, reports: readonly Report[], wording: Wording): Rewordable {
  const question = seed.wordings.find((text) => questionReadsWell(text, wording)) ?? seed.wordings[0]!
  const report = reports.find(({ id }) => id === seed.reportId)!
  return { question, sentence: (report.statements[seed.statements[0]!]?.text ?? '').trim().slice(0, LONGEST_SENTENCE) }
}

function headingsOf({ reportId, statements }: FaqSeed, reports: readonly Report[]): readonly string[] {
  const report = reports.find(({ id }) => id === reportId)!
  const section = report.statements[statements[0]!]?.section ?? null
  return section === null ? [] : report.sections[section]!.path
}

/** With the mark that the other questions end in. */
function tidied(question: string): string {
  return `${question.trim().replace(/[?？。.!！]+$/, '')}?`
}
