import type { ChatRequest, Rung, TokenUsage } from './chat-model.js'

/** One exchange with a server. The adapter on the `openai` package implements it; a fake may. */
export interface ChatEndpoint {
  /** Names server and model; what is learnt of an endpoint is remembered by it. Holds no secret. */
  readonly endpointId: string
  readonly modelId: string
  /**
   * Sends one request, asking for the document in one way.
   *
   * @throws {ModelError}
   */
  send(request: ChatRequest, rung: Rung): Promise<Exchange>
}

export interface Exchange {
  /** What the model wrote where the document was asked for. */
  text: string
  usage: TokenUsage
}
