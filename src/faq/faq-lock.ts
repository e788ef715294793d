import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { lock } from 'proper-lockfile'
import { messages } from '../messages.js'
import { FaqError } from './faq-error.js'

/** A lock that was not refreshed for so long was left by a run that was killed. */
const STALE_MS = 10_000
/** Long enough to outlast the lock of a killed run, which is gone on with. */
const RETRIES = { retries: 24, minTimeout: 500, maxTimeout: 500 }

/**
 * Runs `work` while no other run and no review step writes the FAQ's folder; both change `review.yaml`.
 *
 * @throws {FaqError} RUNNING where another one is still at work after twelve seconds
 */
export async function withFaqLock<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  mkdirSync(folder, { recursive: true })
  const release = await lock(folder, { lockfilePath: join(folder, 'lock'), stale: STALE_MS, retries: RETRIES }).catch(
    (cause: unknown) => {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'ELOCKED')) throw cause
      throw new FaqError('RUNNING', folder, messages.faq.errors.running(folder), { cause })
    },
  )
  try {
    return await work()
  } finally {
    await release()
  }
}
