import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type DownloadProgress, fetchHubModel, type HubModelOptions } from '../../src/embedding/hub-model.js'
import type { FilePin } from '../../src/embedding/model-facts.js'
import { embeddedModelFolder, MODEL_FILES } from '../../src/embedding/model-folder.js'
import { type HubOptions, startHubServer } from './hub-server.js'

const WEIGHTS = 'onnx/model_quantized.onnx'
const original = readFileSync(join(embeddedModelFolder, WEIGHTS))
const HALF = Math.floor(original.length / 2)

describe('fetchHubModel', () => {
  it('brings every file of the model, byte for byte, and leaves nothing else', async () => {
    const { fetch, cacheDir } = await setUp()
    const folder = await fetch()
    expect(folder).toBe(join(cacheDir, 'someone/some-model'))
    for (const file of MODEL_FILES)
      expect(readFileSync(join(folder, file)).equals(readFileSync(join(embeddedModelFolder, file)))).toBe(true)
    expect(existsSync(`${folder}.partial`)).toBe(false)
  })

  it('asks nothing of the hub where the model is there', async () => {
    const { fetch, requests } = await setUp()
    const folder = await fetch()
    const before = requests.length
    expect(await fetch()).toBe(folder)
    expect(requests).toHaveLength(before)
  })

  it('asks for the revision that is named, and keeps it beside the others', async () => {
    const { fetch, requests } = await setUp()
    const folder = await fetch({ model: 'someone/some-model@v2' })
    expect(requests.every(({ path }) => path.startsWith('/someone/some-model/resolve/v2/'))).toBe(true)
    expect(await fetch()).not.toBe(folder)
  })

  it('tells how far it is, in steps, up to the end', async () => {
    const told: DownloadProgress[] = []
    const { fetch } = await setUp()
    await fetch({ onProgress: (progress) => told.push(progress) })
    const weights = told.filter(({ file }) => file === WEIGHTS)
    expect(weights.at(-1)).toEqual({ file: WEIGHTS, received: original.length, total: original.length })
    expect(weights.length).toBeLessThanOrEqual(11)
    expect(weights.length).toBeGreaterThan(5)
  })

  it('waits for a slow hub as long as bytes come', async () => {
    const { fetch } = await setUp({ fault: () => ({ kind: 'slow', pauseMs: 60 }) })
    expect(existsSync(await fetch({ idleMs: 2000 }))).toBe(true)
  })

  it('goes on where a connection broke', async () => {
    const { fetch, rangesOf } = await setUp({ fault: onFirst({ kind: 'cut', after: HALF }) })
    expectWhole(await fetch())
    const [first, second, ...more] = rangesOf(WEIGHTS)
    expect([first, more]).toEqual([null, []])
    expect(bytesBefore(second)).toBeGreaterThan(0)
  })

  it('goes on where a hub fell silent', async () => {
    const { fetch, rangesOf } = await setUp({ fault: onFirst({ kind: 'hang', after: HALF }) })
    expectWhole(await fetch({ idleMs: 500 }))
    expect(bytesBefore(rangesOf(WEIGHTS)[1])).toBe(HALF)
  })

  it('begins anew where the hub gives no rest of a file', async () => {
    const fault = onFirst({ kind: 'cut', after: HALF })
    const { fetch } = await setUp({ fault, withRanges: false })
    expectWhole(await fetch())
  })

  it('leaves what has come to the next run, which goes on with it', async () => {
    const broken = await setUp({ fault: (file) => (file === WEIGHTS ? { kind: 'hang', after: 1000 } : undefined) })
    await expect(broken.fetch({ idleMs: 300 })).rejects.toMatchObject({ code: 'DOWNLOAD_FAILED', isPassing: true })
    expect(existsSync(join(broken.cacheDir, 'someone/some-model'))).toBe(false)
    const mended = await setUp({}, broken.cacheDir)
    expectWhole(await mended.fetch())
    expect(mended.requests.map(({ path }) => path)).toEqual([`/someone/some-model/resolve/main/${WEIGHTS}`])
    expect(bytesBefore(mended.rangesOf(WEIGHTS)[0])).toBeGreaterThan(0)
  })

  it('begins anew where what has come is of another version of the file', async () => {
    const { fetch, cacheDir } = await setUp()
    putPart(cacheDir, Buffer.alloc(5000), '"another"')
    expectWhole(await fetch())
  })

  it('takes a part for none where nobody knows of which version it is', async () => {
    const { fetch, cacheDir, rangesOf } = await setUp()
    putPart(cacheDir, Buffer.alloc(5000), '')
    expectWhole(await fetch())
    expect(rangesOf(WEIGHTS)).toEqual([null])
  })

  it('asks again where the hub is busy, and not where it lacks the file', async () => {
    const busy = await setUp({ fault: onFirst({ kind: 'status', status: 503 }) })
    expectWhole(await busy.fetch())
    const lacking = await setUp({ fault: () => ({ kind: 'status', status: 404 }) })
    await expect(lacking.fetch()).rejects.toThrow(/404/)
    expect(lacking.requests).toHaveLength(1)
  })

  it('puts a model to use only after it was proven', async () => {
    const { fetch, cacheDir } = await setUp()
    const proven: string[] = []
    const prove = async (folder: string) => {
      proven.push(folder)
      throw new Error('not this one')
    }
    await expect(fetch({ prove })).rejects.toThrow('not this one')
    expect(proven).toEqual([join(cacheDir, 'someone/some-model.partial')])
    expect(existsSync(join(cacheDir, 'someone/some-model'))).toBe(false)
  })

  it('lets the second of two runs wait and find the work done', async () => {
    const { fetch, requests } = await setUp()
    let waits = 0
    const run = () => fetch({ onWait: () => waits++ })
    const [one, other] = await Promise.all([run(), run()])
    expect(one).toBe(other)
    expect([requests.length, waits]).toEqual([MODEL_FILES.length, 1])
  })
})

