import pg from 'pg'
import type { Database, Query, SqlValue } from './database.js'
import { StorageError } from './storage-error.js'

const CONNECT_MS = 5000
const STATEMENT_MS = 15_000
const CONNECTIONS = 8

/** A Postgres server, through a few connections that are made anew when they break. @param url postgres://… */
export function openServer(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: STATEMENT_MS,
    keepAlive: true,
  })
  // A connection that breaks while nobody uses it is replaced at the next statement, which tells if it cannot be.
  pool.on('error', ignore)
  return {
    query: queryOf(pool),
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  }
}

function queryOf(source: pg.Pool | pg.PoolClient): Query {
  return async <Row>(sql: string, values: readonly SqlValue[] = []) => {
    try {
      return (await source.query(sql, [...values])).rows as Row[]
    } catch (cause) {
      throw toStorageError(cause)
    }
  }
}

async function inTransaction<T>(pool: pg.Pool, work: (query: Query) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((cause: unknown) => {
    throw toStorageError(cause)
  })
  // Without a listener a connection that breaks between two statements would end the program.
  client.on('error', ignore)
  const query = queryOf(client)
  try {
    await query('BEGIN')
    const result = await work(query)
    await query('COMMIT')
    giveBack(client, false)
    return result
  } catch (error) {
    const isBroken = await query('ROLLBACK').then(
      () => false,
      () => true,
    )
    giveBack(client, isBroken)
    throw error
  }
}

function giveBack(client: pg.PoolClient, isBroken: boolean): void {
  client.off('error', ignore)
  client.release(isBroken)
}

function ignore(): void {}

/** SQLSTATE classes and codes of a server that cannot be reached now: connection faults, shutting down, starting up, full. */
const PASSING = /^(?:08...|57P0[123]|53300)$/u

function toStorageError(cause: unknown): StorageError {
  if (cause instanceof StorageError) return cause
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const reason = cause instanceof Error ? cause.message : String(cause)
  const isAnswer = cause instanceof pg.DatabaseError
  if (!isAnswer || PASSING.test(code)) return new StorageError('unreachable', code || 'timeout', { cause })
  return new StorageError('failed', reason, { cause })
}
