import { describe, expect, it } from 'vitest'
import { createLogger, type LoggerOptions } from '../../src/operations/logger.js'
import { TOKEN } from '../fixtures/token.js'

function logAt(level: LoggerOptions['level'], secrets: string[] = []) {
  const lines: string[] = []
  return { log: createLogger({ level, secrets, write: (line) => lines.push(line) }), lines }
}

describe('the log', () => {
  it('is one JSON object a line, with time and level', () => {
    const { log, lines } = logAt('info')
    log.warn({ code: 'network' }, '连不上')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0]!)).toEqual({ level: 40, time: expect.any(String), code: 'network', msg: '连不上' })
  })

  it.each([
    ['trace', 6],
    ['info', 4],
    ['error', 2],
    ['silent', 0],
  ] as const)('at level %s holds %i of six lines', (level, count) => {
    const { log, lines } = logAt(level)
    for (const one of ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const) log[one]('行')
    expect(lines).toHaveLength(count)
  })

  it('shows no secret, whoever put it there and however deep', () => {
    const token = TOKEN
    const { log, lines } = logAt('trace', [token, 'p@ss word'])
    log.error({ error: new Error(`fetch https://api.telegram.org/bot${token}/getMe`), deep: [{ url: token }] }, token)
    log.child({ address: 'postgres://u:p%40ss%20word@host/db' }).info('p@ss word')
    expect(lines.join('')).not.toMatch(/secret|p@ss|p%40ss/)
    expect(lines.every((line) => JSON.parse(line))).toBe(true)
  })
})
