import { LLMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { houseWith } from '../answer/written/house.js'
import { lanxi } from '../fixtures/lanxi.js'
import { DOCUMENT, modelAt, request } from './fixture.js'

const FIGURE = '2031年地区生产总值增长目标是多少?'
const mock = new LLMock({ port: 0, logLevel: 'silent' })

beforeAll(() => mock.start())
afterAll(() => mock.stop())
beforeEach(() => {
  mock.reset()
})

const serverUrl = () => `${mock.url}/v1`

/** A mock of OpenAI's server that is none of this project's: it streams as the real one does. */
describe('a mocked OpenAI server', () => {
  it('gives its document by schema, and counts its tokens', async () => {
    mock.on({}, { content: DOCUMENT, usage: { prompt_tokens: 11, completion_tokens: 3 } })
    const used: unknown[] = []
    const found = await modelAt(serverUrl()).ask(request({ onUsage: (usage) => used.push(usage) }))
    expect(found).toEqual({ document: { answer: '好' }, rung: 'json_schema' })
    expect(used).toEqual([{ promptTokens: 11, completionTokens: 3, isEstimated: false }])
  })

  it('gives it by a tool call where it gives prose otherwise', async () => {
    mock.on(
      { predicate: ({ tools }) => (tools ?? []).length > 0 },
      { toolCalls: [{ name: 'answer', arguments: DOCUMENT }] },
    )
    mock.on({}, { content: '好的。' })
    await expect(modelAt(serverUrl()).ask(request())).resolves.toMatchObject({ rung: 'tool' })
  })

  it('thinks first, and that is passed over', async () => {
    mock.on({}, { content: DOCUMENT, reasoning: '市民问好不好。' })
    await expect(modelAt(serverUrl()).ask(request())).resolves.toMatchObject({ rung: 'json_schema' })
  })

  it.each([
    [401, 'unauthorized'],
    [404, 'wrong_address'],
    [500, 'server'],
  ])('answers %i, which is %s', async (status, fault) => {
    mock.on({}, { error: { message: 'no', type: 'x' }, status })
    await expect(modelAt(serverUrl()).ask(request({ milliseconds: 8000 }))).rejects.toMatchObject({ fault })
  })

  it('words a reply, and a lie of it is replaced', async () => {
    const house = houseWith(modelAt(serverUrl()), [lanxi()])
    const said = (text: string) => JSON.stringify({ outcome: 'answered', claims: [{ text, evidence: ['E1'] }] })
    mock.on({}, { content: said('地区生产总值{F1}') })
    expect((await house.ask(FIGURE)).reply).toMatchObject({ mode: 'llm', outcome: 'answered' })
    mock.reset()
    mock.on({}, { content: said('地区生产总值增长17.5%左右') })
    const { reply } = await house.ask(FIGURE)
    expect(reply.mode).toBe('extractive')
    expect(reply.text).not.toContain('17.5')
  })
})
