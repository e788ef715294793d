import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadCorpus, loadReportFile } from '../../src/report/load-corpus.js'
import { planPage } from './fixtures.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corpus-'))
})
afterEach(() => rm(folder, { recursive: true }))

const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content)

describe('loading a corpus folder', () => {
  it('reads the reports in it, the first by name being the default where no sidecar marks one', async () => {
    await put('b.txt', planPage)
    await put('a.md', planPage)
    await put('notes.pdf', 'x')
    const { reports, notices } = await loadCorpus(folder)
    expect(reports.map(({ id, isDefault }) => [id, isDefault])).toEqual([
      ['a', true],
      ['b', false],
    ])
    expect(notices).toEqual([])
  })

  it('takes id, default, contact and aliases from a sidecar', async () => {
    await put('a.txt', planPage)
    await put('b.txt', planPage)
    await put('b.yaml', 'id: liuxi\ndefault: true\naliases: [溪城]\ncontact: 请拨打12345。\nurl: https://example.org/b')
    const { reports } = await loadCorpus(folder)
    expect(reports[1]).toMatchObject({
      id: 'liuxi',
      isDefault: true,
      contact: '请拨打12345。',
      url: 'https://example.org/b',
    })
    expect(reports[1]?.placeAliases).toContain('溪城')
    expect(reports[0]?.isDefault).toBe(false)
  })

  it('passes over a file that is no text or is empty, and says so', async () => {
    await put('a.txt', planPage)
    await put(
      'picture.txt',
      Uint8Array.from({ length: 4096 }, (_, i) => (i * 197) % 256),
    )
    await put('void.txt', ' \n')
    const { reports, notices } = await loadCorpus(folder)
    expect(reports).toHaveLength(1)
    expect(notices).toEqual([
      expect.stringMatching(/picture\.txt 不是文本,请/),
      expect.stringMatching(/void\.txt 是空的,请/),
    ])
  })

  it.each([
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without a mark', (text: string) => Buffer.from(text, 'utf16le')],
    ['UTF-8 cut off in its last character', (text: string) => Buffer.from(`${text}。`).subarray(0, -1)],
  ])('decodes %s', async (_, encode) => {
    await put('a.txt', encode(planPage))
    const { reports } = await loadCorpus(folder)
    expect(reports[0]).toMatchObject({ place: '柳溪县', years: { result: 2023, plan: 2024 } })
  })

  it('decodes GBK', async () => {
    const word = Uint8Array.from([0xb9, 0xa4, 0xd7, 0xf7, 0xb1, 0xa8, 0xb8, 0xe6, 0xa1, 0xa3])
    await put('a.txt', Buffer.concat(Array.from({ length: 20 }, () => word)))
    expect((await loadReportFile(join(folder, 'a.txt'))).text.slice(0, 5)).toBe('工作报告。')
  })

  it.each([
    ['CORPUS_MISSING', 'nowhere', async () => {}],
    ['CORPUS_EMPTY', '', async () => {}],
    ['REPORT_EMPTY', '', () => put('a.txt', '')],
    ['SIDECAR_INVALID', '', () => put('a.txt', planPage).then(() => put('a.yaml', 'place: [1, 2]'))],
    ['SIDECAR_INVALID', '', () => put('a.txt', planPage).then(() => put('a.yaml', 'place: "'))],
  ])('says %s in one sentence', async (code, inside, prepare) => {
    await prepare()
    const error = await loadCorpus(join(folder, inside)).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ name: 'CorpusError', code, message: expect.stringMatching(/请.+。$/) })
  })

  it('refuses a second report with the same id', async () => {
    await put('a.txt', planPage)
    await put('a.md', planPage)
    const { reports, notices } = await loadCorpus(folder)
    expect(reports).toHaveLength(1)
    expect(notices[0]).toMatch(/编号都是 a,请/)
  })

  it('says that a named report file is missing', async () => {
    await expect(loadReportFile(join(folder, 'a.txt'))).rejects.toMatchObject({ code: 'REPORT_MISSING' })
  })
})
