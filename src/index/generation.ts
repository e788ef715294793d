import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import type { HnswIndex } from './hnsw-index.js'
import { type FileRecord, type Manifest, manifestSchema, sha256 } from './manifest.js'

/*
 * An index folder:
 *
 *   current                  one line: the name of the generation in use
 *   generation-…/manifest.json
 *   generation-…/vectors.f32  32-bit floats, little-endian, one row a chunk
 *   generation-…/graph.hnsw   where hnswlib-node was there
 *
 * A generation is written whole and never changed; replacing `current` by a rename switches to it. Whatever moment a run
 * is killed at, `current` names a whole generation.
 */
const POINTER = 'current'
const GENERATION = /^generation-[0-9a-f-]+$/
const LEFTOVER_POINTER = /^current\.\d+$/

/** A generation read and checked. */
export interface Generation {
  manifest: Manifest
  vectors: Float32Array[]
  /** Absolute path of the graph's file; null where there is none. */
  graphFile: string | null
}

/** The generation in use, `'absent'` where the folder holds no index, `'damaged'` where its files are not what was written. */
export async function readGeneration(directory: string): Promise<Generation | 'absent' | 'damaged'> {
  const name = await readPointer(directory)
  if (name === null) return 'absent'
  const generation = await readNamed(directory, name)
  if (generation !== 'damaged') return generation
  // Another run may have switched and cleaned up in between.
  const now = await readPointer(directory)
  return now === null || now === name ? 'damaged' : readNamed(directory, now)
}

async function readPointer(directory: string): Promise<string | null> {
  try {
    return (await readFile(join(directory, POINTER), 'utf8')).trim()
  } catch {
    return null
  }
}

async function readNamed(directory: string, name: string): Promise<Generation | 'damaged'> {
  if (!GENERATION.test(name)) return 'damaged'
  const folder = join(directory, name)
  try {
    const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
    const { vectors, graph } = manifest.files
    const bytes = await readChecked(join(folder, 'vectors.f32'), vectors)
    if (graph) await readChecked(join(folder, 'graph.hnsw'), graph)
    if (bytes.byteLength !== manifest.vectors * manifest.dimensions * 4) return 'damaged'
    return { manifest, vectors: toVectors(bytes, manifest.dimensions), graphFile: graph && join(folder, 'graph.hnsw') }
  } catch {
    return 'damaged'
  }
}

async function readChecked(file: string, record: FileRecord): Promise<Buffer> {
  const bytes = await readFile(file)
  if (bytes.byteLength !== record.bytes || sha256(bytes) !== record.sha256) throw new Error(`${file} is damaged`)
  return bytes
}

function toVectors(bytes: Buffer, dimensions: number): Float32Array[] {
  const all = new Float32Array(new Uint8Array(bytes).buffer)
  return Array.from({ length: all.length / dimensions }, (_, i) => all.subarray(i * dimensions, (i + 1) * dimensions))
}

/** Writes a new generation, puts it to use and removes the others. The caller holds the folder's lock. */
export async function writeGeneration(
  directory: string,
  content: { manifest: Omit<Manifest, 'files' | 'kind'>; vectors: readonly Float32Array[]; graph: HnswIndex | null },
): Promise<void> {
  const name = `generation-${randomUUID()}`
  const folder = join(directory, name)
  await mkdir(folder, { recursive: true })
  const vectors = await writeSynced(join(folder, 'vectors.f32'), toBytes(content.vectors, content.manifest.dimensions))
  const graph = content.graph && (await saveGraph(content.graph, join(folder, 'graph.hnsw')))
  const manifest: Manifest = { ...content.manifest, kind: graph ? 'hnsw' : 'exact', files: { vectors, graph } }
  await writeSynced(join(folder, 'manifest.json'), Buffer.from(`${JSON.stringify(manifest)}\n`))
  await syncFolder(folder)
  await syncFolder(directory)
  await writeFileAtomic(join(directory, POINTER), `${name}\n`)
  await syncFolder(directory)
  await removeOthers(directory, name)
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
    if (old) await rm(join(directory, name), { recursive: true, force: true }).catch(() => undefined)
  }
}
