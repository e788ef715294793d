import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { embeddedModelFolder } from '../../src/embedding/model-folder.js'
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
  it('is downloaded from the host that is set, once, and gives the vectors that its folder gives', async () => {
    const hub = await startHubServer(embeddedModelFolder)
    const options = { model: 'someone/some-model', host: hub.url, cacheDir: scratchFolder() }
    const embedder = await createTransformersEmbedder(options)
    expect(embedder.modelId).toMatch(/^someone\/some-model@[0-9a-f]{12}$/)
    expect(await embedder.embed(['增长'], 'question')).toEqual(
      await (await createTransformersEmbedder()).embed(['增长'], 'question'),
    )
    expect(hub.requests.map(({ path }) => path)).toContain('/someone/some-model/resolve/main/onnx/model_quantized.onnx')
    await hub.close()
    const { modelId, dimensions } = embedder
    expect(await createTransformersEmbedder(options)).toMatchObject({ modelId, dimensions })
  })

  it('that is not the recommended one, byte for byte, gives way to the one that comes along', async () => {
    const { embedder, notices } = await fallBack('Xenova/bge-small-zh-v1.5', embeddedModelFolder)
    expect(embedder.modelId).toMatch(/^qingwen-/)
    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatch(
      /^向量模型 Xenova\/bge-small-zh-v1.5 无法取得\(文件与公布的校验值不符:.+\),改用自带模型。$/,
    )
  })

  it('that cannot be had gives way to the one that comes along, with one notice', async () => {
    const { embedder, notices } = await fallBack('someone/no-model', '/no/such/folder')
    expect(embedder.modelId).toMatch(/^qingwen-/)
    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatch(/^向量模型 someone\/no-model 无法取得\(服务器答复 404:.+\),改用自带模型。$/)
  })

  it('whose hub cannot be reached gives way to the one that comes along, with one notice', async () => {
    const hub = await startHubServer(embeddedModelFolder)
    await hub.close()
    const notices: string[] = []
    const options = { host: hub.url, cacheDir: scratchFolder(), onNotice: (text: string) => notices.push(text) }
    const embedder = await createTransformersEmbedder({ model: 'someone/some-model', ...options })
    expect(embedder.modelId).toMatch(/^qingwen-/)
    expect(notices).toEqual([expect.stringContaining('ECONNREFUSED')])
  })

  it('whose weights are no model gives way to the one that comes along, and is asked for anew the next time', async () => {
    const folder = copyOfModel()
    truncateSync(join(folder, 'onnx/model_quantized.onnx'), 1000)
    const cacheDir = scratchFolder()
    const { embedder, notices } = await fallBack('someone/some-model', folder, cacheDir)
    expect(embedder.modelId).toMatch(/^qingwen-/)
    expect(notices).toHaveLength(1)
    const mended = await fallBack('someone/some-model', embeddedModelFolder, cacheDir)
    expect(mended.embedder.modelId).toMatch(/^someone\/some-model@/)
    expect(mended.notices).toEqual([])
  })

  it('with a name that leads out of its folder is not asked for', async () => {
    const { embedder, notices } = await fallBack('../../etc', embeddedModelFolder)
    expect(embedder.modelId).toMatch(/^qingwen-/)
    expect(notices).toEqual([expect.stringContaining('模型编号不对')])
  })
})

async function fallBack(model: string, served: string, cacheDir = scratchFolder()) {
  const hub = await startHubServer(served)
  onTestFinished(() => hub.close())
  const notices: string[] = []
  const onNotice = (text: string) => notices.push(text)
  const embedder = await createTransformersEmbedder({ model, host: hub.url, cacheDir, onNotice })
  return { embedder, notices }
}

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
