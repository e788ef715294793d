import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { lock } from 'proper-lockfile'
import { IndexError } from './index-error.js'

/** A lock that was not refreshed for so long was left by a run that died. */
const STALE_MS = 5000
const RETRY_MS = 200

/** How long a run waits for another by default: long enough to outlast a dead run's lock. */
export const DEFAULT_WAIT_MS = STALE_MS + 1000

/**
 * Runs `work` while no other process writes the index folder, which is created where it is missing.
 *
 * @throws {IndexError} `INDEX_BUSY` where another run is still at work after `waitMs`, `INDEX_UNWRITABLE`
 */
export async function withIndexLock<Result>(
  directory: string,
  waitMs: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const release = await acquire(directory, waitMs)
  try {
    return await work()
  } finally {
    // A lock that was lost meanwhile does no harm: each run writes a generation of its own.
    await release().catch(() => undefined)
  }
}

async function acquire(directory: string, waitMs: number): Promise<() => Promise<void>> {
  const retries = { retries: Math.ceil(waitMs / RETRY_MS), factor: 1, minTimeout: RETRY_MS, maxTimeout: RETRY_MS }
  const lockfilePath = join(directory, 'lock')
  try {
    await mkdir(directory, { recursive: true })
    return await lock(directory, { lockfilePath, stale: STALE_MS, retries, onCompromised: () => undefined })
  } catch (cause) {
    if (isCode(cause, 'ELOCKED')) throw busy(directory, cause)
    throw unwritable(directory, cause)
  }
}

function busy(directory: string, cause: unknown): IndexError {
  const message = `另一个任务正在更新索引 ${directory},请等它完成后再试。`
  return new IndexError('INDEX_BUSY', directory, message, { cause })
}

/** The error for a folder that cannot be written, with the system's reason. */
export function unwritable(directory: string, cause: unknown): IndexError {
  const reason = cause instanceof Error ? cause.message.split(',')[0] : String(cause)
  const message = `索引文件夹 ${directory} 无法写入(${reason}),请检查权限和磁盘空间,或用 --index 另指一个文件夹。`
  return new IndexError('INDEX_UNWRITABLE', directory, message, { cause })
}

function isCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code
}
