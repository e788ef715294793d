import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { messages } from '../messages.js'
import type { BatchedReply } from '../model/chat-batch.js'
import { type DocumentSchema, startTimeLimit } from '../model/chat-model.js'
import type { RunMeter } from '../model/limit-endpoint.js'
import { ModelError, type ModelFault } from '../model/model-error.js'
import type { RunModel } from '../model/run-model.js'
import { REWORDING_RULES, type Rewordable, rewordingPrompt } from './reword-prompt.js'
import type { PendingBatch, RewordingFile } from './rewording-file.js'
import { digest } from './seeded.js'

export interface RewordingRun extends RunModel {
  file: RewordingFile
  /** All but the first request as one batch. */
  inBatch: boolean
  /** Milliseconds between two looks at a batch. */
  pollMs: number
  onProgress(done: number, total: number): void
}

/** What a model made of the questions, in their order: undefined where it was not asked, or its server failed. */
export interface Reworded {
  questions: (string | null | undefined)[]
  /** Why some were not reworded; null where all were. */
  fault: string | null
}

/** Questions in one request: few enough that a small model keeps count, enough that the rules are not most of it. */
const IN_ONE_REQUEST = 10
/** This one group's matter; the next may do. */
const PASSING: readonly ModelFault[] = ['malformed', 'empty', 'refused', 'context_overflow', 'dropped', 'timeout']
/** Groups in a row without a document, after which no more are sent. */
const MOST_FAULTS = 3

const replySchema = z.object({
  questions: z.array(z.object({ id: z.coerce.string(), question: z.string().max(200) })),
})
const schema: DocumentSchema = {
  name: 'questions',
  json: z.toJSONSchema(replySchema, { io: 'output' }),
  read: (document) => replySchema.safeParse(document).data,
}

/**
 * Has a model say questions in citizens' words, several a request, each only once in all runs. Whatever it says is a
 * proposal: checked by asking it. A fault of the server ends the asking; what is known by then is kept.
 */
export async function rewordQuestions(asked: readonly Rewordable[], run: RewordingRun): Promise<Reworded> {
  const keys = asked.map((question) => keyOf(question, run.model.modelId))
  let fault: string | null = null
  try {
    await collectPending(run)
    fault = await askAll(groupsOf(asked, keys, run.file), run)
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    fault = error.message
  }
  return { questions: keys.map((key) => run.file.get(key)), fault }
}

/** Other rules, or another model, are another question to it. */
function keyOf({ question, sentence }: Rewordable, modelId: string): string {
  return digest(modelId, REWORDING_RULES, question, sentence).slice(0, 20)
}

interface Group {
  keys: string[]
  questions: Rewordable[]
}

/** What is not known yet, each question once. */
function groupsOf(asked: readonly Rewordable[], keys: readonly string[], file: RewordingFile): Group[] {
  const open = new Map(asked.flatMap((one, i) => (file.get(keys[i]!) === undefined ? [[keys[i]!, one] as const] : [])))
  const groups: Group[] = []
  for (const [key, question] of open) {
    const last = groups.at(-1)
    if (last && last.keys.length < IN_ONE_REQUEST) {
      last.keys.push(key)
      last.questions.push(question)
    } else groups.push({ keys: [key], questions: [question] })
  }
  return groups
}

/** @returns what was wrong with single groups; null where all have their document. @throws {ModelError} the server's fault */
async function askAll(groups: readonly Group[], run: RewordingRun): Promise<string | null> {
  const total = groups.reduce((sum, { keys }) => sum + keys.length, 0)
  let done = 0
  let faults = 0
  let fault: string | null = null
  for (const [i, group] of groups.entries()) {
    // The first request finds the way in which the server gives documents; a batch cannot look for it.
    if (run.inBatch && i > 0) return (await askInBatch(groups.slice(i), run)) ?? fault
    try {
      await askGroup(group, run)
      faults = 0
    } catch (error) {
      if (!(error instanceof ModelError) || !PASSING.includes(error.fault) || ++faults >= MOST_FAULTS) throw error
      fault = error.message
    }
    done += group.keys.length
    run.onProgress(done, total)
  }
  return fault
}

async function askGroup({ keys, questions }: Group, { model, timeoutMs, file }: RewordingRun): Promise<void> {
  const { document } = await model.ask({
    messages: rewordingPrompt(questions),
    schema,
    limit: startTimeLimit(timeoutMs),
  })
  file.add(readReply(keys, document))
}

async function askInBatch(groups: readonly Group[], run: RewordingRun): Promise<string | null> {
  const sent = withinLimit(groups, run.meter)
  const requests = sent.map(({ questions }, i) => ({ id: `g${i + 1}`, messages: rewordingPrompt(questions), schema }))
  const id = await run.batch.submit(requests)
  await run.file.setBatch({ id, requests: Object.fromEntries(sent.map(({ keys }, i) => [`g${i + 1}`, keys])) })
  const fault = await collectPending(run)
  if (sent.length < groups.length) run.meter.assertMore(groups.length - sent.length)
  return fault
}

/** Characters of an answer; a token each, at most. */
const ANSWER_LENGTH = 60

/** The first groups that the run's limit has room for, one of them at least. */
function withinLimit(groups: readonly Group[], { limit, used }: RunMeter): Group[] {
  let tokens = limit.tokens - used.tokens
  const sent = groups.slice(0, Math.max(1, limit.requests - used.requests)).filter(({ questions }, i) => {
    const told = rewordingPrompt(questions).reduce((sum, { content }) => sum + content.length, 0)
    tokens -= told + questions.length * ANSWER_LENGTH
    return i === 0 || tokens >= 0
  })
  return sent
}

/** Waits for the batch that is under way, whichever run handed it over, and keeps what came of it. */
async function collectPending(run: RewordingRun): Promise<string | null> {
  const { batch: pending } = run.file
  if (pending === null) return null
  const total = Object.values(pending.requests).flat().length
  for (;;) {
    const replies = await collect(pending.id, run)
    run.onProgress(replies === null ? 0 : total, total)
    if (replies !== null) {
      const fault = keepReplies(pending, replies, run.file)
      await run.file.setBatch(null)
      return fault
    }
    await sleep(run.pollMs)
  }
}

/** A batch that the server does not know any more is not asked for again. */
async function collect(id: string, { batch, file }: RewordingRun): Promise<Map<string, BatchedReply> | null> {
  try {
    return await batch.collect(id, schema)
  } catch (error) {
    if (error instanceof ModelError && error.fault === 'wrong_address') await file.setBatch(null)
    throw error
  }
}

/** @returns why some have no document; null where all have */
function keepReplies(
  { requests }: PendingBatch,
  replies: ReadonlyMap<string, BatchedReply>,
  file: RewordingFile,
): string | null {
  let fault: string | null = null
  for (const [id, keys] of Object.entries(requests)) {
    const reply = replies.get(id)
    if (reply === undefined) fault ??= messages.model.batchUnanswered
    else if ('fault' in reply) fault ??= reply.fault.message
    else file.add(readReply(keys, reply.document))
  }
  return fault
}

/** A question that the model left out has been asked all the same. */
function readReply(keys: readonly string[], document: unknown) {
  const { questions } = document as z.output<typeof replySchema>
  const said = new Map(questions.map(({ id, question }) => [id, question.trim()]))
  return keys.map((key, i) => ({ key, question: said.get(String(i + 1)) || null }))
}
