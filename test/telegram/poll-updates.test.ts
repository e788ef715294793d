import { getEventListeners } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Bot } from 'grammy'
import { expect, it } from 'vitest'
import { pollUpdates } from '../../src/telegram/poll-updates.js'
import type { Intake } from '../../src/telegram/take-updates.js'
import { createUpdateQueue } from '../../src/telegram/update-queue.js'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** An idle bot polls twice a minute: as many in two weeks. */
const POLLS = 40_000

it('polls that bring nothing leave nothing behind', async () => {
  const stop = new AbortController()
  const used: number[] = []
  let polls = 0
  const getUpdates = async () => {
    polls += 1
    if (polls % (POLLS / 2) === 0) {
      collect()
      used.push(process.memoryUsage().heapUsed)
    }
    if (polls === POLLS) stop.abort()
    return []
  }
  const intake = { queue: createUpdateQueue({ handle: async () => {} }), take: async () => {} } as unknown as Intake
  const bot = { api: { getUpdates } } as unknown as Bot
  await pollUpdates({ bot, intake, signal: stop.signal, onFault: () => {}, pause: async () => {} })
  const [half, all] = used as [number, number]
  // 100 bytes a poll would be as much.
  expect(all - half).toBeLessThan((POLLS / 2) * 100)
  expect(getEventListeners(stop.signal, 'abort')).toEqual([])
})
