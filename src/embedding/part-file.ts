import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { FilePin } from './model-facts.js'

/*
 * While a file is downloaded, FILE.part holds what has come of it and FILE.part.etag the server's name for the version
 * that this is a part of.
 */

/** What there is of a file, and of which version, where that is known for sure. */
export interface Part {
  bytes: number
  etag: string | null
}

export const partOf = (file: string): string => `${file}.part`
const tagOf = (file: string): string => `${file}.part.etag`

/** The part that can be gone on from: its version is known, or the whole will be checked; empty otherwise. */
export async function readPart(file: string, pin: FilePin | undefined): Promise<Part> {
  const [bytes, tag] = await Promise.all([
    stat(partOf(file)).then(
      ({ size }) => size,
      () => 0,
    ),
    readFile(tagOf(file), 'utf8').catch(() => ''),
  ])
  // A weak one (W/"…") names what reads alike, not what is the same byte for byte.
  const etag = tag.startsWith('"') ? tag : null
  return etag !== null || pin ? { bytes, etag } : { bytes: 0, etag }
}

export async function nameVersion(file: string, etag: string | null): Promise<void> {
  await writeFile(tagOf(file), etag ?? '')
}

export async function removePart(file: string): Promise<void> {
  await Promise.all([rm(partOf(file), { force: true }), rm(tagOf(file), { force: true })])
}

/** The part is the whole. */
export async function completePart(file: string): Promise<void> {
  await rename(partOf(file), file)
  await removePart(file)
}

export async function sha256OfPart(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(partOf(file)), hash)
  return hash.digest('hex')
}
