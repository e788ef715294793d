import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import * as z from 'zod'
import type { Assistant } from '../../src/answer/assistant.js'
import type { ChatModel } from '../../src/model/chat-model.js'
import { filled, type GivenMaterial, scriptedModel, type WrittenReply } from './scripted-model.js'

const sentenceSchema = z.strictObject({ say: z.string(), from: z.array(z.string()).min(1) })
const repliesSchema = z.array(
  z.strictObject({
    question: z.string(),
    honest: z.array(sentenceSchema).min(1),
    lies: z.array(sentenceSchema.extend({ kind: z.string() })).default([]),
  }),
)

export type Sentence = z.output<typeof sentenceSchema>
export type RealisticReply = z.output<typeof repliesSchema>[number]

/** The questions, each with what an honest model writes of it and what a dishonest one does. */
export function realisticReplies(
  file: string | URL = new URL('realistic-replies.yaml', import.meta.url),
): RealisticReply[] {
  return repliesSchema.parse(parse(readFileSync(file, 'utf8')))
}

/** What became of one sentence or reply. */
export interface Tried {
  question: string
  /** `lie: kind` for a lie. */
  what: string
  wrote: string
  isUsed: boolean
  /** What the checks said, or why it could not be tried. */
  faults: string[]
}

/** Where a house with a model that says what it is told is wanted. */
export type HouseOf = (model: ChatModel) => Assistant

/**
 * Has a house's model write each honest reply as a whole, and each lie behind the sentences of the draft, taken over as they
 * are, so that only the lie can be refused.
 */
export async function tryReplies(replies: readonly RealisticReply[], houseOf: HouseOf) {
  let script: (given: GivenMaterial) => WrittenReply = () => ({ outcome: 'not_in_report', claims: [] })
  const house = houseOf(scriptedModel((given) => script(given)))
  const attempt = async (question: string, what: string, said: readonly Sentence[], isBehindDraft: boolean) => {
    let missing: string[] = []
    script = (given) => {
      const draft = isBehindDraft ? given.draft.map(({ id }) => ({ text: `{${id}}`, evidence: [] })) : []
      const written = said.map((sentence) => writeSentence(sentence, given))
      missing = written.flatMap(({ missing }) => missing)
      return { outcome: 'answered', claims: [...draft, ...written.map(({ claim }) => claim)] }
    }
    const { reply, trace } = await house.ask(question)
    const faults = missing.length > 0 ? missing.map((words) => `not offered: ${words}`) : (trace.model?.rejected ?? [])
    const wrote = said.map(({ say }) => say).join('。')
    return { question, what, wrote, isUsed: reply.mode === 'llm', faults: [...new Set(faults)] }
  }
  const honest: Tried[] = []
  const lies: Tried[] = []
  for (const reply of replies) {
    honest.push(await attempt(reply.question, 'honest', reply.honest, false))
    for (const lie of reply.lies) lies.push(await attempt(reply.question, `lie: ${lie.kind}`, [lie], true))
  }
  return { honest, lies }
}

/** A sentence with the ids that this material has for its numbers and statements, and what it does not hold. */
export function writeSentence({ say, from }: Sentence, { evidence, numbers }: GivenMaterial) {
  const missing: string[] = []
  const ids = from.flatMap((words) => {
    const found = evidence.find(({ text }) => filled(text, numbers).includes(words))
    if (!found) missing.push(words)
    return found ? [found.id] : []
  })
  const text = say.replace(/\{([^}]+)\}/g, (_, says: string) => {
    const found = numbers.find((number) => number.says === says && ids.includes(number.in))
    if (!found) missing.push(says)
    return `{${found?.id ?? 'F0'}}`
  })
  return { claim: { text, evidence: ids }, missing }
}
