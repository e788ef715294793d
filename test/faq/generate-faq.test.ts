import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Assistant } from '../../src/answer/assistant.js'
import { type GenerateOptions, generateFaq, reviewFaq } from '../../src/faq/generate-faq.js'
import { isComplete } from '../../src/faq/measure-coverage.js'
import type { PageEntry } from '../../src/faq/page-entry.js'
import { readReview } from '../../src/faq/review-file.js'
import { questionForm, similarity, TOO_NEAR } from '../../src/faq/similarity.js'
import { createFakeAssistant, sampleReply } from '../fakes/fake-assistant.js'
import { faqReport, houseOf, newFolder, nobodyAsked, plainRun } from './fixture.js'

const FILES = ['review.yaml', 'faq.md', 'faq.json', 'faq.csv', 'faq.html', 'coverage.json']

let house: Awaited<ReturnType<typeof houseOf>>
let folder: string
let whole: Awaited<ReturnType<typeof generateFaq>>

const run = (changes: Partial<GenerateOptions> & { folder: string }) =>
  generateFaq({ ...house, askedQuestions: nobodyAsked, ...plainRun, ...changes })
const bytesOf = (from: string) => FILES.map((name) => readFileSync(join(from, name), 'utf8'))
const entriesOf = (from: string) =>
  (JSON.parse(readFileSync(join(from, 'faq.json'), 'utf8')) as { entries: PageEntry[] }).entries

beforeAll(async () => {
  house = await houseOf()
  folder = newFolder()
  whole = await run({ folder })
})

describe('two runs at once into one folder', () => {
  it('take turns, and both end with the same files', async () => {
    const shared = newFolder()
    const order: string[] = []
    const runAs = async (name: string) => {
      await run({ folder: shared, onProgress: () => order.at(-1) === name || order.push(name) })
    }
    await Promise.all([runAs('first'), runAs('second')])
    expect(order).toHaveLength(2)
    expect(bytesOf(shared)).toEqual(bytesOf(folder))
    expect(existsSync(join(shared, 'lock'))).toBe(false)
  })
})

describe('a run', () => {
  it('covers every figure and every item of the report', () => {
    const [coverage] = whole.coverage.reports
    expect(coverage!.figures.missing).toEqual([])
    expect(coverage!.items.missing).toEqual([])
    expect(coverage!.figures.all).toBe(house.reports[0]!.figures.length)
    expect(isComplete(whole.coverage)).toBe(true)
  })

  it('leaves only answers that pass the gate and quote the report verbatim', () => {
    for (const { question, answer, sources, figures } of entriesOf(folder)) {
      const reply = { question, answer, text: answer, citations: sources, figures }
      expect(house.gate.checkReply(reply).ok, question).toBe(true)
      for (const { start, end, sentence } of sources) expect(faqReport.slice(start, end)).toBe(sentence)
    }
  })

  it('asks what the report answers: lists, comparisons, figures, items', () => {
    const answers = new Map(entriesOf(folder).map(({ question, answer }) => [question, answer]))
    expect(answers.get('2030年一共打通了多少条断头路?') ?? answers.get('2030年打通了多少条断头路?')).toContain('9条')
    expect([...answers].find(([question]) => question.includes('主要预期目标'))?.[1].split('\n')).toHaveLength(3)
    const compared = [...answers].find(([question]) => /GDP.*2030年低多少/.test(question))
    expect(compared?.[1]).toContain('0.6个百分点')
  })

  it('has no two questions that a reader could not tell apart', () => {
    const asked = entriesOf(folder).map(({ question, answer }) => ({ question, answer, form: questionForm(question) }))
    const pairs = asked.flatMap((one, i) => asked.slice(i + 1).map((other) => ({ one, other })))
    const near = pairs.filter(({ one, other }) => similarity(one.form, other.form) >= TOO_NEAR)
    expect(near.filter(({ one, other }) => one.answer === other.answer || one.question === other.question)).toEqual([])
  })

  it('comes to the same bytes again, in another folder and over its own files', async () => {
    const other = newFolder()
    await run({ folder: other })
    expect(bytesOf(other)).toEqual(bytesOf(folder))
    await run({ folder: other })
    expect(bytesOf(other)).toEqual(bytesOf(folder))
  })

  it('asks nothing twice after being cut off, and comes to the same bytes', async () => {
    const other = newFolder()
    const asked: string[] = []
    const breaking = (limit: number): Assistant => ({
      status: () => house.assistant.status(),
      ask(question, options) {
        if (asked.length >= limit) throw new Error('cut off')
        asked.push(question)
        return house.assistant.ask(question, options)
      },
    })
    for (const limit of [3, 10, 25, 40])
      await expect(run({ folder: other, assistant: breaking(limit) })).rejects.toThrow('cut off')
    const known = readFileSync(join(other, 'run.jsonl'), 'utf8').trimEnd().split('\n').length - 1
    expect(known).toBeGreaterThan(5)
    appendFileSync(join(other, 'run.jsonl'), '{"id":"q-torn","entry":{"ques')
    const { resumed } = await run({ folder: other, assistant: breaking(Number.POSITIVE_INFINITY) })
    expect(resumed).toBe(known)
    expect(bytesOf(other)).toEqual(bytesOf(folder))
    expect(existsSync(join(other, 'run.jsonl'))).toBe(false)
  })

  it('starts anew where the seed is another', async () => {
    const other = newFolder()
    mkdirSync(other, { recursive: true })
    writeFileSync(join(other, 'run.jsonl'), `${JSON.stringify({ fingerprint: 'of another run' })}\n`)
    const { resumed } = await run({ folder: other, seed: 2 })
    expect(resumed).toBe(0)
  })

  it('makes no entry of what a lying assistant says, and reports itself incomplete', async () => {
    const lying = createFakeAssistant({
      reply: (question) => {
        const { start, end, section } = { start: 0, end: 30, section: [] }
        const sentence = faqReport.slice(start, end)
        const citation = { n: 1, reportId: 'lanxi-2031', title: '', section, sentence, start, end, url: null }
        return sampleReply({ question, answer: '2030年增长99%。[1]', citations: [citation] })
      },
    })
    const { coverage } = await run({ folder: newFolder(), assistant: lying })
    expect(coverage.entries).toBe(0)
    expect(isComplete(coverage)).toBe(false)
    expect(coverage.faults.length).toBeGreaterThan(10)
    expect(new Set(coverage.faults.map(({ reason }) => reason))).toContain('otherSource')
  })
})

