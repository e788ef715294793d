import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOpenAiEmbedder } from '../../src/embedding/openai-embedder.js'
import { redactPersonal } from '../../src/text/redact.js'
import { createFakeEmbedder } from '../fakes/fake-embedder.js'
import { embedderContract } from './embedder-contract.js'

/** A server whose vectors a fake makes: what is tried is all that lies between. */
let server: Server
let baseUrl: string
let folder: string
let isBroken = false
let asked: { model: string; input: string[] }[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qingwen-embedder-'))
  server = createServer(async (request, response) => {
    let text = ''
    for await (const piece of request) text += piece
    const body = JSON.parse(text)
    asked.push(body)
    response.setHeader('content-type', 'application/json')
    if (isBroken || body.input.some((one: string) => one === '') || body.input.length > 10) {
      response.statusCode = 500
      response.end('{"error":{"message":"bad"}}')
      return
    }
    const vectors = await createFakeEmbedder({ dimensions: 64 }).embed(body.input, 'passage')
    const data = vectors.map((vector, index) => ({ index, embedding: [...vector].map((value) => value * 7) }))
    response.end(JSON.stringify({ data: data.reverse() }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  asked = []
  isBroken = false
})

const open = (model = 'm') =>
  createOpenAiEmbedder({
    apiKey: 'sk-secret-123456',
    baseUrl,
    model,
    dimensionsFile: join(folder, 'dimensions.json'),
    redact: redactPersonal,
    timeoutMs: 5000,
  })

embedderContract('a server with OpenAI’s embeddings', open)

describe('an embedder behind a server', () => {
  it('is named by server and model, and asks nobody to be opened a second time', async () => {
    const first = await open('again')
    expect(first.modelId).toBe(`again @ ${baseUrl}`)
    expect(asked).toHaveLength(1)
    expect((await open('again')).dimensions).toBe(first.dimensions)
    expect(asked).toHaveLength(1)
  })

  it('sends questions without phone numbers', async () => {
    const embedder = await open()
    asked = []
    await embedder.embed(['我是13812345678,增长多少?'], 'question')
    expect(asked[0]!.input).toEqual(['我是[电话号码],增长多少?'])
  })

  it('leaves a broken server alone, and never tells the key', async () => {
    const embedder = await open()
    isBroken = true
    const fault = await embedder.embed(['增长'], 'question').catch((error: unknown) => error)
    expect(fault).toMatchObject({ code: 'EMBEDDING_UNAVAILABLE' })
    expect((fault as Error).message).toMatch(/请检查 OPENAI_EMBEDDING_MODEL/)
    expect((fault as Error).message).not.toMatch(/ EMBEDDING_/)
    expect(String(fault)).not.toContain('sk-secret')
    const count = asked.length
    await expect(embedder.embed(['增长'], 'question')).rejects.toThrow(/不再去问/)
    expect(asked).toHaveLength(count)
  })
})
