/** A language model that answers with one JSON document. Implementations: the ladder over an endpoint, and its guard. */
export interface ChatModel {
  /** The model's name, as shown to staff. */
  readonly modelId: string
  /** @throws {ModelError} for everything that can go wrong, the time limit included */
  ask(request: ChatRequest): Promise<ChatDocument>
}

export interface ChatRequest {
  messages: readonly ChatMessage[]
  schema: DocumentSchema
  limit: TimeLimit
  /** The document's text so far, each time more of it has come. Never called before the endpoint's rung is known. */
  onText?: (text: string) => void
  /** What each exchange with the endpoint used, failed ones included. */
  onUsage?: (usage: TokenUsage) => void
}

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant'
  content: string
}

/** What the document must look like. */
export interface DocumentSchema {
  /** Letters and underscores: names the schema, or the tool, towards the endpoint. */
  name: string
  /** As JSON schema. */
  json: Record<string, unknown>
  /** The document, mended where it can be; undefined where it is none of this schema. */
  read(document: unknown): unknown
}

export interface ChatDocument {
  /** As `schema.read` gave it. */
  document: unknown
  rung: Rung
}

export interface TokenUsage {
  promptTokens: number
  completionTokens: number
  /** The endpoint did not say: estimated, one token a character. */
  isEstimated: boolean
}

/** How a document is asked for, from the strictest way to the loosest. */
export const RUNGS = ['json_schema', 'json_object', 'tool', 'prompt'] as const
export type Rung = (typeof RUNGS)[number]

/** The time that all requests for one question have together. */
export interface TimeLimit {
  totalMs: number
  remainingMs(): number
  /** Aborted when the time is up. */
  signal: AbortSignal
}

/** Starts the clock. @param totalMs milliseconds */
export function startTimeLimit(totalMs: number): TimeLimit {
  const end = performance.now() + totalMs
  return {
    totalMs,
    remainingMs: () => Math.max(0, end - performance.now()),
    signal: AbortSignal.timeout(Math.ceil(totalMs)),
  }
}
