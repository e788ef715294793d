import { expect, it, vi } from 'vitest'
import { messages } from '../../src/messages.js'
import { folderOf, newFolder, runHere } from './run-cli.js'
import { sampleReport, sampleSidecar } from './sample-report.js'

vi.mock('@xenova/transformers', () => {
  throw new Error("Cannot find module '../bin/napi-v3/linux/x64/onnxruntime_binding.node'")
})

it('answers by words and ledger where onnxruntime cannot be loaded, and says so', async () => {
  const corpus = folderOf({ 'lanxi.txt': sampleReport, 'lanxi.yaml': sampleSidecar })
  const question = '2031年地区生产总值的目标是多少?'
  const { status, stdout, stderr } = await runHere(['ask', '--corpus', corpus, '--index', newFolder(), question])
  expect(status, stderr).toBe(0)
  expect(stdout).toContain('7.5%')
  expect(stderr).toContain('onnxruntime')
  expect(stderr).toContain(messages.embedding.without(''))
})
