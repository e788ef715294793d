import type { Database } from './database.js'
import { StorageError } from './storage-error.js'

export interface Patience {
  /** Ends waiting: what then fails fails at once. */
  signal: AbortSignal
  /** Told of every failed attempt. */
  onWait: (fault: StorageError) => void
  /** First wait in milliseconds, doubled up to `maximumWaitMs`. Default 250. */
  firstWaitMs?: number
  /** Default 5000. */
  maximumWaitMs?: number
}

/**
 * A database whose statements wait, however long, while the server cannot be reached. A statement may run twice where the
 * connection broke before its answer came: those of the store bear it.
 */
export function patient(database: Database, patience: Patience): Database {
  return {
    query: (sql, values) => untilReached(() => database.query(sql, values), patience),
    transaction: (work) => untilReached(() => database.transaction(work), patience),
    close: () => database.close(),
  }
}

async function untilReached<T>(attempt: () => Promise<T>, patience: Patience): Promise<T> {
  const { signal, onWait, firstWaitMs = 250, maximumWaitMs = 5000 } = patience
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, maximumWaitMs)) {
    try {
      return await attempt()
    } catch (error) {
      const isPassing = error instanceof StorageError && error.code === 'unreachable'
      if (!isPassing || signal.aborted) throw error
      onWait(error)
    }
    await pause(waitMs, signal)
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
  })
}
