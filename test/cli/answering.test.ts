import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Reply } from '../../src/answer/reply.js'
import { expectFailure, folderOf, newFolder, runHere } from './run-cli.js'
import { sampleReport, sampleSidecar } from './sample-report.js'

/** The sample as the whole corpus, with an index of its own. */
const corpus = folderOf({ 'lanxi.txt': sampleReport, 'lanxi.yaml': sampleSidecar })
const folders = ['--corpus', corpus, '--index', newFolder()]

const objectsOf = (stdout: string): unknown[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

beforeAll(async () => {
  const { status, stdout, stderr } = await runHere(['index', ...folders])
  expect(status, stderr).toBe(0)
  expect(stdout).toMatch(/^索引已就绪:1份报告.*\n$/)
  expect(stderr).toContain('正在计算向量')
})

describe('ask', () => {
  it('prints the reply as a citizen reads it', async () => {
    const { status, stdout } = await runHere(['ask', ...folders, '2031年地区生产总值的目标是多少?'])
    expect(status).toBe(0)
    expect(stdout).toContain('7.5%')
    expect(stdout).toContain('“2031年主要预期目标是:地区生产总值增长7.5%左右;”')
  })

  it('gives the contract’s fields as JSON, quotes verbatim', async () => {
    const { stdout } = await runHere(['ask', ...folders, '--json', '2030年', '造林多少亩?'])
    const reply = JSON.parse(stdout) as Reply
    const names = ['id', 'question', 'outcome', 'mode', 'answer', 'text', 'citations', 'figures', 'contact', 'timings']
    expect(Object.keys(reply)).toEqual(names)
    expect(reply).toMatchObject({ question: '2030年 造林多少亩?', outcome: 'answered' })
    const { sentence, start, end } = reply.citations[0]!
    expect(sampleReport.slice(start, end)).toBe(sentence)
  })

  it('answers a batch in order, a bad line in its place, and loses nothing', async () => {
    const input = [
      '2030年新建公园多少个?',
      '{"id":"broken"',
      '',
      '{"id":"talk","turns":["2030年造林多少亩?","新建公园呢?"]}',
      '{"id":"gold","question":"2031年学校建几所?","must":["3所"]}',
      `{"id":"long","question":"${'长'.repeat(100_000)}"}`,
      '{"id":"blank","question":"\\u0007\\u200b"}',
      '😀😀😀',
    ].join('\n')
    const file = join(folderOf({ 'batch.txt': input }), 'batch.txt')
    const { status, stdout, stderr } = await runHere(['ask', ...folders, '--batch', file, '--json'])
    const objects = objectsOf(stdout)
    expect(objects).toMatchObject([
      { id: '1', outcome: 'answered' },
      { id: '2', error: expect.stringMatching(/^第2行:.*。$/) },
      { id: 'talk', turns: [{ outcome: 'answered' }, { outcome: 'answered' }] },
      { id: 'gold', outcome: 'answered' },
      { id: 'long', outcome: expect.not.stringMatching(/^answered$/) },
      { id: 'blank', error: expect.stringMatching(/^第7行:.*。$/) },
      { id: '8', outcome: expect.not.stringMatching(/^answered$/) },
    ])
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^第2行:.*。$/),
      expect.stringMatching(/^第7行:.*。$/),
    ])
    expect(status).toBe(1)
  })

  it('names the reports there are where another one is asked for', async () => {
    const result = await runHere(['ask', ...folders, '--report', 'none', '造林多少亩?'])
    expectFailure(result, '没有编号为“none”的报告,现有的报告:lanxi-2031。')
  })
})

describe('check', () => {
  it('judges one text a line', async () => {
    const input = '2030年造林1200亩。\n{"id":"b","text":"2030年造林1300亩。"}\n'
    const file = join(folderOf({ 'texts.txt': input }), 'texts.txt')
    const { status, stdout } = await runHere(['check', ...folders, '--json', '--batch', file])
    expect(status).toBe(0)
    expect(objectsOf(stdout)).toMatchObject([
      { id: '1', ok: true, figures: [{ text: '1200亩', verdict: 'supported' }] },
      { id: 'b', ok: false, figures: [{ text: '1300亩', verdict: 'contradicted', reason: expect.any(String) }] },
    ])
  })
})

describe('inspect', () => {
  it('prints the contract’s fields, by id and by path alike', async () => {
    const { stdout } = await runHere(['inspect', 'lanxi-2031', '--json', ...folders])
    const inspection = JSON.parse(stdout)
    expect(Object.keys(inspection)).toEqual(['reportId', 'title', 'place', 'date', 'sections', 'figures'])
    const trees = inspection.figures.find(({ text }: { text: string }) => text === '1200亩')
    expect(trees).toMatchObject({ indicator: expect.stringContaining('造林'), value: 1200, unit: '亩', period: '2030' })
    expect(sampleReport.slice(trees.start, trees.end)).toBe(trees.sentence)
    expect((await runHere(['inspect', `${corpus}/lanxi.txt`, '--json'])).stdout).toBe(stdout)
  })

  it('is a table for people', async () => {
    const { stdout } = await runHere(['inspect', 'lanxi-2031', ...folders])
    expect(stdout).toMatch(/编号 +指标 +数字/)
    expect(stdout).toMatch(/造林.* 1200亩 /)
  })
})

describe('eval', () => {
  it('prints the scoreboard', async () => {
    const gold = folderOf({
      'gold.jsonl': '{"id":"1","type":"count","question":"2030年造林多少亩?","must":["1200亩"]}\n',
    })
    const { status, stdout } = await runHere(['eval', `${gold}/gold.jsonl`, ...folders])
    expect(status).toBe(0)
    expect(stdout).toContain('该答的答对 1/1(100.0%)')
  })
})
