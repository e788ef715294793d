import { appendFile, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import type { Embedder } from '../embedding/embedder.js'
import { CACHE_FOLDER } from './generation.js'
import { unwritable } from './index-error.js'
import { sha256 } from './sha256.js'

/** Vectors by the content hash of their text: 32 hexadecimal digits. */
export type KnownVectors = ReadonlyMap<string, Float32Array>

/** What one model has embedded for an index, whether or not the index still holds it. */
export interface EmbeddingCache {
  vectors: KnownVectors
  /**
   * Adds vectors. A run that is killed meanwhile loses at most these.
   * @throws {IndexError} where the folder cannot be written
   */
  add(found: KnownVectors): Promise<void>
}

/** Where nothing is kept. */
export const noEmbeddingCache: EmbeddingCache = { vectors: new Map(), add: async () => undefined }

/** Vectors kept of a model: so many, or twice the corpus's, whichever is more. */
const LEAST_KEPT = 4096
const KEPT_STATES = 2
const MOST_MODELS = 4

const HASH_BYTES = 16
const PROOF_BYTES = 8

/**
 * Opens the cache of an index folder for a model; the caller holds the folder's lock. One file a model, one row a text:
 * the text's hash, its vector, and a hash of both, so that a row that was written half is no row.
 *
 * @param chunks how many chunks the index is to hold
 */
export async function openEmbeddingCache(
  directory: string,
  { modelId, dimensions }: Pick<Embedder, 'modelId' | 'dimensions'>,
  chunks: number,
): Promise<EmbeddingCache> {
  const folder = join(directory, CACHE_FOLDER)
  const file = join(folder, sha256(JSON.stringify([modelId, dimensions])).slice(0, 2 * HASH_BYTES))
  try {
    await mkdir(folder, { recursive: true })
    const rows = await readRows(file, dimensions, Math.max(LEAST_KEPT, KEPT_STATES * chunks))
    await removeOldModels(folder, file)
    return {
      vectors: new Map(rows.map((row) => [hashOf(row), vectorOf(row)])),
      add: (found) => append(file, found).catch((cause: unknown) => Promise.reject(unwritable(directory, cause))),
    }
  } catch (cause) {
    throw unwritable(directory, cause)
  }
}

async function append(file: string, found: KnownVectors): Promise<void> {
  await appendFile(file, Buffer.concat([...found].map(([hash, vector]) => toRow(hash, vector))))
}

/** The rows that are whole, at most `most`, the newest; a file that holds anything else is written anew. */
async function readRows(file: string, dimensions: number, most: number): Promise<Buffer[]> {
  const bytes = await readIfThere(file)
  const length = HASH_BYTES + dimensions * Float32Array.BYTES_PER_ELEMENT + PROOF_BYTES
  const all = Array.from({ length: Math.floor(bytes.length / length) }, (_, i) =>
    bytes.subarray(i * length, (i + 1) * length),
  )
  const kept = all.filter(isWhole).slice(-most)
  if (kept.length * length !== bytes.length) await writeFileAtomic(file, Buffer.concat(kept))
  return kept
}

async function readIfThere(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

function toRow(hash: string, vector: Float32Array): Buffer {
  const content = Buffer.concat([
    Buffer.from(hash, 'hex'),
    Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength),
  ])
  return Buffer.concat([content, proofOf(content)])
}

function isWhole(row: Buffer): boolean {
  return proofOf(row.subarray(0, -PROOF_BYTES)).equals(row.subarray(-PROOF_BYTES))
}

function proofOf(content: Buffer): Buffer {
  return Buffer.from(sha256(content), 'hex').subarray(0, PROOF_BYTES)
}

function hashOf(row: Buffer): string {
  return row.subarray(0, HASH_BYTES).toString('hex')
}

function vectorOf(row: Buffer): Float32Array {
  return new Float32Array(new Uint8Array(row.subarray(HASH_BYTES, -PROOF_BYTES)).buffer)
}

/** Besides `own`, the models that embedded last are kept. */
async function removeOldModels(folder: string, own: string): Promise<void> {
  const others = (await readdir(folder)).map((name) => join(folder, name)).filter((file) => file !== own)
  const used = await Promise.all(others.map(async (file) => ({ file, at: (await stat(file)).mtimeMs })))
  const old = used.sort((a, b) => b.at - a.at).slice(MOST_MODELS - 1)
  for (const { file } of old) await rm(file)
}