describe('the life of an entry', () => {
  it('goes stale with its statement and with nothing else, and takes over the new words once approved again', async () => {
    const own = newFolder()
    await run({ folder: own })
    await reviewFaq({ folder: own, reports: house.reports, step: 'approve', ids: ['all'] })
    await reviewFaq({ folder: own, reports: house.reports, step: 'publish', ids: ['all'] })
    const changed = await houseOf(faqReport.replace('打通断头路9条', '打通断头路11条').replace('受', '受受'))
    const { changes } = await run({ ...changed, folder: own })
    const stale = changes.stale.map(({ question }) => question)
    expect(stale.length).toBeGreaterThan(0)
    for (const { sources } of changes.stale)
      expect(sources.some(({ sentence }) => sentence.includes('断头路9条'))).toBe(true)
    const review = readReview(join(own, 'review.yaml'))
    expect(review.filter(({ state }) => state === 'published').length + stale.length).toBe(review.length)
    expect(readFileSync(join(own, 'faq.html'), 'utf8')).not.toContain('断头路9条')
    const road = changes.stale.find(({ next }) => next?.answer.includes('11条'))!
    await reviewFaq({ folder: own, reports: changed.reports, step: 'approve', ids: [road.id] })
    const renewed = readReview(join(own, 'review.yaml')).find(({ id }) => id === road.id)!
    expect(renewed).toMatchObject({ state: 'approved', answer: road.next!.answer })
    expect(renewed.next).toBeUndefined()
  })

  it('keeps a published answer word for word when only the program words it otherwise', async () => {
    const own = newFolder()
    await run({ folder: own })
    const file = join(own, 'review.yaml')
    const [first] = readReview(file)
    await reviewFaq({ folder: own, reports: house.reports, step: 'approve', ids: [first!.id] })
    writeFileSync(file, readFileSync(file, 'utf8').replace(first!.question, '兰溪区2031年定了哪些目标?'))
    await run({ folder: own })
    expect(readReview(file)[0]).toMatchObject({ state: 'approved', question: '兰溪区2031年定了哪些目标?' })
  })
})
