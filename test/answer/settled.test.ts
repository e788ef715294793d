import { describe, expect, it } from 'vitest'
import { createAssistant } from '../../src/answer/create-assistant.js'
import { createGate } from '../../src/gate/create-gate.js'
import { messages } from '../../src/messages.js'
import { parseReport } from '../../src/report/parse-report.js'
import { noSidecar } from '../../src/report/sidecar.js'
import { sampleReport } from '../cli/sample-report.js'

const report = parseReport({ id: 'lanxi', file: 'lanxi.txt', text: sampleReport, format: 'text', sidecar: noSidecar })

/** Asks and counts how often the vectors were. */
async function ask(question: string) {
  const asked: string[] = []
  const assistant = createAssistant({
    reports: [report],
    gate: createGate([report]),
    dense: async (text) => {
      asked.push(text)
      return new Map()
    },
    status: { vectorIndex: 'exact', embeddingModel: 'none', notices: [] },
  })
  const turn = await assistant.ask(question)
  return { ...turn, asked }
}

describe('the vectors', () => {
  it('are not asked where words and ledger settle the answer, and the trace says so', async () => {
    const { reply, trace, asked } = await ask('2031年地区生产总值的目标是多少?')
    expect(reply).toMatchObject({ outcome: 'answered', answer: expect.stringContaining('7.5%') })
    expect(asked).toEqual([])
    expect(trace.decision).toContain(messages.trace.settled)
  })

  it.each(['你好', '温泉度假村几点关门?'])('are not asked for what no report covers: %s', async (question) => {
    const { reply, asked } = await ask(question)
    expect(reply.outcome).toBe('off_topic')
    expect(asked).toEqual([])
  })

  it('are asked before anything is said to be missing', async () => {
    const { reply, trace, asked } = await ask('温泉度假村有多少张床位?')
    expect(reply.outcome).not.toBe('answered')
    expect(asked).toHaveLength(1)
    expect(trace.decision).not.toContain(messages.trace.settled)
  })
})
