import { afterEach, describe, expect, it } from 'vitest'
import type { TokenUsage } from '../../src/model/chat-model.js'
import type { ModelError, ModelFault } from '../../src/model/model-error.js'
import { DOCUMENT, memory, modelAt, request } from './fixture.js'
import { type ModelServer, type Said, startModelServer } from './model-server.js'

let server: ModelServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const error = (status: number, message = 'no', headers = {}): Said => ({
  kind: 'error',
  status,
  headers,
  json: { error: { message } },
})

async function faultOf(said: Said | Said[], milliseconds = 5000): Promise<ModelError> {
  const script = Array.isArray(said) ? said : [said]
  server = await startModelServer((_, nth) => script[Math.min(nth, script.length) - 1]!)
  const remembered = memory()
  remembered.set(`${server.url} m`, 'json_schema')
  const thrown = await modelAt(server.url, remembered)
    .ask(request({ milliseconds }))
    .catch((fault: unknown) => fault)
  return thrown as ModelError
}

describe('what goes wrong with an endpoint', () => {
  const CASES: [string, ModelFault, Said][] = [
    ['no answer in time', 'timeout', { kind: 'hang' }],
    ['a wrong key', 'unauthorized', error(401, 'Incorrect API key provided: sk-secret-123456')],
    ['no money', 'unpaid', error(402, 'Insufficient Balance')],
    ['a used-up quota', 'unpaid', error(429, 'You exceeded your current quota')],
    ['an unknown model', 'unknown_model', error(404, 'The model `m` does not exist')],
    ['an unknown model, as DeepSeek says it', 'unknown_model', error(400, 'Model Not Exist')],
    ['a wrong address', 'wrong_address', error(404, 'Not Found')],
    ['too many requests', 'rate_limited', error(429, 'slow down', { 'retry-after': '30' })],
    ['a broken server', 'server', error(503, 'overloaded')],
    ['too long a prompt', 'context_overflow', error(400, "This model's maximum context length is 4096 tokens")],
    ['a cut line', 'dropped', { kind: 'dropped', text: DOCUMENT.slice(0, 8) }],
    ['no JSON', 'malformed', { kind: 'text', text: '你好' }],
    ['broken JSON', 'malformed', { kind: 'text', text: '{"answer": "好' }],
    ['JSON of another shape', 'malformed', { kind: 'text', text: '{"reply": "好"}' }],
    ['no choices', 'empty', { kind: 'whole', json: { choices: [] } }],
    ['an empty text', 'empty', { kind: 'text', text: '' }],
    ['thoughts without an end', 'empty', { kind: 'text', text: '<think>嗯' }],
    ['a drip without an end', 'timeout', { kind: 'endless', pace: 'slow' }],
    ['signs of life and no word', 'timeout', { kind: 'endless', pace: 'none' }],
    ['a flood without an end', 'malformed', { kind: 'endless', pace: 'fast' }],
    ['something that is no completion', 'malformed', { kind: 'whole', json: { choices: 'none' } }],
  ]

  it.each(CASES)('%s is %s', async (_, fault, said) => {
    const thrown = await faultOf(said, fault === 'timeout' ? 400 : 5000)
    expect(thrown).toMatchObject({ code: 'MODEL_FAILED', fault })
    expect(thrown.message).toMatch(/^\P{C}+$/u)
    expect(thrown.message).toMatch(/\p{Script=Han}/u)
  })

  it('is paid for as far as it came', async () => {
    server = await startModelServer(() => ({ kind: 'dropped', text: DOCUMENT.slice(0, 8) }))
    const used: TokenUsage[] = []
    const remembered = memory()
    remembered.set(`${server.url} m`, 'json_schema')
    await modelAt(server.url, remembered)
      .ask(request({ onUsage: (usage) => used.push(usage) }))
      .catch(() => {})
    expect(used).toHaveLength(server.asked.length)
    expect(used.every(({ completionTokens, isEstimated }) => completionTokens === 8 && isEstimated)).toBe(true)
  })

  it('is told within the time limit', async () => {
    const started = performance.now()
    await faultOf({ kind: 'hang' }, 150)
    // A generous bound: not a measurement, but far below the library's own ten minutes.
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('is passed over where a second request goes well', async () => {
    const good: Said = { kind: 'text', text: DOCUMENT }
    for (const bad of [
      error(500),
      error(429, 'slow down', { 'retry-after': '0' }),
      { kind: 'dropped', text: '{' } as Said,
    ]) {
      await expect(faultOf([bad, good], 4000)).resolves.toMatchObject({ document: { answer: '好' } })
      expect(server!.asked).toHaveLength(2)
      await server!.close()
    }
  })

  it('is not asked again where the server wants more time than there is', async () => {
    const thrown = await faultOf(error(429, 'slow down', { 'retry-after': '30' }), 2000)
    expect(thrown.retryAfterMs).toBe(30_000)
    expect(server!.asked).toHaveLength(1)
  })

  it('says that nobody listens there', async () => {
    const thrown = await modelAt('http://127.0.0.1:1/v1')
      .ask(request())
      .catch((fault: unknown) => fault)
    expect(thrown).toMatchObject({ fault: 'unreachable' })
  })

  it('never shows a key, whatever the server says', async () => {
    const key = 'sk-secret-123456'
    for (const status of [400, 401, 403, 404, 429, 500]) {
      const thrown = await faultOf(error(status, `bad request with ${key} and sk-other-987654`), 1500)
      expect(JSON.stringify({ ...thrown, message: thrown.message, stack: thrown.stack })).not.toMatch(/secret|other/)
      expect(thrown.cause).toBeUndefined()
      await server!.close()
    }
  })
})

describe('what a server is told', () => {
  it('is messages and schema, no word about who asks or on which machine', async () => {
    server = await startModelServer(() => ({ kind: 'text', text: DOCUMENT }))
    await modelAt(server.url).ask(request())
    const { body, headers } = server.asked[0]!
    expect(Object.keys(body).sort()).toEqual(['messages', 'model', 'response_format', 'stream', 'stream_options'])
    expect(Object.keys(headers).filter((name) => name.startsWith('x-stainless'))).toEqual([])
    expect(headers['user-agent']).toBe('qingwen')
    expect(headers.authorization).toBe('Bearer sk-secret-123456')
  })
})
