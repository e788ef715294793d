import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { TOKEN } from '../fixtures/token.js'
import { startLoopbackBotApi } from '../telegram/loopback-bot-api.js'
import { expectFailure, folderOf, newFolder, runCli, startCli } from './run-cli.js'
import { sampleReport, sampleSidecar } from './sample-report.js'

const corpus = folderOf({ 'lanxi.txt': sampleReport, 'lanxi.yaml': sampleSidecar })
const folders = ['--corpus', corpus, '--index', newFolder()]

/** Starting a second Node takes seconds on a busy machine. */
describe('the program as a process', { timeout: 90_000 }, () => {
  it('answers a batch from its standard input: results on stdout, progress on stderr', async () => {
    const input = '2030年造林多少亩?\r\n{"id":"b","question":"2030年新建公园多少个?"}'
    const { status, stdout, stderr } = await runCli(['ask', '--json', '--batch', '-', ...folders], { input })
    const replies = stdout.trimEnd().split('\n')
    expect(replies.map((line) => JSON.parse(line))).toMatchObject([
      { id: '1', outcome: 'answered' },
      { id: 'b', outcome: 'answered' },
    ])
    expect(stderr).toContain('正在建立')
    expect(status).toBe(0)
  })

  it('opens the console with `start` where no bot token is set, and reads what is piped in', async () => {
    const { status, stdout } = await runCli(['start', ...folders], { input: '2030年造林多少亩?\n依据\n' })
    expect(stdout).toContain('1200亩')
    expect(stdout).toContain('第1问的依据')
    expect(status).toBe(0)
  })

  it('runs the bot with `start` where a token is set, and ends on SIGTERM', async () => {
    const api = await startLoopbackBotApi()
    const env = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: api.url }
    const child = startCli(['start', ...folders], { env })
    let log = ''
    child.stderr.on('data', (chunk) => {
      log += chunk
    })
    api.say('2030年造林多少亩?')
    await api.until('sendMessage', 1)
    child.kill('SIGTERM')
    const [status] = await once(child, 'close')
    await api.close()
    expect(api.sent()[0]!.text).toContain('1200亩')
    expect(log).toContain('机器人 @qingwen_test_bot 已启动')
    expect(log).not.toContain('secret')
    expect(status).toBe(0)
  })

  it('reads .env where it stands, and ends with a sentence and a status', async () => {
    expectFailure(await runCli(['start'], { cwd: folderOf({ '.env': 'LOG_LEVEL=loud' }) }), 'LOG_LEVEL')
  })

  it('leaves quietly when nobody reads its output any more', async () => {
    const child = startCli(['--help'])
    let complaints = ''
    child.stderr.on('data', (chunk) => {
      complaints += chunk
    })
    child.stdout.destroy()
    const [status] = await once(child, 'close')
    expect(complaints).toBe('')
    expect(status).toBe(0)
  })
})
