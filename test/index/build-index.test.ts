import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../src/index/build-index.js'
import type { IndexProgress } from '../../src/index/embed-chunks.js'
import { IndexError } from '../../src/index/index-error.js'
import { openIndex } from '../../src/index/open-index.js'
import { messages } from '../../src/messages.js'
import { createFakeEmbedder } from '../fakes/fake-embedder.js'
import { reportOf, sentencesOf } from './fixture-reports.js'
import { scratchFolder } from './scratch-folder.js'

const lanxi = reportOf('lanxi', { '一、回顾': sentencesOf('兰溪', 40) })
const heyang = reportOf('heyang', { '一、回顾': sentencesOf('河阳', 5) })

describe('buildIndex', () => {
  it('finds a chunk by its own text', async () => {
    const embedder = createFakeEmbedder()
    const index = await buildIndex({ directory: scratchFolder(), reports: [lanxi, heyang], embedder })
    expect(index).toMatchObject({ embedded: 45, origin: 'built' })
    const [vector] = await embedder.embed([index.chunks[42]!.text], 'question')
    expect(index.vectors.search(vector!, 1)[0]?.position).toBe(42)
  })

  it('embeds only what changed', async () => {
    const [directory, embedder] = [scratchFolder(), createFakeEmbedder()]
    await buildIndex({ directory, reports: [lanxi], embedder })
    expect(await buildIndex({ directory, reports: [heyang, lanxi], embedder })).toMatchObject({ embedded: 5 })
    const sentences = [...sentencesOf('河阳', 5), '新增一句。']
    const changed = reportOf('heyang', { '一、回顾': sentences })
    expect(await buildIndex({ directory, reports: [changed, lanxi], embedder })).toMatchObject({ embedded: 1 })
    expect(embedder.texts).toHaveLength(40 + 5 + 1)
  })

  it('writes nothing where nothing changed, and everything by force', async () => {
    const [directory, embedder] = [scratchFolder(), createFakeEmbedder()]
    await buildIndex({ directory, reports: [lanxi], embedder })
    const before = readdirSync(directory)
    expect(await buildIndex({ directory, reports: [lanxi], embedder })).toMatchObject({ embedded: 0, origin: 'opened' })
    expect(readdirSync(directory)).toEqual(before)
    const forced = await buildIndex({ directory, reports: [lanxi], embedder, force: true })
    expect(forced).toMatchObject({ embedded: 40, origin: 'built' })
    expect(readdirSync(directory)).not.toEqual(before)
  })

  it('keeps one generation only', async () => {
    const [directory, embedder] = [scratchFolder(), createFakeEmbedder()]
    for (const reports of [[lanxi], [heyang], [lanxi, heyang]]) await buildIndex({ directory, reports, embedder })
    expect(readdirSync(directory).filter((name) => name.startsWith('generation-'))).toHaveLength(1)
  })

  it('embeds everything again for another model', async () => {
    const directory = scratchFolder()
    await buildIndex({ directory, reports: [heyang], embedder: createFakeEmbedder({ modelId: 'one' }) })
    const other = createFakeEmbedder({ modelId: 'two' })
    expect(await buildIndex({ directory, reports: [heyang], embedder: other })).toMatchObject({ embedded: 5 })
  })

  it.each([
    ['another revision of the model', { modelId: 'model@1' }, { modelId: 'model@2' }],
    ['the same model with other dimensions', { dimensions: 16 }, { dimensions: 24 }],
  ])('embeds everything again for %s, and nothing the second time', async (_, before, after) => {
    const directory = scratchFolder()
    await buildIndex({ directory, reports: [heyang], embedder: createFakeEmbedder(before) })
    const embedder = createFakeEmbedder(after)
    expect(await buildIndex({ directory, reports: [heyang], embedder })).toMatchObject({ embedded: 5, origin: 'built' })
    expect(await buildIndex({ directory, reports: [heyang], embedder })).toMatchObject({ embedded: 0 })
    expect(embedder.texts).toHaveLength(5)
  })

  it('tells how far it is, up to the end', async () => {
    const calls: IndexProgress[] = []
    const onProgress = (progress: IndexProgress) => calls.push(progress)
    await buildIndex({
      directory: scratchFolder(),
      reports: [lanxi, heyang],
      embedder: createFakeEmbedder(),
      onProgress,
    })
    expect(calls.map(({ done }) => done)).toEqual([32, 45])
    expect(calls.at(-1)).toEqual({ done: 45, total: 45, report: 'heyang' })
  })

  it('takes a corpus without a sentence', async () => {
    const index = await buildIndex({ directory: scratchFolder(), reports: [], embedder: createFakeEmbedder() })
    expect(index.chunks).toEqual([])
    expect(index.vectors.search(new Float32Array(16), 3)).toEqual([])
  })
})

