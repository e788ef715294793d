import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readGiven, rewordDraft } from '../../../bench/model/scripted-model.js'
import { questionsFromLedger } from '../../../bench/questions.js'
import type { Assistant } from '../../../src/answer/assistant.js'
import type { Reply } from '../../../src/answer/reply.js'
import { lanxi } from '../../fixtures/lanxi.js'
import { replyProof } from '../../fixtures/prove-reply.js'
import { assistantOver } from '../../fixtures/small-assistant.js'
import { modelAt } from '../../model/fixture.js'
import { type ModelServer, startModelServer } from '../../model/model-server.js'
import { houseWith } from './house.js'
import { LIES, type Lie, picker } from './liar.js'

const reports = [lanxi()]
const prove = replyProof(reports)
const QUESTIONS = [
  ...new Set(
    questionsFromLedger(reports[0]!)
      .questions.map(({ question }) => question)
      .slice(0, 30),
  ),
  '怎么抓食品安全?',
  '城市更新要做什么?',
  '云溪医院在哪个街道?',
  '望江大桥什么时候通车?',
  '2030年和2031年GDP增长相比哪个高?',
  '新建了哪些学校?',
]

/** What the server says of the question in hand; null is the truth. */
let lie: Lie | null = null
let isTold = false
let seed = 0
let server: ModelServer
let house: Assistant
const plainHouse = assistantOver(reports)
const extractive = new Map<string, Reply>()

beforeAll(async () => {
  server = await startModelServer(({ body }) => {
    const given = readGiven(body.messages)
    const said = lie === null ? rewordDraft(given) : lie.tell(given, picker(seed))
    isTold ||= lie !== null && said !== null
    return { kind: 'text', text: JSON.stringify(said ?? { outcome: 'not_in_report', claims: [] }) }
  })
  house = houseWith(modelAt(server.url), reports)
  for (const question of QUESTIONS) extractive.set(question, (await plainHouse.ask(question)).reply)
})
afterAll(() => server.close())

const withoutTimes = ({ timings: _, ...reply }: Reply) => reply

describe('a model that lies', () => {
  const counts = new Map<string, number>()

  it.each(LIES)('does not get through with $name', async (told) => {
    for (const [i, question] of QUESTIONS.entries()) {
      ;[lie, isTold, seed] = [told, false, i]
      const streamed: string[] = []
      const { reply, trace } = await house.ask(question, { onText: (text) => streamed.push(text) })
      if (!isTold) continue
      counts.set(told.name, (counts.get(told.name) ?? 0) + 1)
      expect(withoutTimes(reply), question).toEqual(withoutTimes(extractive.get(question)!))
      expect(trace.model).toMatchObject({ mode: 'extractive', reason: expect.stringMatching(/语言模型/) })
      expect(streamed).toEqual([])
      prove(reply)
    }
    expect(counts.get(told.name)).toBeGreaterThan(0)
  })

  it('has lied five hundred times and more', () => {
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(500)
  })
})

describe('a model that tells the truth', () => {
  it('words most replies, with the report’s figures, and says that it did', async () => {
    lie = null
    let worded = 0
    for (const question of QUESTIONS) {
      const { reply, trace } = await house.ask(question)
      prove(reply)
      const plain = extractive.get(question)!
      expect(reply.outcome, question).toBe(plain.outcome)
      if (reply.mode === 'extractive') continue
      worded++
      expect(reply.text).toContain('本回复由AI根据报告原文生成')
      expect(trace.model).toMatchObject({ mode: 'llm', rung: 'json_schema', reason: null })
      const texts = (of: Reply) => new Set(of.figures.map(({ text }) => text))
      expect(
        [...texts(plain)].every((text) => texts(reply).has(text)),
        question,
      ).toBe(true)
    }
    expect(worded / QUESTIONS.length).toBeGreaterThan(0.9)
  })
})
