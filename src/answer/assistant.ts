import type { Verdict } from '../gate/verdict.js'
import type { Reply } from './reply.js'

/** The one way through the house, as every edge (CLI, console, Telegram, FAQ runs) sees it. */
export interface Assistant {
  /** Answers one question. Never throws for any text; faults of parts below are visible in `trace.notices`. */
  ask(question: string, options?: AskOptions): Promise<Turn>
  /** What runs: shown by the console's status line, the bot's /about and `/health`. */
  status(): AssistantStatus
}

export interface AskOptions {
  /** What the turns before left; kept by the edge, one per chat. */
  conversation?: Conversation
  mode?: 'auto' | 'extractive' | 'llm'
  /** Restricts the answer to one report of the corpus. */
  reportId?: string
  /**
   * Told the reply's text as far as it is certain, while a model writes it: the final `reply.text` begins with it. Never
   * called for an extractive reply.
   */
  onText?: (textSoFar: string) => void
  /** Milliseconds that this question may take at most, where a model works on it; default: as configured. */
  modelTimeMs?: number
}

export interface Turn {
  reply: Reply
  /** Pass it on with the next question. Plain data: survives JSON. */
  conversation: Conversation
  trace: Trace
}

/** Opaque to the edges. */
export type Conversation = Readonly<Record<string, unknown>>

/** How a reply came about, for staff. */
export interface Trace {
  /**
   * What was understood, as label → value, in the order to show: 时间 → 2023年(目标), 指标 → 地区生产总值 … Most who ask
   * never look at it. A function, no getter: V8 keeps an object literal's getters with its hidden class, and through
   * them all that was found, until it collects the old generation.
   */
  understood: () => UnderstoodRow[]
  /** Every retrieval arm with its best hits. */
  arms: () => ArmHits[]
  /** Why this outcome: one Chinese sentence a step. */
  decision: string[]
  verdicts: Verdict[]
  /** What ran otherwise than configured (a fallback, a time-out), one Chinese sentence each. */
  notices: string[]
  /** What a language model had to do with the reply; absent where none was asked. */
  model?: ModelTrace
}

export interface UnderstoodRow {
  label: string
  value: string
}

export interface ArmHits {
  arm: string
  hits: { text: string; section: string[]; score: number }[]
}

/** How a model worked on one reply. */
export interface ModelTrace {
  /** `extractive`: what it wrote was not used. */
  mode: 'extractive' | 'llm'
  model: string
  /** The way it gave its document; null where it gave none. */
  rung: string | null
  requests: number
  promptTokens: number
  completionTokens: number
  /** The endpoint did not count all tokens. */
  isEstimated: boolean
  /** Yuan; null where no price is set. */
  cost: number | null
  /** What the checks said against its sentences, one Chinese sentence each. */
  rejected: string[]
  /** Why its reply, or a part of it, was not used; null where all was. */
  reason: string | null
}

export interface AssistantStatus {
  mode: 'extractive' | 'llm'
  /** `none`: the model cannot run, questions are answered by words and ledger alone. */
  vectorIndex: 'hnsw' | 'exact' | 'none'
  embeddingModel: string
  reports: {
    id: string
    title: string
    place: string | null
    statements: number
    figures: number
    isDefault: boolean
  }[]
  /** Questions about the default report that a newcomer may try, best first; edges show those that are answered. */
  examples?: string[]
  notices: string[]
}
