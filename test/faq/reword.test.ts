import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { composeRunModel } from '../../src/compose-model.js'
import { loadConfig } from '../../src/config/load-config.js'
import type { FaqSeed } from '../../src/faq/faq-entry.js'
import { generateFaq } from '../../src/faq/generate-faq.js'
import { keepsMeaning } from '../../src/faq/keeps-meaning.js'
import { isComplete } from '../../src/faq/measure-coverage.js'
import { rewordQuestions } from '../../src/faq/reword-questions.js'
import { openRewordings } from '../../src/faq/rewording-file.js'
import { showCoverage } from '../../src/faq/show-run.js'
import { type AskedBody, type ModelServer, type Said, startModelServer } from '../model/model-server.js'
import { houseOf, newFolder, nobodyAsked, plainRun, wording } from './fixture.js'

interface Given {
  id: string
  question: string
  sentence: string
}

const FILES = ['review.yaml', 'faq.md', 'faq.json', 'faq.csv', 'faq.html', 'coverage.json']
const bytesOf = (from: string) => FILES.map((name) => readFileSync(join(from, name), 'utf8'))

/** What the model was given to reword. */
const givenOf = ({ messages }: AskedBody): Given[] => JSON.parse(messages.at(-1)!.content.split('\n')[1]!) as Given[]

/** A model that rewords every question by `say`. */
const saying =
  (say: (question: string, given: Given) => string) =>
  ({ body }: { body: AskedBody }): Said => ({
    kind: 'text',
    text: JSON.stringify({
      questions: givenOf(body).map((given) => ({ id: given.id, question: say(given.question, given) })),
    }),
    usage: { prompt_tokens: 500, completion_tokens: 100 },
  })

const spoken = (question: string) => `请问${question.replace('一共', '').replace('多少', '到底多少')}`

let house: Awaited<ReturnType<typeof houseOf>>
let without: string
let server: ModelServer | undefined

beforeAll(async () => {
  house = await houseOf()
  without = newFolder()
  await generateFaq({ ...house, askedQuestions: nobodyAsked, folder: without, ...plainRun })
})
afterEach(async () => {
  await server?.close()
  server = undefined
})

interface RunOptions {
  folder?: string
  inBatch?: boolean
  onReworded?: () => void
}

async function openModel(limit = { requests: 50, tokens: 100_000 }) {
  const variables = { OPENAI_BASE_URL: server!.url, OPENAI_MODEL: 'm', DATA_DIR: newFolder(), LLM_TIMEOUT_MS: '900' }
  return { use: (await composeRunModel(loadConfig({ folder: newFolder(), variables }), limit))! }
}

async function run({ folder = newFolder(), ...options }: RunOptions = {}) {
  const { use } = await openModel()
  const runModel = { use, inBatch: options.inBatch === true, pollMs: 1 }
  const { onReworded = () => {} } = options
  const asked = { ...house, askedQuestions: nobodyAsked, folder }
  const { coverage } = await generateFaq({ ...asked, ...plainRun, runModel, onReworded })
  return { folder, coverage, rewording: coverage.rewording!, used: use.meter.used }
}

const entriesOf = (folder: string) =>
  (JSON.parse(readFileSync(join(folder, 'faq.json'), 'utf8')) as { entries: { question: string; answer: string }[] })
    .entries
const answersOf = (folder: string) => entriesOf(folder).map(({ answer }) => answer)

describe('a run with a language model', () => {
  it('has its questions in citizens’ words, with the very same answers', async () => {
    server = await startModelServer(saying(spoken))
    const { folder, coverage, rewording } = await run()
    expect(rewording).toMatchObject({ model: 'm', missing: 0, fault: null })
    expect(rewording.used).toBeGreaterThan(rewording.questions / 2)
    expect(isComplete(coverage)).toBe(true)
    expect(entriesOf(folder).some(({ question }) => question.startsWith('请问'))).toBe(true)
    expect(answersOf(folder)).toEqual(answersOf(without))
    expect(showCoverage(coverage).join('\n')).toContain(`采用${rewording.used}个`)
  })

  it('asks it nothing again in the next run, and comes to the same bytes', async () => {
    server = await startModelServer(saying(spoken))
    const { folder, used } = await run()
    const before = bytesOf(folder)
    expect(used.requests).toBe(server.asked.length)
    const again = await run({ folder })
    expect(again.used).toEqual({ requests: 0, tokens: 0 })
    expect(bytesOf(folder)).toEqual(before)
  })

  it('goes on where it was cut off, and asks nothing twice', async () => {
    server = await startModelServer(saying(spoken))
    const { folder: whole } = await run()
    const needed = server.asked.length
    const folder = newFolder()
    const dies = () => {
      throw new Error('cut off')
    }
    await expect(run({ folder, onReworded: dies })).rejects.toThrow('cut off')
    appendFileSync(join(folder, 'rewordings.jsonl'), '{"key":"torn","questi')
    await run({ folder })
    expect(server.asked.length).toBe(2 * needed)
    const told = server.asked.slice(needed).flatMap(({ body }) => givenOf(body).map(({ question }) => question))
    expect(new Set(told).size).toBe(told.length)
    expect(bytesOf(folder)).toEqual(bytesOf(whole))
  })
})

const LIES: Record<string, (question: string, given: Given) => string> = {
  'puts another year': (question) => question.replace(/20\d\d/, '2025'),
  'asks for something else': () => '今年的房价是多少?',
  'turns the direction round': (question) => question.replace('增长', '下降').replace(/\?$/, '而不是增长?'),
  'puts a number into it': (question) => `${question.slice(0, -1)},是99%吗?`,
  'puts one in Chinese': (question) => `${question.slice(0, -1)},是九成吗?`,
  advertises: (question) => `加微信领红包:${question}`,
  'answers instead': (_, { sentence }) => sentence,
  'names somebody': (question) => `王书记,${question}`,
  denies: (question) => `不要说${question}`,
  'is lost': () => '多少?',
}

