import type { Gate } from '../../gate/create-gate.js'
import { messages } from '../../messages.js'
import { type ChatMessage, type ChatModel, startTimeLimit, type TimeLimit } from '../../model/chat-model.js'
import { ModelError } from '../../model/model-error.js'
import type { Report } from '../../report/report.js'
import type { Asked } from '../ask-report.js'
import type { ModelTrace } from '../assistant.js'
import type { AnswerClaim, Finding } from '../finding.js'
import type { PassedReply } from '../pass-gate.js'
import { writeReply } from '../write-reply.js'
import { type Account, openAccount, type TokenPrice } from './account.js'
import { judgeClaims, type Task } from './judge-claims.js'
import { gatherMaterial } from './material.js'
import { mayAnswer } from './may-answer.js'
import { type ModelReply, modelReplySchema } from './model-reply.js'
import { retryPrompt, writingPrompt } from './prompt.js'
import { meaningOf, type Proven, proveClaim } from './prove-claim.js'
import { createReleaser, type Releaser } from './release-claims.js'

export interface WriterDependencies {
  model: ChatModel
  gate: Gate
  /** Milliseconds for one question: what came before the model, and a second attempt, included. */
  timeoutMs: number
  /** What is taken out of a question before it is sent. */
  redact: (question: string) => string
  price: TokenPrice | null
}

/** An extractive reply that has passed the gate, and what it came from. */
export interface WritingJob {
  question: string
  passed: PassedReply
  asked: readonly Asked[]
  report: Report | null
  /** The reply's text as far as it is certain: the final text begins with it. */
  onText?: ((textSoFar: string) => void) | undefined
  /** Milliseconds that this question may take, where less than configured. */
  modelTimeMs?: number | undefined
  /** Milliseconds that it has taken already. */
  spentMs: number
}

export interface WrittenReply extends PassedReply {
  /** Null where the model was not asked. */
  model: ModelTrace | null
}

export type WriteWithModel = (job: WritingJob) => Promise<WrittenReply>

/** With less of the time left a model is not asked: it would only seem to be broken. */
const LEAST_SHARE = 0.25

/** One question's work. */
interface Desk {
  job: WritingJob
  task: Task
  prove: (claim: ModelReply['claims'][number]) => Proven
  account: Account
  limit: TimeLimit
  releaser: Releaser
}

/**
 * Lets a model word what the extractive reply says. Whatever it does (lies, fails, takes too long), the citizen gets a reply
 * whose every figure is the report's: the model's where it has passed all checks, else the extractive one, with the reason.
 */
export function createWriter({ model, gate, timeoutMs, redact, price }: WriterDependencies): WriteWithModel {
  return async (job) => {
    const { finding } = job.passed
    const material = gatherMaterial(job.asked, finding)
    if (!mayAnswer(finding, job.asked, material)) return { ...job.passed, model: null }
    const timeMs = Math.max(0, Math.min(timeoutMs, job.modelTimeMs ?? timeoutMs) - job.spentMs)
    const task: Task = { finding, asked: job.asked, material }
    const meaning = meaningOf(job.asked)
    const lay = (claims: AnswerClaim[]) => layOut(claims, job, model.modelId, gate)
    const desk: Desk = {
      job,
      task,
      prove: (claim) => proveClaim(claim, material, meaning),
      account: openAccount(model.modelId, price),
      limit: startTimeLimit(timeMs),
      releaser: createReleaser(task, lay, job.onText),
    }
    if (timeMs < LEAST_SHARE * timeoutMs)
      return { ...job.passed, model: desk.account.close('extractive', messages.model.noTime) }
    const told = writingPrompt(redact(job.question), finding.outcome, material)
    try {
      const claims = await writeClaims(desk, told, lay)
      return { ...timed(lay(claims), desk), model: desk.account.close('llm', null) }
    } catch (error) {
      if (!(error instanceof ModelError || error instanceof Unproven)) throw error
      const begun = desk.releaser.complete()
      if (begun) return { ...timed(begun, desk), model: desk.account.close('llm', error.message) }
      return { ...timed(job.passed, desk), model: desk.account.close('extractive', error.message) }
    }
  }

  async function writeClaims(desk: Desk, told: ChatMessage[], lay: Lay): Promise<AnswerClaim[]> {
    const first = await attempt(desk, told, lay)
    if (first.faults.length === 0) return first.claims
    if (desk.releaser.hasReleased()) throw new Unproven(first.faults)
    const second = await attempt(desk, retryPrompt(told, first.wrote, first.faults), lay)
    if (second.faults.length === 0) return second.claims
    throw new Unproven(second.faults)
  }

  async function attempt({ task, prove, account, limit, releaser }: Desk, told: ChatMessage[], lay: Lay) {
    const { document, rung } = await model.ask({
      messages: told,
      schema: modelReplySchema,
      limit,
      onUsage: account.add,
      onText: releaser.listener(prove),
    })
    account.rung(rung)
    const wrote = document as ModelReply
    if (wrote.outcome !== 'answered') throw new Unproven([messages.written.faults.declined])
    const proven = wrote.claims.map(prove)
    const claims = proven.flatMap(({ claim }) => claim ?? [])
    const faults = proven.flatMap(({ faults }) => faults ?? [])
    if (faults.length === 0) faults.push(...judgeClaims(claims, task))
    if (faults.length === 0) faults.push(...lay(claims).faults)
    account.reject(faults)
    return { wrote, claims, faults }
  }
}

/** The model's sentences are not borne out. */
class Unproven extends Error {
  constructor(readonly faults: readonly string[]) {
    super(messages.written.unproven(faults.slice(0, 2).join(';')))
    this.name = 'Unproven'
  }
}

export interface LaidOut extends PassedReply {
  /** What the gate says against it. */
  faults: string[]
}

export type Lay = (claims: AnswerClaim[]) => LaidOut

/** The claims as a reply, read by the gate. */
function layOut(claims: AnswerClaim[], { question, passed, report }: WritingJob, modelId: string, gate: Gate): LaidOut {
  const reasons = [...passed.finding.reasons, messages.written.by(modelId)]
  const finding: Finding = { ...passed.finding, outcome: 'answered', claims, reasons }
  const reply = writeReply({ question, finding, report, timings: passed.reply.timings, mode: 'llm' })
  const { figures } = gate.checkReply(reply)
  const faults = figures
    .filter(({ verdict }) => verdict !== 'supported')
    .map(({ text, reason }) => messages.written.faults.gate(text, reason ?? ''))
  return { reply, finding, verdicts: figures, faults }
}

/** The model's time is part of the answer's. */
function timed({ reply, finding, verdicts }: PassedReply, { limit }: Desk): PassedReply {
  const { retrieveMs, answerMs } = reply.timings
  const spent = Math.round((limit.totalMs - limit.remainingMs()) * 100) / 100
  return { reply: { ...reply, timings: { retrieveMs, answerMs: answerMs + spent } }, finding, verdicts }
}
