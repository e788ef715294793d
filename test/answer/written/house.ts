import type { Assistant } from '../../../src/answer/assistant.js'
import { createAssistant } from '../../../src/answer/create-assistant.js'
import { createWriter } from '../../../src/answer/written/write-with-model.js'
import { createGate } from '../../../src/gate/create-gate.js'
import type { ChatModel } from '../../../src/model/chat-model.js'
import type { Report } from '../../../src/report/report.js'
import { redactPersonal } from '../../../src/text/redact.js'

/** The whole house over these reports, its replies worded by `model`, and no vectors. */
export function houseWith(model: ChatModel, reports: readonly Report[], timeoutMs = 20_000): Assistant {
  const gate = createGate(reports)
  const price = { prompt: 2, completion: 8 }
  return createAssistant({
    reports,
    gate,
    dense: async () => new Map(),
    write: createWriter({ model, gate, timeoutMs, redact: redactPersonal, price }),
    status: { vectorIndex: 'none', embeddingModel: 'none', notices: [] },
  })
}
