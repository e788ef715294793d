import type { Assistant } from '../../src/answer/assistant.js'
import { createAssistant } from '../../src/answer/create-assistant.js'
import { createWriter } from '../../src/answer/written/write-with-model.js'
import { createGate } from '../../src/gate/create-gate.js'
import type { ChatModel } from '../../src/model/chat-model.js'
import { createDenseSearch } from '../../src/retrieval/dense-search.js'
import type { Prepared } from '../prepare.js'
import { percent, type Section } from '../section.js'
import { realisticReplies, type Tried, tryReplies } from './realistic-replies.js'

/** How many replies that a fluent model would write pass the checks, and how many lies. On the report in corpus/ only. */
export async function measureClaims(prepared: Prepared): Promise<Section> {
  const { honest, lies } = await tryReplies(realisticReplies(), (model) => houseOf(model, prepared))
  const kinds = [...new Set(lies.map(({ what }) => what))].sort()
  return {
    title: 'Replies as a fluent model writes them: used as written',
    columns: ['replies', 'used', 'of', 'share'],
    rows: [
      row('honest', honest),
      row('lies', lies),
      ...kinds.map((kind) =>
        row(
          kind,
          lies.filter((lie) => lie.what === kind),
        ),
      ),
    ],
    notes: honest
      .filter(({ isUsed }) => !isUsed)
      .map(({ question, faults }) => `refused: ${question} ${faults.join(';')}`),
  }
}

function row(name: string, tried: readonly Tried[]): string[] {
  const used = tried.filter(({ isUsed }) => isUsed).length
  return [name, `${used}`, `${tried.length}`, percent(used / tried.length)]
}

function houseOf(model: ChatModel, { reports, index, embedder }: Prepared): Assistant {
  const gate = createGate(reports)
  return createAssistant({
    reports,
    gate,
    dense: createDenseSearch({ ...index, embedder }),
    write: createWriter({ model, gate, timeoutMs: 20_000, redact: (text) => text, price: null }),
    status: { vectorIndex: 'exact', embeddingModel: embedder.modelId, notices: [] },
  })
}
