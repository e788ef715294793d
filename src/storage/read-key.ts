import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StorageError } from './storage-error.js'

const KEY_BYTES = 32

/**
 * The key that ids are hashed with: from `folder`/id.key, which is made at the first start, readable by its owner only.
 * Without it what is kept cannot be found again: it belongs into the backup, apart from the database.
 *
 * @throws {StorageError} `unusable`
 */
export async function readKey(folder: string): Promise<Uint8Array> {
  const file = join(folder, 'id.key')
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(file, randomBytes(KEY_BYTES).toString('hex'), { flag: 'wx', mode: 0o600 }).catch(unlessThere)
    const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'hex')
    if (key.length < KEY_BYTES) throw new Error('too short')
    return key
  } catch (cause) {
    throw new StorageError('unusable', file, { cause })
  }
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