describe('a model that lies', () => {
  it('in every way that it can, and no entry says so', async () => {
    let turn = 0
    const lies = Object.values(LIES)
    server = await startModelServer(saying((question, given) => lies[turn++ % lies.length]!(question, given)))
    const { folder, rewording, coverage } = await run()
    expect(turn).toBeGreaterThan(2 * lies.length)
    expect(entriesOf(folder)).toEqual(entriesOf(without))
    expect(rewording).toMatchObject({ used: 0, unchanged: 0, missing: 0 })
    expect(rewording.refused).toHaveLength(rewording.questions)
    expect(rewording.refused.every(({ question, reason }) => question !== '' && reason)).toBe(true)
    expect(coverage.pass).toBe(coverage.entries)
  })

  it('swaps questions among themselves, and each keeps its own answer', async () => {
    server = await startModelServer(({ body }) => {
      const given = givenOf(body)
      const questions = given.map(({ id }, i) => ({ id, question: given[(i + 1) % given.length]!.question }))
      return { kind: 'text', text: JSON.stringify({ questions }) }
    })
    const { folder, rewording } = await run()
    expect(rewording.used).toBe(0)
    expect(entriesOf(folder)).toEqual(entriesOf(without))
  })
})

describe('a model’s server that fails', () => {
  const asked = Array.from({ length: 35 }, (_, i) => ({ question: `${2000 + i}年新建了多少公园?`, sentence: '公园' }))
  const dying: [string, Said, string, number][] = [
    ['refuses the key', { kind: 'error', status: 401 }, 'OPENAI_API_KEY', 1],
    ['breaks down', { kind: 'error', status: 500 }, '服务出错', 2],
    ['says nothing', { kind: 'hang' }, '秒内没有答完', 1],
    ['says no JSON', { kind: 'text', text: '好的。' }, '约定的格式', 4],
    ['breaks off', { kind: 'dropped', text: '{"questions":[{"id":"1"' }, '断了', 2],
  ]
  it.each(dying)('%s: nothing is known, why is told, and it is not asked on and on', async (_, said, told, most) => {
    server = await startModelServer(() => said)
    const { use } = await openModel()
    const file = await openRewordings(newFolder())
    const reworded = await rewordQuestions(asked, { ...use, file, inBatch: false, pollMs: 1, onProgress: () => {} })
    expect(reworded.questions).toEqual(asked.map(() => undefined))
    expect(reworded.fault).toContain(told)
    expect(server.asked.length).toBeLessThanOrEqual(most)
  })

  it('leaves the program’s own questions, an honest report, and an incomplete run', async () => {
    server = await startModelServer(() => ({ kind: 'error', status: 401 }))
    const { folder, coverage, rewording } = await run()
    expect(entriesOf(folder)).toEqual(entriesOf(without))
    expect(rewording).toMatchObject({ used: 0, missing: rewording.questions })
    expect(isComplete(coverage)).toBe(false)
    expect(showCoverage(coverage).join('\n')).toMatch(/还有\d+个问题没有改写.*OPENAI_API_KEY/)
  })

  it('dies half way, and the next run asks for the rest only', async () => {
    let isDead = false
    server = await startModelServer((asked, nth) => {
      isDead = nth >= 2 && nth <= 3
      return isDead ? { kind: 'error', status: 503 } : saying(spoken)(asked)
    })
    const { folder, rewording } = await run()
    expect(rewording.missing).toBe(rewording.questions - 10)
    const failed = server.asked.length
    const again = await run({ folder })
    expect(again.rewording.missing).toBe(0)
    const told = [server.asked[0]!, ...server.asked.slice(failed)].flatMap(({ body }) => givenOf(body))
    expect(new Set(told.map(({ question }) => question)).size).toBe(told.length)
    expect(again.coverage.pass).toBe(again.coverage.entries)
  })

  it.each([
    [{ requests: 1, tokens: 100_000 }, 1],
    [{ requests: 50, tokens: 700 }, 2],
  ])('is asked no more than %j allows', async (limit, requests) => {
    server = await startModelServer(saying(spoken))
    const { use } = await openModel(limit)
    const file = await openRewordings(newFolder())
    const reworded = await rewordQuestions(asked, { ...use, file, inBatch: false, pollMs: 1, onProgress: () => {} })
    expect(server.asked).toHaveLength(requests)
    expect(reworded.questions.filter((question) => question !== undefined)).toHaveLength(10 * requests)
    expect(reworded.fault).toContain('限额')
  })
})

describe('a wording of a model’s', () => {
  const question = '2030年GDP增长了多少?'
  const seed = { wordings: [question], others: ['2030年生产总值增长了多少?'] } as unknown as FaqSeed
  const sentences = ['全年地区生产总值增长8.1%,失业率下降。']
  const holds = (reworded: string) => keepsMeaning(reworded, { question, seed, sentences }, wording)

  it.each(['2030年GDP涨了多少?', '请问2030年生产总值增长多少?', '2030年我们的GDP增长了多少呢?'])(
    'may be %s',
    (reworded) => expect(holds(reworded)).toBe(true),
  )

  it.each([
    '2031年GDP增长了多少?',
    '2030年GDP下降了多少?',
    '2030年GDP没有增长多少?',
    '2030年外省GDP增长了多少?',
    '2030年GDP增长了两倍?',
    '?',
  ])('may not be %s', (reworded) => expect(holds(reworded)).toBe(false))
})
