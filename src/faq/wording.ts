import * as z from 'zod'
import { loadLexicon } from '../lexicon/load-lexicon.js'

const words = z.array(z.string().min(1))

const relation = z.object({ more: z.string().min(1), many: z.string().min(1) })

const schema = z.object({
  names: z.record(z.string(), z.string().min(1)),
  unfit: words,
  verbs: z.object({ lead: words, trail: words, give: words, gain: words }),
  settled: words,
  counters: words,
  money: words,
  amounts: words,
  templates: z.record(z.string(), words.min(1)),
  relations: z.object({ higher: relation, lower: relation }),
  choice: z.number().int().positive(),
  headings: z.object({
    adverbs: words,
    manners: words,
    fronts: words,
    frames: words,
    praise: words,
    again: words,
    degrees: words,
    changes: words,
    achievements: words,
    catchwords: words,
    slogans: words,
    hanging: words,
    actions: words,
    nominal: words,
    states: words,
    accounts: words,
    conditions: words,
    measured: words,
    matters: words,
    fields: words,
    particles: words,
    plain: z.record(z.string(), z.string().min(1)),
    unasked: words,
    shortened: z.record(z.string(), z.string().min(1)),
  }),
  vague: words,
  dangling: words,
  leaning: words,
  circling: words,
  modifying: words,
  spoken: words,
})

/** How FAQ runs word questions: lexicon/faq-wording.yaml, where every field is explained. */
export type Wording = z.output<typeof schema>

/** @throws {LexiconError} where the file cannot be used */
export function loadWording(): Wording {
  return loadLexicon('faq-wording', schema)
}

/** The longest word that `text` begins with and that leaves two characters or more; null where there is none. */
export function leadOf(text: string, candidates: readonly string[]): string | null {
  return longest(candidates.filter((word) => text.startsWith(word) && text.length >= word.length + 2))
}

/** The longest word that `text` ends in and that leaves two characters or more; null where there is none. */
export function tailOf(text: string, candidates: readonly string[]): string | null {
  return longest(candidates.filter((word) => text.endsWith(word) && text.length >= word.length + 2))
}

/** What stands at the blank of the first frame that fits: 坚持以{topic}为… of 坚持以人民为中心 gives 人民. Null where none does. */
export function inFrame(text: string, frames: readonly string[]): string | null {
  for (const frame of frames) {
    const [front, after] = frame.split('{topic}') as [string, string]
    const before = front.startsWith('…') ? text.slice(0, text.indexOf(front.slice(1)) + front.length - 1) : front
    if (!before.endsWith(front.replace('…', ''))) continue
    const tail = after.replace('…', '')
    const end = after.endsWith('…') ? text.lastIndexOf(tail) : text.endsWith(tail) ? text.length - tail.length : -1
    if (text.startsWith(before) && end >= before.length + 2) return text.slice(before.length, end)
  }
  return null
}

/** A template with its blanks filled; null where one of them has nothing to fill it. */
export function fill(template: string, values: Readonly<Record<string, string | undefined>>): string | null {
  let missing = false
  const text = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) missing = true
    return value ?? ''
  })
  return missing ? null : text
}

function longest(candidates: readonly string[]): string | null {
  return candidates.reduce<string | null>((best, word) => (word.length > (best?.length ?? 0) ? word : best), null)
}
