import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { Embedder } from '../../src/embedding/embedder.js'
import { buildIndex } from '../../src/index/build-index.js'
import { openIndex } from '../../src/index/open-index.js'
import { planIndex } from '../../src/index/plan-index.js'
import type { Index } from '../../src/index/read-index.js'
import { writeGeneration } from '../../src/index/write-generation.js'
import { messages } from '../../src/messages.js'
import type { Report } from '../../src/report/report.js'
import { createFakeEmbedder } from '../fakes/fake-embedder.js'
import { reportOf, sentencesOf } from './fixture-reports.js'
import { scratchFolder } from './scratch-folder.js'

const reports = [reportOf('lanxi', { '一、回顾': sentencesOf('兰溪', 12) })]
const { building, rebuilding } = messages.index

describe('openIndex', () => {
  it('serves what was built, without the model', async () => {
    const directory = scratchFolder()
    await buildIndex({ directory, reports, embedder: createFakeEmbedder() })
    const { index, notices, embedded } = await open(directory)
    expect({ origin: index.origin, notices, embedded }).toEqual({ origin: 'opened', notices: [], embedded: 0 })
    await expectWhole(index)
  })

  it('builds a missing index and says so', async () => {
    const { index, notices } = await open(join(scratchFolder(), 'not', 'yet'))
    expect(notices).toEqual([building])
    await expectWhole(index)
  })

  it('never serves another corpus', async () => {
    const directory = scratchFolder()
    const others = [reportOf('heyang', { '一、回顾': sentencesOf('河阳', 12) })]
    await buildIndex({ directory, reports: others, embedder: createFakeEmbedder() })
    const { index, notices } = await open(directory)
    expect(notices).toEqual([rebuilding.reports])
    await expectWhole(index)
  })

  it('never serves another model, nor one of other dimensions', async () => {
    const directory = scratchFolder()
    for (const other of [createFakeEmbedder({ modelId: 'other' }), createFakeEmbedder({ dimensions: 8 })]) {
      await buildIndex({ directory, reports, embedder: other })
      const { index, notices } = await open(directory)
      expect(notices).toEqual([rebuilding.model])
      await expectWhole(index)
    }
  })

  it('never serves reports that are cut otherwise', async () => {
    const directory = scratchFolder()
    const [report] = structuredClone(reports)
    report!.sections[0]!.path = ['一、展望']
    await buildIndex({ directory, reports: [report!], embedder: createFakeEmbedder() })
    const { index, notices } = await open(directory)
    expect(notices).toEqual([rebuilding.chunks])
    await expectWhole(index)
  })
})

describe('a damaged index', () => {
  const damages: Record<string, (file: string) => void> = {
    'cut in half': (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
    emptied: (file) => truncateSync(file, 0),
    removed: (file) => rmSync(file),
    'overwritten with text': (file) => writeFileSync(file, '{"format":1}'),
    'grown by a byte': (file) => writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('0')])),
    'filled with zeros': (file) => writeFileSync(file, Buffer.alloc(statSync(file).size)),
  }
  const names = ['current', 'manifest.json', 'vectors.f32', 'graph.hnsw']
  const cases = names.flatMap((name) => Object.keys(damages).map((damage) => ({ name, damage })))

  it.each(cases)('is rebuilt where $name is $damage', async ({ name, damage }) => {
    const directory = await whole()
    const file = filesOf(directory).find((path) => path.endsWith(name))
    if (!file) return // Without hnswlib-node there is no graph to damage.
    damages[damage]!(file)
    const { index, notices } = await open(directory)
    expect(notices).toEqual([damage === 'removed' && name === 'current' ? building : rebuilding.damaged])
    await expectWhole(index)
    expect((await open(directory)).notices).toEqual([])
  })

  it('is never served, whatever byte is flipped', async () => {
    const original = await whole()
    const files = filesOf(original).filter((file) => !file.includes('embedded'))
    const copy = join(scratchFolder(), 'copy')
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files.map((file) => file.slice(original.length))),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (file, at, change) => {
          rmSync(copy, { recursive: true, force: true })
          cpSync(original, copy, { recursive: true })
          const bytes = readFileSync(copy + file)
          bytes[at % bytes.length]! ^= change
          writeFileSync(copy + file, bytes)
          const { index, notices } = await open(copy)
          if (!(file === '/current' && at % bytes.length === bytes.length - 1))
            expect(notices).toEqual([rebuilding.damaged])
          await expectWhole(index)
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('writeGeneration', () => {
  it('leaves the old index where the lock was lost', async () => {
    const directory = await whole()
    const before = filesOf(directory)
    const plan = planIndex([])
    const manifest = { format: 1, model: 'fake', dimensions: 16, reports: plan.reports, chunks: plan.hashes } as const
    const lost = AbortSignal.abort(new Error('lost'))
    await expect(writeGeneration(directory, { manifest, vectors: [], graph: null }, lost)).rejects.toThrow('lost')
    expect(filesOf(directory)).toEqual(before)
    expect((await open(directory)).notices).toEqual([])
  })
})

let built: Promise<string> | undefined

/** A copy of an index that was built once: building waits for the disk. */
async function whole(): Promise<string> {
  built ??= build()
  const directory = scratchFolder()
  cpSync(await built, directory, { recursive: true })
  return directory
}

async function build(): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'qingwen-index-'))
  await buildIndex({ directory, reports, embedder: createFakeEmbedder() })
  return directory
}

afterAll(async () => rmSync((await built) ?? '', { recursive: true, force: true }))

async function open(directory: string, of: readonly Report[] = reports) {
  const notices: string[] = []
  const embedder = createFakeEmbedder()
  const index = await openIndex({ directory, reports: of, embedder, onNotice: (text) => notices.push(text) })
  return { index, notices, embedded: embedder.texts.length }
}

/** Holds an index against exact vectors of the reports' chunks. */
async function expectWhole(index: Index): Promise<void> {
  const embedder: Embedder = createFakeEmbedder()
  const { chunks } = planIndex(reports)
  expect(index.chunks).toEqual(chunks)
  const vectors = await embedder.embed(
    chunks.map(({ text }) => text),
    'passage',
  )
  vectors.forEach((vector, position) => {
    expect(index.vectors.search(vector, 1)[0]?.position).toBe(position)
  })
}

function filesOf(directory: string): string[] {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
