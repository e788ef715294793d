import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { composeAskedQuestions, composeStore } from '../../src/compose.js'
import { loadConfig } from '../../src/config/load-config.js'
import type { AskedQuestions } from '../../src/faq/asked-questions.js'
import { generateFaq } from '../../src/faq/generate-faq.js'
import { proposeAsked } from '../../src/faq/propose-asked.js'
import { showCoverage } from '../../src/faq/show-run.js'
import { toAuditEntry } from '../../src/operations/audit-entry.js'
import { houseOf, newFolder, plainRun } from './fixture.js'

const ASKED = [
  '地铁三号线什么时候开通?',
  '招商引资干得怎么样?',
  '地铁三号线什么时候开通？',
  '今年GDP目标是多少',
  '实事项目一共多少个?',
  '小学学位怎么申请',
  '给我讲个笑话',
  '谢谢你',
  '地铁三号线什么时候能开通?',
  '2030年打通了多少条断头路?13812345678',
]
const FILES = ['review.yaml', 'faq.md', 'faq.json', 'faq.csv', 'faq.html', 'coverage.json']

let house: Awaited<ReturnType<typeof houseOf>>
let data: string
let folder: string
let whole: Awaited<ReturnType<typeof generateFaq>>

const configOf = (dataFolder: string) => loadConfig({ folder: newFolder(), variables: { DATA_DIR: dataFolder } })
const run = (into: string, askedQuestions: AskedQuestions) =>
  generateFaq({ ...house, askedQuestions, folder: into, ...plainRun })
const bytesOf = (from: string) => FILES.map((name) => readFileSync(join(from, name), 'utf8'))
const askedIn = (dataFolder: string, notices: string[] = []) =>
  composeAskedQuestions(configOf(dataFolder), (notice) => notices.push(notice))

interface Entry {
  kind: string
  question: string
  also: string[]
}
const entriesOf = (from: string) =>
  (JSON.parse(readFileSync(join(from, 'faq.json'), 'utf8')) as { entries: Entry[] }).entries

beforeAll(async () => {
  house = await houseOf()
  data = newFolder()
  const { store } = await composeStore(configOf(data), { signal: new AbortController().signal, onWait: () => {} })
  for (const question of ASKED)
    await store.audit.append(toAuditEntry(await house.assistant.ask(question), house.reports), question)
  await store.close()
  folder = newFolder()
  whole = await run(folder, askedIn(data))
}, 60_000)

describe('what citizens asked', () => {
  it('becomes an entry where nothing else has its answer', () => {
    const own = entriesOf(folder).filter(({ kind }) => kind === 'asked')
    expect(own.map(({ question }) => question)).toEqual(['招商引资干得怎么样?'])
    expect(whole.coverage).toMatchObject({ duplicates: 0, pass: whole.coverage.entries, byKind: { asked: 1 } })
  })

  it('becomes another wording of the entry that has its answer', () => {
    const entry = entriesOf(folder).find(({ also }) => also.includes('今年GDP目标是多少'))
    expect(entry).toMatchObject({ kind: 'figure', question: expect.stringMatching(/2031年GDP/) })
  })

  it('is listed with its counts where the report has no answer, near-identical questions as one', () => {
    const { asked } = whole.coverage
    expect(asked?.unanswered.slice(0, 2)).toEqual([
      { question: '地铁三号线什么时候开通?', count: 3 },
      { question: '小学学位怎么申请', count: 1 },
    ])
    expect(asked).toMatchObject({ questions: 9, times: ASKED.length, left: 0 })
    const lines = showCoverage(whole.coverage)
    expect(lines.some((line) => line.startsWith('问了但报告没有答的'))).toBe(true)
    expect(lines).toContain('  地铁三号线什么时候开通?(问了3次)')
  })

  it('is not among the unanswered where it is not about the report at all', () => {
    const { asked, faults } = whole.coverage
    const strangers = ['给我讲个笑话', '谢谢你']
    expect(asked!.unanswered.map(({ question }) => question).filter((one) => strangers.includes(one))).toEqual([])
    expect(faults.filter(({ reason }) => reason === 'offTopic').map(({ question }) => question)).toEqual(strangers)
  })

  it('is a fault like any other where its answer reads badly by itself', () => {
    const fault = whole.coverage.faults.find(({ question }) => question === '实事项目一共多少个?')
    expect(fault).toMatchObject({ kind: 'asked', reason: 'unreadable' })
  })

  it('is never published with a mark of personal details in it', () => {
    const masked = whole.coverage.faults.find(({ about }) => about.includes('[电话号码]'))
    expect(masked).toMatchObject({ kind: 'asked', reason: 'noWording' })
    const published = bytesOf(folder)
      .filter((_, i) => FILES[i] !== 'coverage.json')
      .join('')
    expect(published).not.toMatch(/电话号码|138/)
    expect(bytesOf(folder).join('')).not.toContain('13812345678')
  })

  it('comes to the same bytes again, from the same audit', async () => {
    const other = newFolder()
    await run(other, askedIn(data))
    expect(bytesOf(other)).toEqual(bytesOf(folder))
  })

  it('is nothing where no bot has kept anything, and no folder is made', async () => {
    const empty = newFolder()
    const { coverage } = await run(newFolder(), askedIn(join(empty, 'data')))
    expect(coverage).toMatchObject({ byKind: { asked: 0 }, asked: { questions: 0, unanswered: [] } })
    expect(readdirSync(empty)).toEqual([])
    mkdirSync(join(empty, 'data'))
    expect(await askedIn(join(empty, 'data')).read()).toEqual([])
    expect(readdirSync(join(empty, 'data'))).toEqual([])
  })

  it('is told not to have been read while a bot has the folder', async () => {
    const notices: string[] = []
    writeFileSync(join(data, 'database', 'in-use-by'), `${process.ppid}`)
    const { coverage } = await run(newFolder(), askedIn(data, notices))
    expect(coverage.asked).toBeNull()
    expect(notices).toEqual([expect.stringContaining('市民问过的问题读不到')])
    expect(showCoverage(coverage).join('\n')).toContain('没有读到')
    expect(existsSync(join(data, 'database', 'in-use-by'))).toBe(true)
  })
})

describe('questions proposed', () => {
  it('come the most asked first, in their commonest words, whatever the order they were kept in', () => {
    const asked = [
      { question: 'GDP 多少', count: 2 },
      { question: '公园几个?', count: 4 },
      { question: 'ＧＤＰ多少？', count: 3 },
      { question: '学校几所', count: 4 },
      { question: '???', count: 9 },
    ]
    const { seeds, left } = proposeAsked(asked)
    expect(seeds.map(({ about, count }) => [about, count])).toEqual([
      ['ＧＤＰ多少？', 5],
      ['公园几个?', 4],
      ['学校几所', 4],
    ])
    expect(left).toBe(0)
    expect(proposeAsked(asked.toReversed())).toEqual({ seeds, left })
  })

  it('are bounded, and how many are left out is told', () => {
    const flood = Array.from({ length: 620 }, (_, i) => ({ question: `第${i}条路修好了吗?`, count: 1 }))
    const { seeds, left } = proposeAsked(flood)
    expect([seeds.length, left]).toEqual([500, 120])
  })
})
