import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config/load-config.js'
import { modelSettings } from '../../src/config/model-settings.js'

const settingsOf = (variables: Record<string, string>) =>
  modelSettings(loadConfig({ variables, folder: '/nonexistent' }).environment)

describe('the settings of the language model', () => {
  it('are none where neither a key nor an address is set', () => {
    expect(settingsOf({})).toBeNull()
    expect(settingsOf({ LLM_REDACT: 'false', LLM_DAILY_TOKENS: '5', OPENAI_API_KEY: ' ' })).toBeNull()
  })

  it('have defaults that keep personal numbers here and a citizen waiting twenty seconds at most', () => {
    expect(settingsOf({ OPENAI_API_KEY: 'k' })).toEqual({
      apiKey: 'k',
      baseUrl: undefined,
      model: 'gpt-4o-mini',
      timeoutMs: 20_000,
      dailyTokens: null,
      redact: true,
      price: null,
    })
  })

  it('need no key for a server of one’s own', () => {
    expect(settingsOf({ OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', OPENAI_MODEL: 'qwen3:8b' })).toMatchObject({
      apiKey: null,
      model: 'qwen3:8b',
    })
  })

  it('read prices, a budget of nothing and full-width commas', () => {
    const settings = { OPENAI_API_KEY: 'k', LLM_PRICE: '2,8.5', LLM_DAILY_TOKENS: '0', LLM_REDACT: 'off' }
    expect(settingsOf(settings)).toMatchObject({ price: { prompt: 2, completion: 8.5 }, dailyTokens: 0, redact: false })
  })

  it.each([
    [{ OPENAI_BASE_URL: '127.0.0.1:8000/v1', OPENAI_MODEL: 'm' }, 'OPENAI_BASE_URL'],
    [{ OPENAI_API_KEY: 'sk-secret\nmore' }, 'OPENAI_API_KEY'],
    [{ OPENAI_API_KEY: 'sk-secret 密' }, 'OPENAI_API_KEY'],
    [{ OPENAI_API_KEY: 'k', OPENAI_MODEL: 'two words' }, 'OPENAI_MODEL'],
    [{ OPENAI_BASE_URL: 'http://127.0.0.1:8000/v1' }, 'OPENAI_BASE_URL'],
    [{ OPENAI_MODEL: 'm' }, 'OPENAI_MODEL'],
    [{ OPENAI_API_KEY: 'k', LLM_PRICE: 'cheap' }, 'LLM_PRICE'],
    [{ OPENAI_API_KEY: 'k', LLM_TIMEOUT_MS: '0' }, 'LLM_TIMEOUT_MS'],
  ])('are refused in one sentence that shows no key: %j', (variables, variable) => {
    let thrown: unknown
    try {
      settingsOf(variables as Record<string, string>)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toMatchObject({ code: 'CONFIG_INVALID', variable, message: expect.stringMatching(/^[^\n]+。$/) })
    expect(String(thrown)).not.toContain('secret')
  })
})
