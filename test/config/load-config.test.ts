import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError } from '../../src/config/config-error.js'
import { loadConfig } from '../../src/config/load-config.js'

function emptyFolder(dotenv?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'qingwen-config-'))
  if (dotenv !== undefined) writeFileSync(join(folder, '.env'), dotenv)
  return folder
}

function load(variables: Record<string, string>, dotenv?: string) {
  return loadConfig({ variables, folder: emptyFolder(dotenv) })
}

function faultOf(variables: Record<string, string>): ConfigError {
  try {
    load(variables)
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
  throw new Error('the value was accepted')
}

describe('the configuration', () => {
  it('needs no variable at all', () => {
    const folder = emptyFolder()
    const config = loadConfig({ variables: {}, folder })
    expect(config.environment).toEqual({})
    expect(config.indexDirectory).toBeUndefined()
    expect(config.dataDirectory).toBe(join(folder, 'data'))
  })

  it('takes an empty value for none', () => {
    expect(load({ PORT: '', EMBEDDING_HOST: '  ', TELEGRAM_BOT_TOKEN: '' }).environment).toEqual({})
  })

  it('reads .env, and lets the environment win', () => {
    const { environment } = load({ PORT: '81' }, 'PORT=80\nLOG_LEVEL="debug" # loud\n')
    expect(environment).toEqual({ PORT: 81, LOG_LEVEL: 'debug' })
  })

  it('lets .env speak where the environment is empty', () => {
    expect(load({ PORT: '' }, 'PORT=80').environment.PORT).toBe(80)
  })

  it('lets the command line win over the environment, folders being relative to where it runs', () => {
    const folder = emptyFolder()
    const variables = { CORPUS_DIR: 'a', INDEX_DIR: 'b', DATA_DIR: 'c' }
    expect(loadConfig({ variables, folder })).toMatchObject({
      corpusDirectory: join(folder, 'a'),
      indexDirectory: join(folder, 'b'),
      dataDirectory: join(folder, 'c'),
    })
    expect(loadConfig({ variables, folder, corpus: 'd', index: '/e' })).toMatchObject({
      corpusDirectory: join(folder, 'd'),
      indexDirectory: '/e',
    })
  })

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['LLM_TIMEOUT_MS', '-1'],
    ['LLM_DAILY_TOKENS', '1.5'],
    ['LLM_REDACT', 'maybe'],
    ['LOG_LEVEL', 'loud'],
    ['TELEGRAM_API_ROOT', 'localhost:8081'],
    ['TELEGRAM_ADMIN_IDS', '12,abc'],
    ['WEBHOOK_URL', 'http://example.org/hook'],
    ['OPENAI_BASE_URL', 'ftp://example.org'],
    ['EMBEDDING_HOST', 'mirror'],
  ])('names %s where it is %s, and shows the value', (name, value) => {
    const fault = faultOf({ [name]: value })
    expect(fault.variable).toBe(name)
    expect(fault.message).toMatch(/^环境变量 [^。\n]+。$/)
    expect(fault.message).toContain(name)
    expect(fault.message).toContain(value)
  })

  it.each([
    ['TELEGRAM_BOT_TOKEN', 'not-a-token'],
    ['WEBHOOK_SECRET', 'with blank'],
    ['DATABASE_URL', 'mysql://user:password@host/db'],
  ])('names %s without showing the secret', (name, value) => {
    const { message } = faultOf({ [name]: value })
    expect(message).toContain(name)
    expect(message).not.toContain(value)
  })

  it('reads lists, switches and numbers', () => {
    const { environment } = load({ TELEGRAM_ADMIN_IDS: '12, 34,56', LLM_REDACT: 'Off', LLM_DAILY_TOKENS: '0' })
    expect(environment).toEqual({ TELEGRAM_ADMIN_IDS: [12, 34, 56], LLM_REDACT: false, LLM_DAILY_TOKENS: 0 })
  })
})
