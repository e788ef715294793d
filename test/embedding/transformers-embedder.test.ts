import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { embeddedModelFolder } from '../../src/embedding/model-source.js'
import { createTransformersEmbedder } from '../../src/embedding/transformers-embedder.js'
import { createFakeEmbedder } from '../fakes/fake-embedder.js'
import { embedderContract } from './embedder-contract.js'
import { startHubServer } from './hub-server.js'

embedderContract('transformers.js with the model that comes along', () => createTransformersEmbedder())
embedderContract('the tests’ own', async () => createFakeEmbedder({ dimensions: 64 }))

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a model folder', () => {
  it('is used without the network', async () => {
    const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('the network was used'))
    const embedder = await createTransformersEmbedder({ path: copyOfModel() })
    expect(await embedder.embed(['增长'], 'question')).toHaveLength(1)
    expect(fetch).not.toHaveBeenCalled()
  })

  it('is told from another by its files, wherever it lies', async () => {
    const [one, other] = [copyOfModel(), copyOfModel()]
    const { modelId, dimensions } = await createTransformersEmbedder({ path: one })
    expect(await createTransformersEmbedder({ path: other })).toMatchObject({ modelId, dimensions })
    const weights = readFileSync(join(other, 'onnx/model_quantized.onnx'))
    weights[weights.length - 1]! ^= 1
    writeFileSync(join(other, 'onnx/model_quantized.onnx'), weights)
    expect((await createTransformersEmbedder({ path: other })).modelId).not.toBe(modelId)
  })

  it('names the model that comes along', async () => {
    expect((await createTransformersEmbedder()).modelId).toMatch(/^qingwen-static-zh-v1@[0-9a-f]{12}$/)
  })

  it('that is none is refused at once, in one sentence', async () => {
    const creating = createTransformersEmbedder({ path: '/no/such/folder' })
    await expect(creating).rejects.toMatchObject({ code: 'EMBEDDING_UNAVAILABLE', model: '/no/such/folder' })
    await expect(creating).rejects.toThrow(/^向量模型 \/no\/such\/folder 无法使用:[^\n]+。$/)
  })

  it('whose weights are damaged is refused when it is first used, and nothing is printed', async () => {
    const printed = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'error'), vi.spyOn(process.stderr, 'write')]
    const folder = copyOfModel()
    truncateSync(join(folder, 'onnx/model_quantized.onnx'), 1000)
    const embedder = await createTransformersEmbedder({ path: folder })
    await expect(embedder.embed(['增长'], 'question')).rejects.toMatchObject({ code: 'EMBEDDING_UNAVAILABLE' })
    for (const print of printed) expect(print).not.toHaveBeenCalled()
  })

  it('whose config.json tells other dimensions is refused', async () => {
    const folder = copyOfModel()
    const config = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8'))
    writeFileSync(join(folder, 'config.json'), JSON.stringify({ ...config, hidden_size: 32 }))
    const embedder = await createTransformersEmbedder({ path: folder })
    await expect(embedder.embed(['增长'], 'question')).rejects.toThrow(/256维.*32维/)
  })
})

describe('a hub model', () => {
  it('is loaded from the host that is set, once, and then from the cache', async () => {
    const hub = await startHubServer(embeddedModelFolder)
    const cacheDir = scratchFolder()
    const options = { model: 'someone/some-model', host: hub.url, cacheDir }
    const embedder = await createTransformersEmbedder(options)
    expect(embedder).toMatchObject({ modelId: 'someone/some-model', dimensions: 256 })
    expect(await embedder.embed(['增长'], 'question')).toEqual(
      await (await createTransformersEmbedder()).embed(['增长'], 'question'),
    )
    expect(hub.requests).toContain('/someone/some-model/resolve/main/onnx/model_quantized.onnx')
    await hub.close()
    expect(await createTransformersEmbedder(options)).toMatchObject({ modelId: 'someone/some-model' })
  })

  it('that cannot be had gives way to the one that comes along, with a notice', async () => {
    const hub = await startHubServer('/no/such/folder')
    onTestFinished(() => hub.close())
    const notices: string[] = []
    const onNotice = (text: string) => notices.push(text)
    const options = { model: 'someone/no-model', host: hub.url, cacheDir: scratchFolder(), onNotice }
    expect((await createTransformersEmbedder(options)).modelId).toMatch(/^qingwen-/)
    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatch(/^向量模型 someone\/no-model 无法取得\(.+\),改用自带模型。$/)
  })
})

function copyOfModel(): string {
  const folder = join(scratchFolder(), 'model')
  cpSync(embeddedModelFolder, folder, { recursive: true })
  return folder
}

function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'qingwen-model-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
