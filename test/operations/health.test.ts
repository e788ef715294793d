import { get, type IncomingMessage } from 'node:http'
import { networkInterfaces } from 'node:os'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serveHealth } from '../../src/operations/health.js'
import { type HttpServer, startHttpServer } from '../../src/operations/http-server.js'
import { createMetrics } from '../../src/operations/metrics.js'

let server: HttpServer
let isReady: () => Promise<boolean>

beforeEach(async () => {
  server = await startHttpServer({ port: 0, host: '0.0.0.0' })
  isReady = async () => true
  const metrics = createMetrics({ waiting: () => 3 })
  metrics.answered('answered', 'extractive', 0.004)
  metrics.fault('network')
  serveHealth({ server, metrics, isReady: () => isReady(), readyMs: 50 })
})
afterEach(() => server.close())

async function ask(path: string, headers = {}, host = '127.0.0.1'): Promise<{ status: number; text: string }> {
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    get({ host, port: server.port, path, headers: { ...headers, connection: 'close' } }, resolve).on('error', reject),
  )
  let text = ''
  for await (const chunk of response) text += chunk
  return { status: response.statusCode ?? 0, text }
}

describe('health', () => {
  it('says that the process lives, and whether it can answer', async () => {
    expect(await ask('/healthz')).toEqual({ status: 200, text: 'ok\n' })
    expect(await ask('/readyz')).toEqual({ status: 200, text: 'ready\n' })
    isReady = async () => false
    expect((await ask('/readyz')).status).toBe(503)
    isReady = () => Promise.reject(new Error('no database'))
    expect((await ask('/readyz')).status).toBe(503)
    isReady = () => new Promise(() => {})
    expect((await ask('/readyz')).status).toBe(503)
    expect((await ask('/healthz')).status).toBe(200)
  })

  it('gives metrics in the format of Prometheus', async () => {
    const { text } = await ask('/metrics')
    expect(text).toContain('qingwen_answers_total{outcome="answered",mode="extractive"} 1')
    expect(text).toContain('qingwen_answer_seconds_bucket{le="0.005"} 1')
    expect(text).toContain('qingwen_faults_total{code="network"} 1')
    expect(text).toContain('qingwen_updates_waiting 3')
    expect(text).toContain('process_resident_memory_bytes')
  })

  it.each(['/healthz', '/readyz', '/metrics'])('%s is there for this machine only', async (path) => {
    expect((await ask(path, { 'x-forwarded-for': '203.0.113.9' })).status).toBe(404)
    expect((await ask(path, { forwarded: 'for=203.0.113.9' })).status).toBe(404)
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((network) => network?.family === 'IPv4' && !network.internal)
    if (outside) expect((await ask(path, {}, outside.address)).status).toBe(404)
  })

  it('knows no other path', async () => {
    expect((await ask('/')).status).toBe(404)
    expect((await ask('//evil/healthz')).status).toBe(404)
  })
})

describe('the web server', () => {
  it('outlives a handler that fails', async () => {
    server.route('/bad', () => Promise.reject(new Error('bad')))
    await expect(ask('/bad')).rejects.toThrow()
    expect((await ask('/healthz')).status).toBe(200)
  })

  it('tells of a port that is taken', async () => {
    await expect(startHttpServer({ port: server.port, host: '0.0.0.0' })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
