import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { faqReport } from '../faq/fixture.js'
import { startModelServer } from '../model/model-server.js'
import { expectFailure, folderOf, newFolder, runCli, runHere, startCli } from './run-cli.js'
import { sampleSidecar } from './sample-report.js'

const corpus = folderOf({ 'lanxi.txt': faqReport, 'lanxi.yaml': sampleSidecar })
const out = newFolder()
const folders = ['--corpus', corpus, '--index', newFolder(), '--out', out]
const FILES = ['review.yaml', 'faq.md', 'faq.json', 'faq.csv', 'faq.html', 'coverage.json']
/** For whole runs in processes of their own, on a machine that is busy otherwise. */
const PATIENCE_MS = 180_000
const bytesOf = (folder: string) => FILES.map((name) => readFileSync(join(folder, name), 'utf8'))

let first: Awaited<ReturnType<typeof runHere>>
/** What a run that nothing cut off has written, before any review. */
let whole: string[]

beforeAll(async () => {
  first = await runHere(['faq', ...folders])
  whole = bytesOf(out)
}, PATIENCE_MS)

describe('faq', () => {
  it('prints its coverage on stdout, its progress on stderr, and ends well', () => {
    expect(first.status, first.stderr).toBe(0)
    expect(first.stdout).toContain('覆盖100.0%')
    expect(first.stderr).toMatch(/正在提问 \d+\/\d+/)
    expect(first.stderr).toContain(out)
  })

  it('prints the coverage as one JSON object', async () => {
    const { status, stdout } = await runHere(['faq', ...folders, '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ duplicates: 0, reports: [{ figures: { share: 1 } }] })
  })

  it('takes entries on, and puts only the published ones on the page where that is asked', async () => {
    const [id] = readFileSync(join(out, 'review.yaml'), 'utf8').match(/q-[0-9a-f]{10}/) ?? []
    expect((await runHere(['faq', 'approve', 'all', ...folders])).stdout).toMatch(/^审核通过:\d+条。\n$/)
    expect((await runHere(['faq', 'publish', id!, ...folders, '--only', 'published'])).stdout).toBe('发布:1条。\n')
    const { entries } = JSON.parse(readFileSync(join(out, 'faq.json'), 'utf8')) as { entries: { id: string }[] }
    expect(entries.map((entry) => entry.id)).toEqual([id])
  })

  it.each([
    [['sing', 'all'], 'sing'],
    [['approve'], 'all'],
    [['approve', 'q-none'], 'q-none'],
    [['--seed', 'x'], '--seed'],
    [['--max-tokens', '0'], '--max-tokens'],
  ])('%j is one sentence that says %s', async (args, saying) => {
    expectFailure(await runHere(['faq', ...args, ...folders]), saying)
  })

  it('says that there is nothing to review before the first run', async () => {
    const none = ['--corpus', corpus, '--out', newFolder()]
    expectFailure(await runHere(['faq', 'approve', 'all', ...none]), '先运行 faq')
  })

  it(
    'ends well in all but its status where the language model’s server fails, and says why',
    async () => {
      const server = await startModelServer(() => ({ kind: 'error', status: 401 }))
      const env = { OPENAI_BASE_URL: server.url, OPENAI_MODEL: 'm', DATA_DIR: newFolder() }
      const into = newFolder()
      const { status, stdout, stderr } = await runCli(['faq', ...folders.slice(0, 4), '--out', into], { env })
      await server.close()
      expect(status).toBe(1)
      expect(stdout).toMatch(/没有改写.*OPENAI_API_KEY/)
      expect(stderr.split('\n')[0]).toContain('OPENAI_API_KEY')
      expect(stderr).toContain('语言模型:1次请求')
      expect(existsSync(join(into, 'run.jsonl'))).toBe(true)
    },
    PATIENCE_MS,
  )

  it(
    'killed while it asks, goes on and comes to the same bytes',
    async () => {
      const cut = newFolder()
      const args = ['faq', ...folders.slice(0, 4), '--out', cut]
      const child = startCli(args)
      child.stderr.on('data', (chunk) => {
        if (/正在提问 [1-9]/.test(String(chunk))) child.kill('SIGKILL')
      })
      await once(child, 'close')
      expect(existsSync(join(cut, 'review.yaml'))).toBe(false)
      expect(existsSync(join(cut, 'run.jsonl'))).toBe(true)
      const { status, stderr } = await runCli(args)
      expect(status, stderr).toBe(0)
      expect(stderr).toContain('接着上次')
      expect(bytesOf(cut)).toEqual(whole)
    },
    PATIENCE_MS,
  )
})
