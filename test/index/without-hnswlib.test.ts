import { describe, expect, it, vi } from 'vitest'
import { buildIndex } from '../../src/index/build-index.js'
import { openIndex } from '../../src/index/open-index.js'
import { messages } from '../../src/messages.js'
import { createFakeEmbedder } from '../fakes/fake-embedder.js'
import { reportOf, sentencesOf } from './fixture-reports.js'
import { scratchFolder } from './scratch-folder.js'

const library = vi.hoisted(() => ({ isBroken: true }))

vi.mock('hnswlib-node', async (importOriginal) => {
  if (library.isBroken) throw new Error('Could not locate the bindings file.')
  return importOriginal()
})

const reports = [reportOf('lanxi', { '一、回顾': sentencesOf('兰溪', 6) })]

describe('where hnswlib-node cannot be loaded', () => {
  it('builds and opens with exact search, and says so each time', async () => {
    const directory = scratchFolder()
    for (const work of [buildIndex, openIndex]) {
      const notices: string[] = []
      const onNotice = (text: string) => notices.push(text)
      const index = await work({ directory, reports, embedder: createFakeEmbedder(), onNotice })
      expect(index.vectors.kind).toBe('exact')
      expect(notices).toEqual([messages.index.exact])
    }
  })

  it('gets its graph, without embedding again, where hnswlib-node works later', async ({ skip }) => {
    const directory = scratchFolder()
    await buildIndex({ directory, reports, embedder: createFakeEmbedder() })
    library.isBroken = false
    vi.resetModules()
    if (!(await (await import('../../src/index/hnsw-index.js')).hnswIsAvailable()))
      skip('hnswlib-node is not built here')
    const { openIndex: openAgain } = await import('../../src/index/open-index.js')
    const notices: string[] = []
    const onNotice = (text: string) => notices.push(text)
    const index = await openAgain({ directory, reports, embedder: createFakeEmbedder(), onNotice })
    expect(index).toMatchObject({ embedded: 0, origin: 'built', vectors: { kind: 'hnsw' } })
    expect(notices).toEqual([messages.index.rebuilding.graph])
  })
})
