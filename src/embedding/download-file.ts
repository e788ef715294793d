import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout } from 'node:timers/promises'
import { messages } from '../messages.js'
import { DownloadError } from './download-error.js'
import type { FilePin } from './model-facts.js'
import { completePart, nameVersion, type Part, partOf, readPart, removePart, sha256OfPart } from './part-file.js'

export interface Download {
  url: string
  /** Where the whole file comes to lie. */
  file: string
  /** What the file has to be; it is not taken where it is something else. */
  pin?: FilePin | undefined
  /** Bytes that are there, and all of them where the server tells. */
  onProgress?: ((received: number, total: number | null) => void) | undefined
  /** Without a byte for so long the connection counts as broken. */
  idleMs: number
}

const words = messages.embedding.download
const ATTEMPTS = 3
const PAUSE_MS = 300

/**
 * Downloads a file. A connection that breaks is taken up again where it broke, a few times; what has come stays for
 * the next run.
 *
 * @throws {DownloadError}
 */
export async function downloadFile(download: Download): Promise<void> {
  await mkdir(dirname(download.file), { recursive: true })
  for (let attempt = 1; ; attempt++) {
    try {
      await fetchRest(download)
      return await completePart(download.file)
    } catch (error) {
      if (!(error instanceof DownloadError) || !error.isPassing || attempt === ATTEMPTS) throw error
      await setTimeout(PAUSE_MS * attempt)
    }
  }
}

async function fetchRest(download: Download): Promise<void> {
  const { url, file, pin } = download
  const part = await readPart(file, pin)
  const guard = createIdleGuard(download)
  try {
    const response = await fetch(url, { headers: headersFor(part), signal: guard.signal })
    await assertUsable(response, download, part)
    await nameVersion(file, response.headers.get('etag'))
    const from = isRest(response, part) ? part.bytes : 0
    const total = totalOf(response, from)
    if (pin?.bytes !== undefined && total !== null && total !== pin.bytes) throw await wrongFile(download, from)
    const count = countBytes(from, guard.refresh, download, total)
    const output = createWriteStream(partOf(file), { flags: from > 0 ? 'a' : 'w', flush: true })
    const received = await pipeline(Readable.fromWeb(response.body!), count, output).then(() => count.received())
    if (total !== null && received < total) throw new DownloadError(url, words.cut(received, total, url), true)
    if (pin && (await sha256OfPart(file)) !== pin.sha256) throw await wrongFile(download, from)
  } catch (cause) {
    throw asDownloadError(download, guard.signal.aborted ? guard.signal.reason : cause)
  } finally {
    guard.stop()
  }
}

/** Packed on the way, a file would have neither its own length nor a place to go on from. */
function headersFor({ bytes, etag }: Part): Record<string, string> {
  return {
    'accept-encoding': 'identity',
    ...(bytes > 0 && { range: `bytes=${bytes}-` }),
    ...(bytes > 0 && etag !== null && { 'if-range': etag }),
  }
}

async function assertUsable(response: Response, { url, file }: Download, { bytes }: Part): Promise<void> {
  const { status } = response
  if (response.ok && response.body) return
  await response.body?.cancel()
  // There is nothing behind the part: it is no beginning of what the server has now.
  const isBeyond = status === 416 && bytes > 0
  if (isBeyond) await removePart(file)
  throw new DownloadError(url, words.status(status, url), isBeyond || status === 429 || status >= 500)
}

function isRest({ status, headers }: Response, { bytes }: Part): boolean {
  return status === 206 && (headers.get('content-range') ?? '').startsWith(`bytes ${bytes}-`)
}

function totalOf({ headers }: Response, from: number): number | null {
  const length = headers.get('content-length')
  return length === null ? null : from + Number(length)
}

/** What was gone on from may have been of an older file: without it, another attempt is worth its while. */
async function wrongFile({ url, file }: Download, from: number): Promise<DownloadError> {
  await removePart(file)
  return new DownloadError(url, words.checksum(url), from > 0)
}

function countBytes(from: number, refresh: () => void, { onProgress }: Download, total: number | null) {
  let received = from
  async function* count(source: AsyncIterable<Uint8Array>) {
    for await (const bytes of source) {
      refresh()
      received += bytes.byteLength
      onProgress?.(received, total)
      yield bytes
    }
  }
  return Object.assign(count, { received: () => received })
}

function createIdleGuard({ url, idleMs }: Download) {
  const controller = new AbortController()
  const stalled = () => controller.abort(new DownloadError(url, words.stalled(idleMs / 1000, url), true))
  const timer = globalThis.setTimeout(stalled, idleMs)
  return { signal: controller.signal, refresh: () => timer.refresh(), stop: () => clearTimeout(timer) }
}

/** Faults of the disk, and hubs that cannot be reached at all: asking again at once does not help. */
const ON_DISK = /^(?:ENOSPC|EACCES|EROFS|EDQUOT|EPERM)$/
const OUT_OF_REACH = /^(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_.+)$/

function asDownloadError({ url, file }: Download, cause: unknown): DownloadError {
  if (cause instanceof DownloadError) return cause
  const errors = [cause, cause instanceof Error ? cause.cause : undefined] as (NodeJS.ErrnoException | undefined)[]
  const code = errors.find((error) => typeof error?.code === 'string')?.code ?? 'ECONNRESET'
  if (ON_DISK.test(code)) return new DownloadError(url, words.unwritable(code, file), false, { cause })
  return new DownloadError(url, words.broken(code, url), !OUT_OF_REACH.test(code), { cause })
}
