import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createStore } from '../../src/storage/create-store.js'
import { openPglite } from '../../src/storage/pglite-database.js'
import { createSecrets } from '../../src/storage/secrets.js'
import { openServer } from '../../src/storage/server-database.js'
import { createMemoryStore } from '../fakes/memory-store.js'
import { findPostgres, startPostgres, type TestPostgres } from './start-postgres.js'
import { describeState } from './state-contract.js'
import { describeStore } from './store-contract.js'

describeState('memory, as tests of the bot have it', async () => createMemoryStore())
describeStore('PGlite', () => openPglite(null))

const programs = findPostgres()
if (programs === null) {
  console.warn('No Postgres server is installed (Debian: apt install postgresql): its half of the suite is skipped.')
}

describe.skipIf(programs === null)('a Postgres server', () => {
  let server: TestPostgres
  beforeAll(async () => {
    server = await startPostgres(programs!)
  })
  afterAll(() => server.remove())

  describeStore('a Postgres server', async () => openServer(server.url))

  it('that goes away is told from a statement that fails, and used again once it is back', async () => {
    const database = openServer(server.url)
    const store = await createStore({ database, secrets: createSecrets(new Uint8Array(32)) })
    await server.kill()
    const fault = await store.ping().catch((error: unknown) => error)
    expect(fault).toMatchObject({ name: 'StorageError', code: 'unreachable' })
    expect(String(fault)).not.toMatch(/tester|a-password|127\.0\.0\.1/)
    await expect(store.inbox(1).finish(1)).rejects.toMatchObject({ code: 'unreachable' })
    await server.start()
    await expect(store.ping()).resolves.toBeUndefined()
    await expect(database.query('SELECT nonsense')).rejects.toMatchObject({ code: 'failed' })
    await store.close()
  })
})
