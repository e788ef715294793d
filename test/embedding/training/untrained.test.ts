import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { writeUntrained } from '../../../embeddings/training/untrained.js'
import { embeddedModelFolder } from '../../../src/embedding/model-folder.js'
import { createTransformersEmbedder } from '../../../src/embedding/transformers-embedder.js'

const files = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx']

it('comes out the same every time', () => {
  const [one, other] = [scratchFolder(), scratchFolder()]
  writeUntrained(one)
  writeUntrained(other)
  for (const file of files) expect(readFileSync(join(one, file)).equals(readFileSync(join(other, file)))).toBe(true)
})

it('has the words and dimensions of the model it is the control of', async () => {
  const folder = scratchFolder()
  writeUntrained(folder)
  const tokenizers = [folder, embeddedModelFolder].map((model) => readFileSync(join(model, 'tokenizer.json'), 'utf8'))
  expect(tokenizers[0]).toBe(tokenizers[1])
  const control = await createTransformersEmbedder({ path: folder })
  expect(control.modelId).toMatch(/untrained/)
  expect(control.dimensions).toBe((await createTransformersEmbedder()).dimensions)
})

function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'qingwen-model-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
