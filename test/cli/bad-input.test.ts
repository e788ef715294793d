import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectFailure, folderOf, newFolder, runCli, runHere } from './run-cli.js'
import { sampleReport, sampleSidecar } from './sample-report.js'

const QUESTION = '2030年造林多少亩?'
const sample = { 'lanxi.txt': sampleReport, 'lanxi.yaml': sampleSidecar }
const binary = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7) % 32)

/** “兰溪区2030年全区造林1200亩。” in GBK. */
const gbk = Buffer.from('c0bccfaac7f832303330c4eac8abc7f8d4ecc1d631323030c4b6a1a3', 'hex')

describe('a corpus', () => {
  it('that is empty says so, whichever command reads it', async () => {
    const corpus = newFolder()
    for (const args of [['ask', QUESTION], ['check', '造林1200亩。'], ['index'], ['inspect', 'lanxi']])
      expectFailure(await runHere([...args, '--corpus', corpus]), '没有可用的报告')
  })

  it.each([
    ['binary.txt', binary, '不是文本'],
    ['empty.txt', '', '是空的'],
    ['blank.txt', ' \n\t\n', '是空的'],
  ])('of nothing but %s says what is wrong with the file', async (name, content, saying) => {
    const result = await runHere(['ask', QUESTION, '--corpus', folderOf({ [name]: content })])
    expectFailure(result, saying)
    expect(result.stderr).toContain(name)
  })

  it('with such files beside a report passes them over, says so, and answers', async () => {
    const corpus = folderOf({ ...sample, 'binary.txt': binary, 'empty.md': '' })
    const { status, stdout, stderr } = await runHere(['ask', QUESTION, '--corpus', corpus, '--index', newFolder()])
    expect(stdout).toContain('1200亩')
    expect(stderr).toContain('binary.txt')
    expect(stderr).toContain('empty.md')
    expect(status).toBe(0)
  })

  it('in GBK is decoded', async () => {
    const { status, stdout } = await runHere(['inspect', join(folderOf({ 'gbk.txt': gbk }), 'gbk.txt'), '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout).figures).toMatchObject([{ text: '1200亩', sentence: '兰溪区2030年全区造林1200亩。' }])
  })
})

describe('an index', () => {
  it('that is damaged is made anew, with a notice, and is whole afterwards', async () => {
    const folders = ['--corpus', folderOf(sample), '--index', newFolder()]
    await runHere(['index', ...folders])
    const vectors = filesUnder(folders[3]!).find((file) => file.endsWith('vectors.f32'))!
    truncateSync(vectors, 100)
    const mended = await runHere(['ask', QUESTION, ...folders])
    expect(mended.stdout).toContain('1200亩')
    expect(mended.stderr).toMatch(/损坏.*重建/)
    expect((await runHere(['ask', QUESTION, ...folders])).stderr).toBe('')
  })

  it('that cannot be written stops `index`, and leaves `ask` one for itself', async () => {
    // A file where the folder should be: it holds for root, too, whom no permission stops.
    const index = join(folderOf({ taken: '' }), 'taken')
    const folders = ['--corpus', folderOf(sample), '--index', index]
    const stopped = await runHere(['index', ...folders])
    expect(stopped.stdout).toBe('')
    expect(stopped.stderr.trimEnd().split('\n').at(-1)).toMatch(/无法写入.*。$/)
    expect(stopped.status).toBe(1)
    const { status, stdout, stderr } = await runHere(['ask', QUESTION, ...folders])
    expect(stdout).toContain('1200亩')
    expect(stderr).toContain('无法写入')
    expect(status).toBe(0)
    expect(statSync(index).size).toBe(0)
  })

  it('is whole after two processes wrote it at once', async () => {
    const folders = ['--corpus', folderOf(sample), '--index', newFolder()]
    const runs = await Promise.all([runCli(['index', ...folders]), runCli(['index', ...folders, '--force'])])
    for (const { status, stdout, stderr } of runs) {
      expect(stderr).not.toMatch(/^ {4}at /m)
      if (status !== 0) expect(stderr).toMatch(/另一个任务.*。\n$/)
      else expect(stdout).toContain('索引已就绪')
    }
    expect(runs.some(({ status }) => status === 0)).toBe(true)
    expect((await runHere(['ask', QUESTION, ...folders])).stderr).toBe('')
  }, 60_000)
})

describe('a batch file', () => {
  it('in GBK is decoded, too', async () => {
    const file = join(newFolder(), 'texts.txt')
    writeFileSync(file, gbk)
    const { stdout } = await runHere(['check', '--json', '--batch', file, '--corpus', folderOf(sample)])
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, figures: [{ text: '1200亩' }] })
    expect(readFileSync(file).equals(gbk)).toBe(true)
  })
})

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file))
}
