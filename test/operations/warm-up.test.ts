import { describe, expect, it } from 'vitest'
import { warmUp } from '../../src/operations/warm-up.js'
import { createFakeAssistant, sampleReply } from '../fakes/fake-assistant.js'
import { lanxi } from '../fixtures/lanxi.js'

function partsWith(reply: () => ReturnType<typeof sampleReply>) {
  const parts = {
    assistant: createFakeAssistant({ reply }),
    reports: [lanxi()],
    closed: 0,
    async close() {
      parts.closed += 1
    },
  }
  return parts
}

describe('warmUp', () => {
  it('asks a question of the report, extractively, and gives the parts back', async () => {
    const parts = partsWith(() => sampleReply())
    expect(await warmUp(parts)).toBe(parts)
    const [{ question, options } = { question: '' }] = parts.assistant.calls
    expect(question).toMatch(/^203[01]年.+[?？]$/u)
    expect(options).toMatchObject({ mode: 'extractive' })
    expect(parts.closed).toBe(0)
  })

  it('closes what cannot answer, and says why', async () => {
    const parts = partsWith(() => {
      throw new Error('a lexicon is damaged')
    })
    await expect(warmUp(parts)).rejects.toThrow('a lexicon is damaged')
    expect(parts.closed).toBe(1)
  })
})