describe('two runs at once', () => {
  it('lets the second wait, say so, and find the work done', async () => {
    const [directory, embedder] = [scratchFolder(), createFakeEmbedder()]
    const notices: string[] = []
    const run = () => buildIndex({ directory, reports: [lanxi], embedder, onNotice: (text) => notices.push(text) })
    const origins = (await Promise.all([run(), run()])).map(({ origin }) => origin)
    expect(origins.sort()).toEqual(['built', 'opened'])
    expect(notices).toEqual([messages.index.waiting])
    expect(embedder.texts).toHaveLength(40)
  })

  it('gives up with one sentence where the first takes too long', async () => {
    const directory = scratchFolder()
    mkdirSync(join(directory, 'lock'))
    const error = await fault(buildIndex({ directory, reports: [heyang], embedder: createFakeEmbedder(), waitMs: 0 }))
    expect(error).toMatchObject({ code: 'INDEX_BUSY', directory })
    expect(error.message).toMatch(/^另一个任务正在更新索引 [^。]+。$/)
  })

  it('takes over the lock of a run that died', async () => {
    const directory = scratchFolder()
    mkdirSync(join(directory, 'lock'))
    const longAgo = Date.now() / 1000 - 3600
    utimesSync(join(directory, 'lock'), longAgo, longAgo)
    await buildIndex({ directory, reports: [heyang], embedder: createFakeEmbedder(), waitMs: 0 })
    expect(existsSync(join(directory, 'lock'))).toBe(false)
  })
})

describe('a folder that cannot be written', () => {
  const unwritable = () => {
    const file = join(scratchFolder(), 'file')
    writeFileSync(file, '')
    return join(file, 'index')
  }

  it('fails with one sentence that names it', async () => {
    const directory = unwritable()
    const error = await fault(buildIndex({ directory, reports: [heyang], embedder: createFakeEmbedder() }))
    expect(error).toMatchObject({ code: 'INDEX_UNWRITABLE', directory })
    expect(error.message).toMatch(/^索引文件夹 [^\n。]+无法写入[^\n。]+。$/)
  })

  // Where folders cannot be made although the path is free, Node's recursive mkdir never comes back.
  it.runIf(process.platform === 'linux')('fails in a place that has no room for folders', async () => {
    const directory = '/proc/qingwen/index'
    const error = await fault(buildIndex({ directory, reports: [heyang], embedder: createFakeEmbedder() }))
    expect(error).toMatchObject({ code: 'INDEX_UNWRITABLE', directory })
  })

  it('is done without by opening, with a notice', async () => {
    const notices: string[] = []
    const index = await openIndex({
      directory: unwritable(),
      reports: [heyang],
      embedder: createFakeEmbedder(),
      whenUnwritable: 'memory',
      onNotice: (text) => notices.push(text),
    })
    expect(index).toMatchObject({ origin: 'memory', embedded: 5 })
    expect(notices.at(-1)).toMatch(/无法写入.*本次改用内存中的索引/)
  })

  it('fails on opening, too, unless told otherwise', async () => {
    const opening = openIndex({ directory: unwritable(), reports: [heyang], embedder: createFakeEmbedder() })
    expect(await fault(opening)).toMatchObject({ code: 'INDEX_UNWRITABLE' })
  })

  it('keeps the fault of a broken model apart', async () => {
    const embedder = { ...createFakeEmbedder(), embed: () => Promise.reject(new Error('no model')) }
    const opening = openIndex({ directory: scratchFolder(), reports: [heyang], embedder, whenUnwritable: 'memory' })
    await expect(opening).rejects.toThrow('no model')
  })
})

async function fault(work: Promise<unknown>): Promise<IndexError> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(IndexError)
  return error as IndexError
}
