import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { expectFailure, folderOf, newFolder, runCli } from './run-cli.js'
import { sampleReport, sampleSidecar } from './sample-report.js'

const folders = [
  '--corpus',
  folderOf({ 'lanxi.txt': sampleReport, 'lanxi.yaml': sampleSidecar }),
  '--index',
  newFolder(),
]

/** Starting a second Node takes seconds on a busy machine. */
const TIMEOUT_MS = 90_000

describe('the program as a process', () => {
  it(
    'answers a batch from its standard input: results on stdout, progress on stderr',
    async () => {
      const input = '2030年造林多少亩?\r\n{"id":"b","question":"2030年新建公园多少个?"}'
      const { status, stdout, stderr } = await runCli(['ask', '--json', '--batch', '-', ...folders], { input })
      expect(
        stdout
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line)),
      ).toMatchObject([
        { id: '1', outcome: 'answered' },
        { id: 'b', outcome: 'answered' },
      ])
      expect(stderr).toContain('正在建立')
      expect(status).toBe(0)
    },
    TIMEOUT_MS,
  )

  it(
    'opens the console with `start` where no bot token is set, and reads what is piped in',
    async () => {
      const { status, stdout } = await runCli(['start', ...folders], { input: '2030年造林多少亩?\n依据\n' })
      expect(stdout).toContain('1200亩')
      expect(stdout).toContain('第1问的依据')
      expect(status).toBe(0)
    },
    TIMEOUT_MS,
  )

  it(
    'reads .env where it stands, and ends with a sentence and a status',
    async () => {
      expectFailure(await runCli(['start'], { cwd: folderOf({ '.env': 'LOG_LEVEL=loud' }) }), 'LOG_LEVEL')
    },
    TIMEOUT_MS,
  )

  it(
    'leaves quietly when nobody reads its output any more',
    async () => {
      const program = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
      const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), program, '--help'])
      let complaints = ''
      child.stderr.on('data', (chunk) => (complaints += chunk))
      child.stdout.destroy()
      const [status] = await once(child, 'close')
      expect(complaints).toBe('')
      expect(status).toBe(0)
    },
    TIMEOUT_MS,
  )
})
