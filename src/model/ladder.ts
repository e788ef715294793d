import { messages } from '../messages.js'
import type { ChatEndpoint } from './chat-endpoint.js'
import { type ChatDocument, type ChatModel, type ChatRequest, RUNGS, type Rung } from './chat-model.js'
import { ModelError, type ModelFault } from './model-error.js'
import { readDocument } from './read-document.js'

/** Where the rung of each endpoint is remembered. */
export interface RungMemory {
  get(endpointId: string): Rung | undefined
  set(endpointId: string, rung: Rung | undefined): void
}

/** What says that an endpoint cannot do it this way: the next way is tried. */
const UNABLE: readonly ModelFault[] = ['rejected', 'malformed', 'empty']
/** Bad documents in a row after which a rung that once worked is no longer trusted. */
const MOST_STRIKES = 2

/**
 * Finds the strictest way in which an endpoint gives a document, with the first question, and keeps to it. Servers differ:
 * some refuse `response_format`, some take it and do not heed it, some only call tools.
 */
export function createLadder(endpoint: ChatEndpoint, memory: RungMemory): ChatModel {
  const { endpointId, modelId } = endpoint
  let strikes = 0
  return {
    modelId,
    async ask(request) {
      const known = memory.get(endpointId)
      if (known === undefined) return climb(request, RUNGS)
      try {
        const found = await askOn(endpoint, known, request)
        strikes = 0
        return found
      } catch (error) {
        if (!isUnable(error)) throw error
        // Below the server's refusal there may still be a way; a bad document may be this once only.
        if (error.fault === 'rejected') return climb(request, RUNGS.slice(RUNGS.indexOf(known) + 1), error)
        strikes++
        if (strikes >= MOST_STRIKES) memory.set(endpointId, undefined)
        throw error
      }
    },
  }

  async function climb(request: ChatRequest, rungs: readonly Rung[], refusal?: ModelError): Promise<ChatDocument> {
    let last = refusal
    const { onText: _, ...silent } = request
    for (const rung of rungs) {
      try {
        const found = await askOn(endpoint, rung, silent)
        memory.set(endpointId, rung)
        strikes = 0
        return found
      } catch (error) {
        if (!isUnable(error)) throw error
        last = error
      }
    }
    throw new ModelError('unusable', messages.model.unusable(last?.message ?? ''))
  }
}

async function askOn(endpoint: ChatEndpoint, rung: Rung, request: ChatRequest): Promise<ChatDocument> {
  const { text } = await endpoint.send(request, rung)
  const document = request.schema.read(readDocument(text))
  if (document === undefined) throw new ModelError('malformed', messages.model.malformed)
  return { document, rung }
}

function isUnable(error: unknown): error is ModelError {
  return error instanceof ModelError && UNABLE.includes(error.fault)
}
