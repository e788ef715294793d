import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { GENERATION, type Generation, GRAPH_FILE, MANIFEST_FILE, POINTER_FILE, VECTORS_FILE } from './generation.js'
import { type FileRecord, manifestSchema } from './manifest.js'
import { sha256 } from './sha256.js'

/** The generation in use, `'absent'` where the folder holds no index, `'damaged'` where its files are not what was written. */
export async function readGeneration(directory: string): Promise<Generation | 'absent' | 'damaged'> {
  const pointer = await readPointer(directory)
  if (pointer === null) return 'absent'
  const generation = await readNamed(directory, pointer)
  if (generation !== 'damaged') return generation
  // Another run may have switched and cleaned up in between.
  const now = await readPointer(directory)
  return now === null || now === pointer ? 'damaged' : readNamed(directory, now)
}

async function readPointer(directory: string): Promise<string | null> {
  try {
    return await readFile(join(directory, POINTER_FILE), 'utf8')
  } catch {
    // Missing or unreadable: either way there is nothing to serve.
    return null
  }
}

async function readNamed(directory: string, pointer: string): Promise<Generation | 'damaged'> {
  const [name = '', hash = ''] = pointer.trim().split(' ')
  if (!GENERATION.test(name)) return 'damaged'
  try {
    return await readFolder(join(directory, name), hash)
  } catch {
    // A file that is missing, unreadable or not what was written: the caller builds the index anew and says so.
    return 'damaged'
  }
}

async function readFolder(folder: string, manifestHash: string): Promise<Generation> {
  const text = await readFile(join(folder, MANIFEST_FILE))
  if (sha256(text) !== manifestHash) throw new Error(`${folder}: the manifest is damaged`)
  const manifest = manifestSchema.parse(JSON.parse(text.toString('utf8')))
  const { vectors, graph } = manifest.files
  const bytes = await readChecked(join(folder, VECTORS_FILE), vectors)
  if (graph) await readChecked(join(folder, GRAPH_FILE), graph)
  return {
    manifest,
    vectors: toVectors(bytes, manifest.chunks.length, manifest.dimensions),
    graphFile: graph && join(folder, GRAPH_FILE),
  }
}

async function readChecked(file: string, record: FileRecord): Promise<Buffer> {
  const bytes = await readFile(file)
  if (bytes.byteLength !== record.bytes || sha256(bytes) !== record.sha256) throw new Error(`${file} is damaged`)
  return bytes
}

function toVectors(bytes: Buffer, count: number, dimensions: number): Float32Array[] {
  const all = new Float32Array(new Uint8Array(bytes).buffer)
  if (all.length !== count * dimensions) throw new Error(`${all.length} numbers are not ${count} vectors`)
  return Array.from({ length: count }, (_, i) => all.subarray(i * dimensions, (i + 1) * dimensions))
}