describe('a checksum known beforehand', () => {
  const sha256 = createHash('sha256').update(original).digest('hex')

  it('lets the right file pass', async () => {
    const { fetch } = await setUp()
    expectWhole(await fetch({ pins: { [WEIGHTS]: { bytes: original.length, sha256 } } }))
  })

  it('keeps a damaged file out, and nothing of it stays', async () => {
    const { fetch, cacheDir } = await setUp({ fault: (file) => (file === WEIGHTS ? { kind: 'damaged' } : undefined) })
    await expect(fetch({ pins: { [WEIGHTS]: { sha256 } } })).rejects.toThrow(/校验值不符/)
    expect(existsSync(join(cacheDir, `someone/some-model.partial/${WEIGHTS}.part`))).toBe(false)
  })

  it('keeps a file of another length out before it is downloaded', async () => {
    const { fetch } = await setUp()
    const received: DownloadProgress[] = []
    const pins: Record<string, FilePin> = { [WEIGHTS]: { bytes: 24_010_842, sha256 } }
    await expect(fetch({ pins, onProgress: (progress) => received.push(progress) })).rejects.toThrow(/校验值不符/)
    expect(received.filter(({ file }) => file === WEIGHTS)).toEqual([])
  })

  it('finds a truncated file out, whatever length the hub tells', async () => {
    const { fetch } = await setUp({
      fault: (file) => (file === WEIGHTS ? { kind: 'truncated', after: HALF } : undefined),
    })
    await expect(fetch({ pins: { [WEIGHTS]: { sha256 } } })).rejects.toThrow(/校验值不符/)
  })

  it('makes a wrong part be thrown away and the file be fetched whole', async () => {
    const { fetch, cacheDir, rangesOf } = await setUp()
    putPart(cacheDir, Buffer.alloc(5000), '')
    expectWhole(await fetch({ pins: { [WEIGHTS]: { sha256 } } }))
    expect(rangesOf(WEIGHTS)).toEqual(['bytes=5000-', null])
  })

  it('makes a part that is longer than the file be thrown away, too', async () => {
    const { fetch, cacheDir, rangesOf } = await setUp()
    putPart(cacheDir, Buffer.alloc(original.length + 1), '')
    expectWhole(await fetch({ pins: { [WEIGHTS]: { sha256 } } }))
    expect(rangesOf(WEIGHTS)).toEqual([`bytes=${original.length + 1}-`, null])
  })
})

async function setUp(options: HubOptions = {}, cacheDir = scratchFolder()) {
  const hub = await startHubServer(embeddedModelFolder, options)
  onTestFinished(() => hub.close())
  const { requests } = hub
  const defaults = { model: 'someone/some-model', host: hub.url, cacheDir, prove: async () => {} }
  return {
    cacheDir,
    requests,
    rangesOf: (file: string) => requests.filter(({ path }) => path.endsWith(file)).map(({ range }) => range),
    fetch: (more: Partial<HubModelOptions> = {}) => fetchHubModel({ ...defaults, ...more }),
  }
}

/** Of the weights the first answer has the fault. */
function onFirst(fault: ReturnType<NonNullable<HubOptions['fault']>>): HubOptions['fault'] {
  return (file, visit) => (file === WEIGHTS && visit === 0 ? fault : undefined)
}

function expectWhole(folder: string): void {
  expect(readFileSync(join(folder, WEIGHTS)).equals(original)).toBe(true)
}

function bytesBefore(range: string | null | undefined): number {
  return Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0)
}

function putPart(cacheDir: string, bytes: Buffer, etag: string): void {
  const file = join(cacheDir, 'someone/some-model.partial', WEIGHTS)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.part`, bytes)
  writeFileSync(`${file}.part.etag`, etag)
}

function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'qingwen-hub-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
