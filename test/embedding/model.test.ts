import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { writeUntrained } from '../../embeddings/training/untrained.js'
import type { Embedder } from '../../src/embedding/embedder.js'
import { embeddedModelFolder } from '../../src/embedding/model-folder.js'
import { createTransformersEmbedder } from '../../src/embedding/transformers-embedder.js'

const storedSchema = z.array(z.object({ text: z.string(), begins: z.array(z.number()).length(8) }))
const stored = storedSchema.parse(JSON.parse(readFileSync(new URL('model-vectors.json', import.meta.url), 'utf8')))

/** A citizen's words, the report's words for it, and words that have nothing to do with it. No two share a character. */
const meanings: [said: string, official: string, other: string][] = [
  ['医生看病', '公立诊疗机构', '高速公路通车里程'],
  ['没有工作', '城镇登记失业率', '森林覆盖面积'],
  ['爷爷奶奶', '养老服务', '跨境电商'],
  ['种地', '农业', '旅游景区'],
  ['堵车', '交通拥堵治理', '义务教育'],
]

describe('the embedding model that ships', () => {
  const control = mkdtempSync(join(tmpdir(), 'qingwen-control-'))
  let model: Embedder
  let untrained: Embedder

  beforeAll(async () => {
    writeUntrained(control)
    model = await createTransformersEmbedder()
    untrained = await createTransformersEmbedder({ path: control })
  })
  afterAll(() => rmSync(control, { recursive: true, force: true }))

  it('gives the vectors that were stored when it was trained', async () => {
    const vectors = await model.embed(
      stored.map(({ text }) => text),
      'passage',
    )
    for (const [i, { text, begins }] of stored.entries())
      for (const [k, value] of begins.entries()) expect(vectors[i]![k], text).toBeCloseTo(value, 4)
  })

  it('takes no more than 12 MB', () => {
    const files = readdirSync(embeddedModelFolder, { recursive: true, withFileTypes: true })
    const bytes = files.reduce(
      (sum, file) => sum + (file.isFile() ? statSync(join(file.parentPath, file.name)).size : 0),
      0,
    )
    expect(bytes).toBeLessThan(12e6)
  })

  it('puts a citizen’s words nearer to the report’s than to others, which the untrained control cannot', async () => {
    expect(await share(model)).toBe(1)
    expect(await share(untrained)).toBeLessThan(1)
  })
})

/** Of all citizens' words, the share that is nearer to the report's words than to the other ones. */
async function share(embedder: Embedder): Promise<number> {
  let right = 0
  for (const texts of meanings) {
    const [said, official, other] = await embedder.embed(texts, 'question')
    if (dot(said!, official!) > dot(said!, other!)) right++
  }
  return right / meanings.length
}

function dot(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, i) => sum + value * other[i]!, 0)
}
