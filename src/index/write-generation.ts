import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { GENERATION, GRAPH_FILE, MANIFEST_FILE, POINTER_FILE, VECTORS_FILE } from './generation.js'
import type { HnswIndex } from './hnsw-index.js'
import type { FileRecord, Manifest } from './manifest.js'
import { sha256 } from './sha256.js'

/** What write-file-atomic leaves where it is killed. */
const LEFTOVER_POINTER = /^current\.\d+$/

export interface GenerationContent {
  manifest: Omit<Manifest, 'files'>
  vectors: readonly Float32Array[]
  graph: HnswIndex | null
}

/**
 * Writes a new generation, puts it to use and removes the others. The caller holds the folder's lock.
 *
 * @param signal aborted: the new generation is not put to use
 * @throws what the file system throws, or the signal's reason; the index in use is then still the old one
 */
export async function writeGeneration(
  directory: string,
  content: GenerationContent,
  signal: AbortSignal,
): Promise<void> {
  const name = `generation-${randomUUID()}`
  const folder = join(directory, name)
  try {
    const hash = await writeFolder(folder, content)
    await syncFolder(directory)
    signal.throwIfAborted()
    await writeFileAtomic(join(directory, POINTER_FILE), `${name} ${hash}\n`)
  } catch (error) {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined)
    throw error
  }
  await syncFolder(directory)
  await removeOthers(directory, name)
}

/** Returns the manifest's hash. */
async function writeFolder(folder: string, { manifest, vectors, graph }: GenerationContent): Promise<string> {
  await mkdir(folder)
  const files = {
    vectors: await writeSynced(join(folder, VECTORS_FILE), toBytes(vectors, manifest.dimensions)),
    graph: graph && (await saveGraph(graph, join(folder, GRAPH_FILE))),
  }
  const text = Buffer.from(`${JSON.stringify({ ...manifest, files } satisfies Manifest)}\n`)
  const written = await writeSynced(join(folder, MANIFEST_FILE), text)
  await syncFolder(folder)
  return written.sha256
}

function toBytes(vectors: readonly Float32Array[], dimensions: number): Buffer {
  const all = new Float32Array(vectors.length * dimensions)
  vectors.forEach((vector, i) => {
    all.set(vector, i * dimensions)
  })
  return Buffer.from(all.buffer)
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<FileRecord> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  return { bytes: bytes.byteLength, sha256: sha256(bytes) }
}

async function saveGraph(graph: HnswIndex, path: string): Promise<FileRecord> {
  await graph.save(path)
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
  const bytes = await readFile(path)
  return { bytes: bytes.byteLength, sha256: sha256(bytes) }
}

/** Makes the names in a folder durable; not every file system can, and none needs it to be consistent. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {
    // Windows refuses to open folders.
  }
}

async function removeOthers(directory: string, current: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const old = (GENERATION.test(name) && name !== current) || LEFTOVER_POINTER.test(name)
    // What cannot be removed now is removed by the next run.
    if (old) await rm(join(directory, name), { recursive: true, force: true }).catch(() => undefined)
  }
}
