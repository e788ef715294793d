import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ComposedAssistant, composeAssistant, faqFolderFor } from '../../src/compose.js'
import { type Config, loadConfig } from '../../src/config/load-config.js'
import { toContent } from '../../src/faq/review.js'
import { writeReview } from '../../src/faq/review-file.js'
import { folderOf } from '../cli/run-cli.js'
import { sampleSidecar } from '../cli/sample-report.js'
import { faqReport, newFolder, sampleEntry } from './fixture.js'

const approvedAnswer = '经审核:2031年地区生产总值目标增长7.5%左右。[1]'
let config: Config
let house: ComposedAssistant

/** A house whose staff have approved one entry, which stands on a sentence of the report, and left another a draft. */
beforeAll(async () => {
  const corpus = folderOf({ 'lanxi.txt': faqReport, 'lanxi.yaml': sampleSidecar })
  config = loadConfig({ corpus, index: newFolder(), variables: { DATA_DIR: newFolder() } })
  const bare = await composeAssistant(config)
  const { reportId, section, sentence } = (await bare.assistant.ask('2031年地区生产总值目标是多少?')).reply
    .citations[0]!
  const source = { ...sampleEntry().sources[0]!, reportId, section, sentence }
  const content = toContent(sampleEntry({ sources: [source], answer: approvedAnswer, also: [] }))
  const folder = await faqFolderFor(config)
  mkdirSync(folder, { recursive: true })
  await writeReview(join(folder, 'review.yaml'), [
    { id: 'q-1', state: 'approved', ...content },
    { id: 'q-2', state: 'draft', ...content, question: '2030年新建了多少个公园?' },
  ])
  house = await composeAssistant(config)
})

const answerTo = async (question: string) => (await house.assistant.ask(question)).reply.answer

describe('the house with approved entries', () => {
  it('answers an approved question, and one nearly the same, with the approved words and their citation', async () => {
    for (const question of ['2031年GDP的增长目标是多少?', '2031年GDP增长目标是多少呢?']) {
      const { reply } = await house.assistant.ask(question)
      expect(reply.answer).toBe(approvedAnswer)
      expect(reply.citations[0]).toMatchObject({ sentence: '地区生产总值增长7.5%左右;' })
      expect(house.gate.checkReply(reply).ok).toBe(true)
    }
  })

  it('does not take a question near by its letters only for the approved one', async () => {
    const own = await answerTo('2030年GDP的增长目标是多少?')
    expect(own).not.toBe(approvedAnswer)
    expect(await answerTo('2031年工业的增长目标是多少?')).not.toBe(approvedAnswer)
  })

  it('offers approved entries only, and does not answer from drafts', async () => {
    expect(house.approved.map(({ id }) => id)).toEqual(['q-1'])
    expect(await answerTo('2030年新建了多少个公园?')).toContain('17个')
  })

  it('goes on without them, saying so, where somebody broke the review file', async () => {
    writeFileSync(join(await faqFolderFor(config), 'review.yaml'), '- id: [')
    const notices: string[] = []
    const { approved, assistant } = await composeAssistant(config, (notice) => notices.push(notice))
    expect(approved).toEqual([])
    expect(notices.join()).toContain('审核表')
    expect((await assistant.ask('2030年新建了多少个公园?')).reply.answer).toContain('17个')
  })
})
