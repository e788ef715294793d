import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Report, Section, Statement } from '../../src/report/report.js'

/** A report of one section for each heading, of one paragraph each; the statements are given as they read. */
export function reportOf(id: string, content: Record<string, readonly string[]>): Report {
  const sections: Section[] = []
  const statements: Statement[] = []
  let text = ''
  const add = (kind: Statement['kind'], words: string) => {
    const index = statements.length
    const [start, end] = [text.length, text.length + words.length]
    statements.push({ index, kind, start, end, text: words, section: sections.length - 1, paragraph: sections.length })
    text += `${words}\n`
  }
  for (const [heading, sentences] of Object.entries(content)) {
    const at = { start: text.length, end: text.length + heading.length + sentences.join('\n').length }
    sections.push({ path: [heading], level: 1, title: heading, parent: null, ...at, period: null, status: null })
    add('heading', heading)
    for (const sentence of sentences) add('sentence', sentence)
  }
  return {
    ...blank,
    id,
    file: `/${id}.txt`,
    text,
    hash: createHash('sha256').update(text).digest('hex'),
    sections,
    statements,
  }
}

const blank = {
  title: '',
  place: null,
  placeAliases: [],
  kind: 'other',
  years: { result: null, plan: null },
  metadata: {
    indexNumber: null,
    publisher: null,
    publishedOn: null,
    validity: null,
    givenOn: null,
    meeting: null,
    speaker: null,
    speakerOffice: null,
  },
  figures: [],
  url: null,
  contact: null,
  isDefault: false,
} as const satisfies Partial<Report>

/** `count` sentences that differ from each other and, by `topic`, from another report's, each long enough for a chunk. */
export function sentencesOf(topic: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${topic}第${i}项工作${'稳步推进'.repeat(40)},完成投资${i * 37}万元。`)
}

/** Sentences of the report in corpus/. */
export function realSentences(): string[] {
  const file = new URL('../../corpus/qingshanhu-2023-plan.txt', import.meta.url)
  const sentences = readFileSync(file, 'utf8').split(/(?<=[。;；])|\n/)
  return sentences.map((sentence) => sentence.trim()).filter(({ length }) => length > 8)
}
