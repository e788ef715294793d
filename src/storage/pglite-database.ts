import { mkdir } from 'node:fs/promises'
import { PGlite, type Transaction } from '@electric-sql/pglite'
import type { Database, Query, SqlValue } from './database.js'
import { holdFolder } from './hold-folder.js'
import { StorageError } from './storage-error.js'

/**
 * Postgres within the process.
 *
 * @param folder where it keeps its files; null: in memory
 * @throws {StorageError} `in_use`, `unusable`
 */
export async function openPglite(folder: string | null): Promise<Database> {
  const release = folder === null ? async () => {} : await hold(folder)
  const database = await open(folder).catch(async (error) => {
    await release()
    throw error
  })
  const queryOf =
    (source: PGlite | Transaction): Query =>
    async <Row>(sql: string, values: readonly SqlValue[] = []) => {
      try {
        return (await source.query<Row>(sql, [...values])).rows
      } catch (cause) {
        throw new StorageError('failed', reasonOf(cause), { cause })
      }
    }
  return {
    query: queryOf(database),
    transaction: (work) => database.transaction((transaction) => work(queryOf(transaction))),
    async close() {
      await database.close()
      await release()
    },
  }
}

async function hold(folder: string): Promise<() => Promise<void>> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return await holdFolder(folder)
  } catch (cause) {
    if (cause instanceof StorageError) throw cause
    throw new StorageError('unusable', folder, { cause })
  }
}

async function open(folder: string | null): Promise<PGlite> {
  try {
    return await PGlite.create(folder === null ? {} : { dataDir: `${folder}/pglite` })
  } catch (cause) {
    throw new StorageError('unusable', folder ?? '', { cause })
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
