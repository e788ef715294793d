import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { renewReview } from '../../src/faq/renew-review.js'
import { toContent } from '../../src/faq/review.js'
import { readReview, writeReview } from '../../src/faq/review-file.js'
import { takeStep } from '../../src/faq/review-steps.js'
import { newFolder, reportOf, sampleEntry } from './fixture.js'

const report = reportOf()
const inReport = sampleEntry({
  sources: [{ ...sampleEntry().sources[0]!, section: ['二、2031年预期目标'], sentence: '地区生产总值增长7.5%左右;' }],
})
const reworded = { ...inReport, answer: '2031年:地区生产总值目标增长7.5%左右。[1]' }
const draft = { id: 'q-1', state: 'draft' as const, ...toContent(inReport) }

describe('renewing the review', () => {
  it('takes over what a run says for drafts, and drops those it no longer makes', () => {
    const { review, changes } = renewReview([draft], [reworded], [report])
    expect(review[0]).toMatchObject({ state: 'draft', answer: reworded.answer })
    expect(changes.reworded).toHaveLength(1)
    expect(renewReview([draft], [], [report]).review).toEqual([])
  })

  it('keeps approved words while the report holds their sentence, whatever the run says', () => {
    const approved = { ...draft, state: 'approved' as const }
    expect(renewReview([approved], [reworded], [report]).review).toEqual([approved])
    expect(renewReview([approved], [], [report]).review).toEqual([approved])
  })

  it('marks them stale when it does not, and changes nothing more when run again', () => {
    const approved = { ...draft, state: 'published' as const }
    const other = reportOf(report.text.replace('增长7.5%左右', '增长7%左右'))
    const { review, changes } = renewReview([approved], [reworded], [other])
    expect(review[0]).toMatchObject({ state: 'stale', answer: inReport.answer, next: { answer: reworded.answer } })
    expect(changes.stale).toHaveLength(1)
    expect(renewReview(review, [reworded], [other]).review).toEqual(review)
    expect(renewReview([approved], [], [other]).review[0]).toMatchObject({ state: 'stale', next: null })
  })
})

describe('the review file', () => {
  it('gives back what was written, and differs by the lines of what changed', async () => {
    const file = join(newFolder(), 'review.yaml')
    const entries = [draft, { ...draft, id: 'q-2' }]
    await writeReview(file, entries)
    expect(readReview(file)).toEqual(entries)
  })

  it('is refused where it is none, naming the field', () => {
    const file = join(newFolder(), 'review.yaml')
    writeFileSync(file, '- id: q-1\n  state: fertig\n')
    expect(() => readReview(file)).toThrow(/review\.yaml.*state/)
    writeFileSync(file, '- [')
    expect(() => readReview(file)).toThrow(/审核表/)
  })
})

describe('the steps of a review', () => {
  it('lead from draft to approved to published and back', () => {
    const approved = takeStep([draft], 'approve', ['q-1'])
    const published = takeStep(approved.review, 'publish', ['q-1'])
    expect([approved.review[0]!.state, published.review[0]!.state]).toEqual(['approved', 'published'])
    expect(takeStep(published.review, 'withdraw', ['q-1']).review).toEqual([draft])
  })

  it('refuse an id that is none, a draft to be published, and a stale entry with nothing new', () => {
    expect(() => takeStep([draft], 'approve', ['q-9'])).toThrow('q-9')
    expect(() => takeStep([draft], 'publish', ['q-1'])).toThrow('草稿')
    const stale = { ...draft, state: 'stale' as const, next: null }
    expect(() => takeStep([stale], 'approve', ['q-1'])).toThrow('withdraw')
  })

  it('pass over what cannot take them where all are meant', () => {
    const approved = { ...draft, id: 'q-2', state: 'approved' as const }
    const { review, changed } = takeStep([draft, approved], 'publish', ['all'])
    expect(review.map(({ state }) => state)).toEqual(['draft', 'published'])
    expect(changed).toBe(1)
  })
})
