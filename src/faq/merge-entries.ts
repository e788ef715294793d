import type { Examined } from './examine.js'
import type { FaqEntry, FaqFault, FaqSeed } from './faq-entry.js'
import { type QuestionForm, questionForm, similarity, TOO_NEAR } from './similarity.js'

/** Other wordings that a page can carry beside a question. */
const MOST_ALSO = 8

/** An entry with the seeds that it answers. */
export interface MergedEntry {
  entry: FaqEntry
  seeds: FaqSeed[]
}

export interface Merged {
  entries: MergedEntry[]
  faults: FaqFault[]
  /** Entries that went into another one. */
  joined: number
}

/**
 * Keeps one entry of those that are near duplicates: of questions near in wording and with the same answer, the later
 * becomes another wording of the first; one that asks for the same matter, or in the same words, and is answered
 * otherwise is a fault, since a reader could not tell them apart. 第一产业 and 第二产业 are near by letters, and stay two.
 * A citizen's question goes into any entry with its answer, near or not: GDP多少 is how people ask for it.
 */
export function mergeEntries(seeds: readonly FaqSeed[], examined: ReadonlyMap<string, Examined>): Merged {
  const kept: (MergedEntry & { form: QuestionForm })[] = []
  const faults: FaqFault[] = []
  let joined = 0
  for (const seed of seeds) {
    const result = examined.get(seed.id)
    if (!result) continue
    if ('fault' in result) {
      faults.push(result.fault)
      continue
    }
    const { entry } = result
    const form = questionForm(entry.question)
    const near = kept.filter((other) => similarity(other.form, form) >= TOO_NEAR)
    const same =
      seed.kind === 'asked' ? answering(kept, entry, form) : near.find((other) => isSameAnswer(other.entry, entry))
    const isTaken = near.some((other) => other.form.text === form.text || other.seeds[0]!.matter === seed.matter)
    if (same) {
      joined++
      same.seeds.push(seed)
      same.entry = withWordings(same.entry, [entry.question, ...entry.also])
    } else if (isTaken) faults.push(tooNear(seed, entry))
    else kept.push({ entry, seeds: [seed], form })
  }
  return { entries: kept.map(({ entry, seeds: own }) => ({ entry, seeds: own })), faults, joined }
}

/** The entry that already asks a citizen's question, or gives its answer. */
function answering<Kept extends MergedEntry>(kept: readonly Kept[], entry: FaqEntry, { text }: QuestionForm) {
  return (
    kept.find(({ entry: { question, also } }) =>
      [question, ...also].some((known) => questionForm(known).text === text),
    ) ?? kept.find((other) => isSameAnswer(other.entry, entry))
  )
}

function isSameAnswer(one: FaqEntry, other: FaqEntry): boolean {
  return (
    one.answer === other.answer &&
    one.sources.every(({ reportId, start }, i) => {
      const source = other.sources[i]
      return source !== undefined && source.reportId === reportId && source.start === start
    })
  )
}

function withWordings(entry: FaqEntry, questions: readonly string[]): FaqEntry {
  const known = new Set([entry.question, ...entry.also].map((question) => questionForm(question).text))
  const fresh = questions.filter((question) => {
    const { text } = questionForm(question)
    return !known.has(text) && known.add(text)
  })
  return { ...entry, also: [...entry.also, ...fresh].slice(0, Math.max(entry.also.length, MOST_ALSO)) }
}

function tooNear({ id, kind, reportId, about }: FaqSeed, { question, answer }: FaqEntry): FaqFault {
  return { id, kind, reportId, about, reason: 'tooNear', question, answer }
}
