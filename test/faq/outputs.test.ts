import { describe, expect, it } from 'vitest'
import type { PageEntry } from '../../src/faq/page-entry.js'
import { toPageEntries } from '../../src/faq/page-entry.js'
import { toContent } from '../../src/faq/review.js'
import { fragmentLink } from '../../src/faq/text-fragment.js'
import { toCsv } from '../../src/faq/to-csv.js'
import { toMarkdown } from '../../src/faq/to-markdown.js'
import { toPage } from '../../src/faq/to-page.js'
import { withApproved } from '../../src/faq/with-approved.js'
import { createFakeAssistant } from '../fakes/fake-assistant.js'
import { reportOf, sampleEntry, themes } from './fixture.js'

const page = (changes: Partial<PageEntry> = {}): PageEntry => {
  const { sources, ...entry } = sampleEntry()
  return { ...entry, state: 'published', sources: sources.map((source) => ({ ...source, link: null })), ...changes }
}
const dataOf = (html: string) =>
  JSON.parse(/ld\+json">(.*?)<\/script>/s.exec(html)![1]!) as {
    mainEntity: { name: string; acceptedAnswer: { text: string } }[]
  }

describe('the page', () => {
  it('holds FAQPage data of what staff approved, without source marks', () => {
    const data = dataOf(toPage([page(), page({ id: 'q-2', state: 'draft' })], '问答', null))
    expect(data.mainEntity).toHaveLength(1)
    expect(data.mainEntity[0]!.acceptedAnswer.text).toBe('2031年目标:地区生产总值增长7.5%左右。')
  })

  it('is kept from search engines as long as it holds a draft', () => {
    expect(toPage([page({ state: 'draft' })], '问答', null)).toContain('content="noindex"')
    expect(toPage([page()], '问答', null)).not.toContain('noindex')
  })

  it('cannot be broken by what a report says', () => {
    const html = toPage([page({ question: '</script><img src=x onerror=alert(1)>"&', theme: '<b>' })], '<i>', '<u>')
    expect(html).not.toMatch(/<img|<b>|<i>|<u>/)
    expect(html.match(/<\/script>/g)).toHaveLength(2)
    expect(dataOf(html).mainEntity[0]!.name).toContain('</script>')
  })

  it('loads nothing from elsewhere and gives every entry an anchor', () => {
    const html = toPage([page()], '问答', null)
    expect(html).not.toMatch(/(?:src|href)="(?!#)/)
    expect(html).toContain('<article id="q-1"')
    expect(html).toContain('href="#q-1"')
  })
})

describe('the other files', () => {
  it('quote cells as RFC 4180 asks, and defuse formulas', () => {
    const csv = toCsv([page({ question: '=1+1', answer: '甲,“乙”"丙"\n丁[1]' })])
    expect(csv.startsWith('\uFEFF')).toBe(true)
    expect(csv).toContain(",'=1+1,")
    expect(csv).toContain('"甲,“乙”""丙""\n丁[1]"')
  })

  it('keep Markdown’s marks as text', () => {
    expect(toMarkdown([page({ question: '*甲*_乙_<b>' })], '问答')).toContain('\\*甲\\*\\_乙\\_\\<b\\>')
  })

  it('leave out entries whose sentence the report does not hold', () => {
    const report = reportOf()
    const good = { id: 'q-1', state: 'approved' as const, ...toContent(sampleEntry()) }
    const gone = { ...good, id: 'q-2', sources: good.sources.map((source) => ({ ...source, sentence: '没有这句' })) }
    const [entry, ...others] = toPageEntries(
      [good, gone],
      [{ ...report, url: 'https://example.gov.cn/a.html' }],
      themes.names,
    )
    expect(others).toEqual([])
    const { start, end, sentence, link } = entry!.sources[0]!
    expect(report.text.slice(start, end)).toBe(sentence)
    expect(link).toMatch(/^https:\/\/example\.gov\.cn\/a\.html#:~:text=/)
  })
})

describe('a text fragment', () => {
  it('names a short sentence whole and a long one by its ends', () => {
    expect(fragmentLink('https://a.cn/x', '增长8%左右;')).toBe(
      `https://a.cn/x#:~:text=${encodeURIComponent('增长8%左右;')}`,
    )
    const long = `${'甲'.repeat(20)}乙,丙-${'丁'.repeat(20)}`
    expect(fragmentLink('https://a.cn/x#top', long)).toBe(
      `https://a.cn/x#top:~:text=${encodeURIComponent('甲'.repeat(12))},${encodeURIComponent('丁'.repeat(12))}`,
    )
  })

  it('writes commas and dashes so that they mean themselves', () => {
    expect(fragmentLink('https://a.cn', '1,2-3')).toBe('https://a.cn#:~:text=1%2C2%2D3')
  })
})

describe('an assistant with approved answers', () => {
  const words = { sources: '出处:', decision: '照用。' }

  it('answers the same question, and every wording checked for it, with the approved words', async () => {
    const assistant = withApproved(createFakeAssistant(), [page({ answer: '审核过的。[1]' })], words)
    for (const question of ['2031年GDP的增长目标是多少', '２０３１年GDP计划增长多少？']) {
      const { reply, trace } = await assistant.ask(question)
      expect(reply).toMatchObject({ question, answer: '审核过的。[1]', outcome: 'answered' })
      expect(reply.citations[0]).not.toHaveProperty('link')
      expect(trace.decision[0]).toBe('照用。')
    }
  })

  it('hands on every other question, drafts, stale entries and questions to another report', async () => {
    const entries = [page({ state: 'draft' }), page({ state: 'stale', question: '甲是多少?', also: [] })]
    const plain = await createFakeAssistant().ask('x')
    for (const question of ['2031年GDP的增长目标是多少?', '甲是多少?', '2030年GDP的增长目标是多少?']) {
      const { reply } = await withApproved(createFakeAssistant(), entries, words).ask(question)
      expect(reply.answer).toBe(plain.reply.answer)
    }
    const other = await withApproved(createFakeAssistant(), [page()], words).ask(page().question, { reportId: 'other' })
    expect(other.reply.answer).toBe(plain.reply.answer)
  })
})
