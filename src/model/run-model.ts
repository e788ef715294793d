import type { ChatBatch } from './chat-batch.js'
import type { ChatModel } from './chat-model.js'
import type { RunMeter } from './limit-endpoint.js'

/** A language model for one run of a program, and what the run may use of it. */
export interface RunModel {
  model: ChatModel
  batch: ChatBatch
  meter: RunMeter
  /** Milliseconds for one request. */
  timeoutMs: number
}
