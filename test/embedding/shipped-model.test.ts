import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { embeddedModelFolder } from '../../src/embedding/model-source.js'

const files = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx']

it('is what its program writes, byte for byte', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingwen-model-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const program = fileURLToPath(new URL('../../embeddings/training/untrained.mjs', import.meta.url))
  execFileSync(process.execPath, [program, folder])
  for (const file of files)
    expect(readFileSync(join(folder, file)).equals(readFileSync(join(embeddedModelFolder, file)))).toBe(true)
})
