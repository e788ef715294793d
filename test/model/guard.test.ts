import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChatModel } from '../../src/model/chat-model.js'
import { createCircuitBreaker } from '../../src/model/circuit-breaker.js'
import { guardModel } from '../../src/model/guard-model.js'
import { ModelError, type ModelFault } from '../../src/model/model-error.js'
import { createRungFile } from '../../src/model/rung-file.js'
import { createTokenBudget } from '../../src/model/token-budget.js'
import { request } from './fixture.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingwen-model-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const SECOND = 1000
const fails = (breaker: ReturnType<typeof createCircuitBreaker>, fault: ModelFault, retryAfterMs?: number) =>
  breaker.failed(new ModelError(fault, '坏了', retryAfterMs))

describe('the circuit breaker', () => {
  it('opens with the first fault, lets one question try after the pause, and rests twice as long after the next', () => {
    let now = 0
    const breaker = createCircuitBreaker(() => now)
    expect(breaker.refusal()).toBeNull()
    fails(breaker, 'timeout')
    now = 29 * SECOND
    expect(breaker.refusal()).toMatchObject({ fault: 'resting', message: expect.stringContaining('坏了') })
    now = 31 * SECOND
    expect(breaker.refusal()).toBeNull()
    expect(breaker.refusal()).toMatchObject({ fault: 'resting' })
    fails(breaker, 'timeout')
    now = 31 * SECOND + 59 * SECOND
    expect(breaker.refusal()).not.toBeNull()
    now = 31 * SECOND + 61 * SECOND
    expect(breaker.refusal()).toBeNull()
    breaker.succeeded()
    expect(breaker.refusal()).toBeNull()
  })

  it('rests as long as the server wants, and ten minutes where the settings are wrong', () => {
    let now = 0
    const breaker = createCircuitBreaker(() => now)
    fails(breaker, 'rate_limited', 90 * SECOND)
    now = 89 * SECOND
    expect(breaker.refusal()).not.toBeNull()
    now = 91 * SECOND
    expect(breaker.refusal()).toBeNull()
    fails(breaker, 'unauthorized')
    now += 599 * SECOND
    expect(breaker.refusal()).not.toBeNull()
  })

  it('stays closed where only the answer was bad', () => {
    const breaker = createCircuitBreaker(() => 0)
    for (const fault of ['malformed', 'empty', 'refused', 'context_overflow'] as const) fails(breaker, fault)
    expect(breaker.refusal()).toBeNull()
  })
})

describe('the guard', () => {
  const counting = (usage: number): ChatModel & { asked: number } => ({
    modelId: 'm',
    asked: 0,
    async ask({ onUsage }) {
      this.asked++
      onUsage?.({ promptTokens: usage, completionTokens: 1, isEstimated: false })
      return { document: {}, rung: 'prompt' }
    },
  })

  it('asks until the day’s tokens are spent, across runs, and again the next day', async () => {
    let day = '2030-01-31'
    const path = join(folder, 'tokens.json')
    const open = () => createTokenBudget({ dailyTokens: 100, path, today: () => day })
    const model = counting(59)
    const guarded = () => guardModel(model, createCircuitBreaker(), open())
    await guarded().ask(request())
    await guarded().ask(request())
    await expect(guarded().ask(request())).rejects.toMatchObject({ fault: 'budget' })
    expect(model.asked).toBe(2)
    expect(open().spentToday()).toBe(120)
    day = '2030-02-01'
    await guarded().ask(request())
    expect(open().spentToday()).toBe(60)
  })

  it('asks again after a fault of the program, which says nothing against the endpoint on trial', async () => {
    let now = 0
    const faults: Error[] = [new ModelError('timeout', '没有答完'), new TypeError('bug')]
    const model: ChatModel = {
      modelId: 'm',
      async ask() {
        const fault = faults.shift()
        if (fault) throw fault
        return { document: {}, rung: 'prompt' }
      },
    }
    const budget = createTokenBudget({ dailyTokens: null, path: join(folder, 'tokens.json') })
    const guarded = guardModel(
      model,
      createCircuitBreaker(() => now),
      budget,
    )
    await expect(guarded.ask(request())).rejects.toMatchObject({ fault: 'timeout' })
    now = 31 * SECOND
    await expect(guarded.ask(request())).rejects.toThrow(TypeError)
    expect(await guarded.ask(request())).toMatchObject({ rung: 'prompt' })
  })

  it('lets nobody wait for a dead endpoint twice', async () => {
    let asked = 0
    const dead: ChatModel = {
      modelId: 'm',
      async ask() {
        asked++
        throw new ModelError('timeout', '没有答完')
      },
    }
    const budget = createTokenBudget({ dailyTokens: null, path: join(folder, 'tokens.json') })
    const guarded = guardModel(dead, createCircuitBreaker(), budget)
    await expect(guarded.ask(request())).rejects.toMatchObject({ fault: 'timeout' })
    await expect(guarded.ask(request())).rejects.toMatchObject({ fault: 'resting' })
    expect(asked).toBe(1)
  })
})

describe('the file of rungs', () => {
  it('outlives the run, and a broken one is made anew', () => {
    const path = join(folder, 'rungs.json')
    createRungFile(path).set('a', 'tool')
    expect(createRungFile(path).get('a')).toBe('tool')
    createRungFile(path).set('a', undefined)
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({})
    expect(createRungFile(folder).get('a')).toBeUndefined()
    expect(existsSync(path)).toBe(true)
  })
})
