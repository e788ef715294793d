import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { StorageError } from './storage-error.js'
import type { Json } from './store.js'

/** What keeps ids and messages unreadable to whoever has the database but not the key. */
export interface Secrets {
  /** The same id under the same key always gives the same 43 characters of A–Z a–z 0–9 - _, which tell nothing of it. */
  hash(kind: 'user' | 'chat' | 'source', id: number | string): string
  /** Encrypts plain data (AES-256-GCM). */
  seal(content: Json): string
  /** @throws {StorageError} `sealed` where it was sealed with another key, or changed */
  open(sealed: string): Json
  /** A secret for another purpose, always the same for the same key; 43 characters of A–Z a–z 0–9 - _. */
  derive(purpose: string): string
}

const IV_BYTES = 12
const TAG_BYTES = 16

/** @param key at least 32 bytes */
export function createSecrets(key: Uint8Array): Secrets {
  const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', key, '', `qingwen ${purpose}`, 32))
  const hashKey = derived('ids')
  const sealKey = derived('content')
  return {
    hash: (kind, id) => createHmac('sha256', hashKey).update(`${kind}:${id}`).digest('base64url'),
    seal(content) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv)
      const body = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
    },
    open(sealed) {
      try {
        return unseal(Buffer.from(sealed, 'base64'), sealKey)
      } catch (cause) {
        throw new StorageError('sealed', '', { cause })
      }
    },
    derive: (purpose) => derived(purpose).toString('base64url'),
  }
}

function unseal(bytes: Buffer, key: Buffer): Json {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES))
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  const body = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
  return JSON.parse(body.toString('utf8'))
}
