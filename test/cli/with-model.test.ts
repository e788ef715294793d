import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readGiven, rewordDraft } from '../../bench/model/scripted-model.js'
import { TOKEN } from '../fixtures/token.js'
import { type ModelServer, startModelServer } from '../model/model-server.js'
import { expectFailure, folderOf, newFolder, runCli } from './run-cli.js'
import { sampleReport, sampleSidecar } from './sample-report.js'

const corpus = folderOf({ 'lanxi.txt': sampleReport, 'lanxi.yaml': sampleSidecar })
const folders = ['--corpus', corpus, '--index', newFolder()]
const dataFolder = newFolder()
const KEY = 'sk-secret-123456'

let server: ModelServer
let isKeyKnown = true

beforeAll(async () => {
  server = await startModelServer(({ body, path }) => {
    if (path.endsWith('/models')) return { kind: 'whole', json: { data: [{ id: 'other' }] } }
    if (!isKeyKnown) return { kind: 'error', status: 401, json: { error: { message: `wrong key ${KEY}` } } }
    const usage = { prompt_tokens: 900, completion_tokens: 60 }
    return { kind: 'text', text: JSON.stringify(rewordDraft(readGiven(body.messages))), usage }
  })
})
afterAll(() => server.close())

const env = () => ({ OPENAI_BASE_URL: server.url, OPENAI_MODEL: 'm', OPENAI_API_KEY: KEY, DATA_DIR: dataFolder })

describe('ask with a model', () => {
  it('streams a reply that is the reply, and remembers the server’s way and the day’s tokens', async () => {
    const question = '加快项目建设有什么计划?'
    const streamed = await runCli(['ask', ...folders, '--stream', question], { env: env() })
    expect(streamed.stderr.replace(/^(?:尚无索引|正在计算).*\n/gm, '')).toBe('')
    expect(streamed.stdout).toContain('本回复由AI根据报告原文生成')
    const whole = await runCli(['ask', ...folders, question], { env: env() })
    expect(streamed.stdout).toBe(whole.stdout)
    expect(JSON.parse(readFileSync(join(dataFolder, 'model-rungs.json'), 'utf8'))).toEqual({
      [`${server.url} m`]: 'json_schema',
    })
    expect(JSON.parse(readFileSync(join(dataFolder, 'model-tokens.json'), 'utf8'))).toMatchObject({ tokens: 1920 })
  })

  it('answers in the report’s words with --mode extractive, and asks nobody', async () => {
    const before = server.asked.length
    const { stdout } = await runCli(['ask', ...folders, '--json', '--mode', 'extractive', '2030年造林多少亩?'], {
      env: env(),
    })
    expect(JSON.parse(stdout)).toMatchObject({ mode: 'extractive', outcome: 'answered' })
    expect(server.asked).toHaveLength(before)
  })

  it('tells a wrong key in one sentence, without the key, and answers all the same', async () => {
    isKeyKnown = false
    const { status, stdout, stderr } = await runCli(['ask', ...folders, '2030年造林多少亩?'], { env: env() })
    isKeyKnown = true
    expect(status).toBe(0)
    expect(stdout).toContain('1200亩')
    expect(stderr).toMatch(/^[^\n]*OPENAI_API_KEY[^\n]*照录原文[^\n]*\n$/)
    expect(stderr + stdout).not.toContain('secret')
  })

  it('tells at the console’s start that the server has no such model', async () => {
    const { stdout } = await runCli(['console', ...folders], { env: env(), input: '2030年造林多少亩?\n' })
    expect(stdout.slice(0, stdout.indexOf('问:'))).toMatch(/没有“m”\(有 other\),请检查 OPENAI_MODEL/)
    expect(stdout).toMatch(/由 m 组织语言;用 token 900\+60/)
  })
})

describe('a wrong setting of the model', () => {
  const COMMANDS = [['ask', '造林多少亩?'], ['console'], ['bot'], ['faq']]

  it.each(COMMANDS)('is one sentence at the start of %s', async (command, ...rest) => {
    const known = { DATA_DIR: dataFolder, TELEGRAM_BOT_TOKEN: TOKEN }
    const key = await runCli([command!, ...folders, ...rest], { env: { ...known, OPENAI_API_KEY: 'sk-secret\nmore' } })
    expectFailure(key, 'OPENAI_API_KEY')
    expect(key.stderr).not.toContain('secret')
    const url = { ...known, OPENAI_BASE_URL: '127.0.0.1:8000/v1', OPENAI_MODEL: 'm' }
    expectFailure(await runCli([command!, ...folders, ...rest], { env: url }), 'OPENAI_BASE_URL')
  })
})
