import { appendFileSync, readdirSync, readFileSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../src/index/build-index.js'
import { openEmbeddingCache } from '../../src/index/embedding-cache.js'
import { sha256 } from '../../src/index/sha256.js'
import { createFakeEmbedder } from '../fakes/fake-embedder.js'
import { reportOf, sentencesOf } from './fixture-reports.js'
import { scratchFolder } from './scratch-folder.js'

const lanxi = reportOf('lanxi', { '一、回顾': sentencesOf('兰溪', 40) })
const heyang = reportOf('heyang', { '一、回顾': sentencesOf('河阳', 40) })

describe('an index built again', () => {
  it('embeds nothing where a report changes and changes back', async () => {
    const [directory, embedder] = [scratchFolder(), createFakeEmbedder()]
    const build = (reports: (typeof lanxi)[]) => buildIndex({ directory, reports, embedder })
    const embedded = []
    for (const reports of [[lanxi], [heyang], [lanxi], [heyang, lanxi]]) embedded.push((await build(reports)).embedded)
    expect(embedded).toEqual([40, 40, 0, 0])
    expect(embedder.texts).toHaveLength(80)
  })

  it('embeds nothing where the model changes and changes back', async () => {
    const directory = scratchFolder()
    const build = (modelId: string) =>
      buildIndex({ directory, reports: [lanxi], embedder: createFakeEmbedder({ modelId }) })
    const embedded = []
    for (const model of ['one', 'two', 'one', 'two']) embedded.push((await build(model)).embedded)
    expect(embedded).toEqual([40, 40, 0, 0])
  })

  it('goes on where a run ended', async () => {
    const [directory, embedder] = [scratchFolder(), createFakeEmbedder()]
    const ended = async () => {
      if (embedder.texts.length >= 32) throw new Error('killed')
    }
    const dying = {
      ...embedder,
      embed: (texts: readonly string[]) => ended().then(() => embedder.embed(texts, 'passage')),
    }
    await expect(buildIndex({ directory, reports: [lanxi], embedder: dying })).rejects.toThrow('killed')
    const progress: number[] = []
    const onProgress = ({ done }: { done: number }) => progress.push(done)
    const index = await buildIndex({ directory, reports: [lanxi], embedder, onProgress })
    expect(index).toMatchObject({ embedded: 8, origin: 'built' })
    expect(progress).toEqual([40])
    expect(embedder.texts).toHaveLength(40)
  })

  it.each([
    ['a row was written half', (file: string) => truncateSync(file, statSync(file).size - 20), 1],
    ['something was written behind the rows', (file: string) => appendFileSync(file, 'x'), 0],
    ['a byte has changed', flipByte, 1],
    ['nothing is left', (file: string) => truncateSync(file), 40],
  ])('embeds again what cannot be proven: %s', async (_, damage, embedded) => {
    const [directory, embedder] = [scratchFolder(), createFakeEmbedder()]
    await buildIndex({ directory, reports: [lanxi], embedder })
    await buildIndex({ directory, reports: [], embedder })
    damage(cacheFile(directory))
    const index = await buildIndex({ directory, reports: [lanxi], embedder })
    expect(index.embedded).toBe(embedded)
    for (const position of [0, 20, 39]) {
      const [vector] = await embedder.embed([index.chunks[position]!.text], 'question')
      expect(index.vectors.search(vector!, 1)[0]).toMatchObject({ position, similarity: expect.closeTo(1, 5) })
    }
    await buildIndex({ directory, reports: [], embedder })
    expect(await buildIndex({ directory, reports: [lanxi], embedder })).toMatchObject({ embedded: 0 })
  })
})

describe('the cache', () => {
  const model = { modelId: 'model', dimensions: 2 }
  const rows = (from: number, to: number) =>
    new Map(Array.from({ length: to - from }, (_, i) => [hashOf(from + i), Float32Array.of(from + i, 1)]))

  it('keeps the newest vectors, and as many as two states of the corpus have', async () => {
    const directory = scratchFolder()
    const cache = await openEmbeddingCache(directory, model, 0)
    await cache.add(rows(0, 6000))
    expect((await openEmbeddingCache(directory, model, 3000)).vectors.size).toBe(6000)
    const { vectors } = await openEmbeddingCache(directory, model, 10)
    expect(vectors.size).toBe(4096)
    expect(vectors.get(hashOf(5999))).toEqual(Float32Array.of(5999, 1))
    expect(vectors.has(hashOf(1903))).toBe(false)
  })

  it('keeps four models', async () => {
    const directory = scratchFolder()
    for (const modelId of ['1', '2', '3', '4', '5', '6']) {
      const cache = await openEmbeddingCache(directory, { ...model, modelId }, 1)
      await cache.add(rows(0, 1))
      for (const name of readdirSync(join(directory, 'embedded'))) age(join(directory, 'embedded', name))
    }
    expect(readdirSync(join(directory, 'embedded'))).toHaveLength(4)
    expect((await openEmbeddingCache(directory, { ...model, modelId: '6' }, 1)).vectors.size).toBe(1)
    expect((await openEmbeddingCache(directory, { ...model, modelId: '1' }, 1)).vectors.size).toBe(0)
  })
})

function hashOf(text: number): string {
  return sha256(String(text)).slice(0, 32)
}

function cacheFile(directory: string): string {
  const [name] = readdirSync(join(directory, 'embedded'))
  return join(directory, 'embedded', name!)
}

function flipByte(file: string): void {
  const bytes = readFileSync(file)
  bytes[100]! ^= 1
  writeFileSync(file, bytes)
}

/** Lets a second pass for a file. */
function age(file: string): void {
  const at = statSync(file).mtimeMs / 1000 - 1
  utimesSync(file, at, at)
}
