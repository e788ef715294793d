import { afterEach, describe, expect, it } from 'vitest'
import { composeRunModel } from '../../src/compose-model.js'
import { loadConfig } from '../../src/config/load-config.js'
import { type RewordingRun, rewordQuestions } from '../../src/faq/reword-questions.js'
import { openRewordings } from '../../src/faq/rewording-file.js'
import { type BatchServer, type BatchServerOptions, startBatchServer } from '../model/batch-server.js'
import type { AskedBody } from '../model/model-server.js'
import { newFolder } from './fixture.js'

const asked = Array.from({ length: 35 }, (_, i) => ({ question: `${2000 + i}年新建了多少公园?`, sentence: '公园' }))

const givenOf = ({ messages }: AskedBody) =>
  JSON.parse(messages.at(-1)!.content.split('\n')[1]!) as { id: string; question: string }[]
const say = (body: AskedBody) =>
  JSON.stringify({ questions: givenOf(body).map(({ id, question }) => ({ id, question: `请问${question}` })) })

let server: BatchServer
afterEach(() => server.close())

async function open(options: Partial<BatchServerOptions> = {}, limit = { requests: 50, tokens: 100_000 }) {
  server = await startBatchServer({ say, ...options })
  const variables = { OPENAI_BASE_URL: server.url, OPENAI_MODEL: 'm', DATA_DIR: newFolder() }
  const use = (await composeRunModel(loadConfig({ folder: newFolder(), variables }), limit))!
  const folder = newFolder()
  const reword = async (changes: Partial<RewordingRun> = {}) => {
    const file = await openRewordings(folder)
    return rewordQuestions(asked, { ...use, file, inBatch: true, pollMs: 1, onProgress: () => {}, ...changes })
  }
  return { reword, used: use.meter.used }
}

describe('questions handed over as a batch', () => {
  it('come back as those asked one by one, the first alone, and are counted', async () => {
    const { reword, used } = await open({ looks: 2 })
    const { questions, fault } = await reword()
    expect(fault).toBeNull()
    expect(questions).toEqual(asked.map(({ question }) => `请问${question}`))
    expect([server.asked.length, server.batched.map((lines) => lines.length)]).toEqual([1, [3]])
    expect(server.batched[0]![0]!.body).toMatchObject({ model: 'm', response_format: { type: 'json_schema' } })
    expect(used).toEqual({ requests: 4, tokens: 240 })
  })

  it('are collected by the next run where the first was cut off, and not handed over again', async () => {
    const { reword } = await open({ looks: 3 })
    const dies = (done: number) => {
      if (done === 0) throw new Error('cut off')
    }
    await expect(reword({ onProgress: dies })).rejects.toThrow('cut off')
    const { questions } = await reword()
    expect(questions).toEqual(asked.map(({ question }) => `请问${question}`))
    expect([server.asked.length, server.batched.length]).toEqual([1, 1])
  })

  it.each(['expired', 'forgotten'] as const)('are told to be missing where the batch is %s', async (ends) => {
    const { reword } = await open({ ends, looks: 0 })
    const { questions, fault } = await reword()
    expect(questions.filter((question) => question !== undefined)).toHaveLength(10)
    expect(fault).toMatch(ends === 'expired' ? '没有答完' : '没有语言模型服务')
    await reword()
    expect(server.batched.map((lines) => lines.length)).toEqual([3, 2])
  })

  it('have the others’ answers where one is an error, and are no more than the limit allows', async () => {
    const { reword } = await open({ say: (body) => (givenOf(body).length === 5 ? null : say(body)) })
    const { questions, fault } = await reword()
    expect(questions.filter((question) => question !== undefined)).toHaveLength(30)
    expect(fault).toContain('约定的格式')
    await server.close()
    const limited = await open({}, { requests: 2, tokens: 100_000 })
    const reworded = await limited.reword()
    expect(reworded.questions.filter((question) => question !== undefined)).toHaveLength(20)
    expect(reworded.fault).toContain('限额')
  })
})
