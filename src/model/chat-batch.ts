import type { ChatMessage, DocumentSchema, TokenUsage } from './chat-model.js'
import type { ModelError } from './model-error.js'

/** Many requests handed over at once and answered when the server has time (half the price with some), within a day. */
export interface ChatBatch {
  /** @returns the id to collect by, also from another process. @throws {ModelError} */
  submit(requests: readonly BatchedRequest[]): Promise<string>
  /**
   * What came of each request by its id, those that were not answered left out; null while the server is at work.
   *
   * @throws {ModelError}
   */
  collect(batchId: string, schema: DocumentSchema): Promise<Map<string, BatchedReply> | null>
}

export interface BatchedRequest {
  id: string
  messages: readonly ChatMessage[]
  schema: DocumentSchema
}

/** A document as `schema.read` gave it, or why there is none. */
export type BatchedReply = { document: unknown; usage: TokenUsage } | { fault: ModelError }
