import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { lock } from 'proper-lockfile'
import { busy, unwritable } from './index-error.js'

/** A lock that was not refreshed for so long was left by a run that died. */
const STALE_MS = 10_000
const RETRY_MS = 200

/** How long a run waits for another by default: long enough to outlast a dead run's lock. */
export const DEFAULT_WAIT_MS = STALE_MS + 1000

export interface IndexLockOptions {
  /** The index folder; created where it is missing. */
  directory: string
  /** How long to wait for another run. */
  waitMs: number
  /** Told once where another run has to be waited for. */
  onWait?: () => void
}

/**
 * Runs `work` while no other process writes the index folder. Its signal aborts where the lock is lost meanwhile, because
 * this process stood still for longer than a dead run would.
 *
 * @throws {IndexError} `INDEX_BUSY` where another run is still at work after `waitMs`, `INDEX_UNWRITABLE`
 */
export async function withIndexLock<Result>(
  options: IndexLockOptions,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const lost = new AbortController()
  const release = await acquire(options, () => lost.abort(busy(options.directory)))
  try {
    return await work(lost.signal)
  } finally {
    // Fails only where the lock was lost, of which the signal has told.
    await release().catch(() => undefined)
  }
}

async function acquire({ directory, waitMs, onWait }: IndexLockOptions, onCompromised: () => void) {
  const settings = { lockfilePath: join(directory, 'lock'), stale: STALE_MS, onCompromised }
  const deadline = Date.now() + waitMs
  for (let attempt = 0; ; attempt += 1) {
    try {
      await makeFolder(directory)
      return await lock(directory, settings)
    } catch (cause) {
      if (!isCode(cause, 'ELOCKED')) throw unwritable(directory, cause)
      if (Date.now() >= deadline) throw busy(directory, cause)
    }
    if (attempt === 0) onWait?.()
    await setTimeout(RETRY_MS)
  }
}

/** Folder by folder: Node's own `recursive` never comes back from a place that has no room for folders, such as /proc. */
async function makeFolder(directory: string): Promise<void> {
  try {
    await mkdir(directory)
  } catch (error) {
    if (isCode(error, 'EEXIST')) return
    if (!isCode(error, 'ENOENT') || dirname(directory) === directory) throw error
    await makeFolder(dirname(directory))
    await mkdir(directory).catch((again: unknown) => {
      if (!isCode(again, 'EEXIST')) throw again
    })
  }
}

function isCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code
}
