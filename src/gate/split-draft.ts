import { extractFigures } from '../report/ledger/extract-figures.js'
import { foldWidth } from '../text/width.js'

/** A sentence of a draft, with what stands over it. */
export interface DraftSentence {
  /** List numbers and citation marks are blanked, so that offsets hold. */
  text: string
  /** Offset in the draft. */
  start: number
  /** The heading or the lead line that it stands under; '' where there is none. */
  lead: string
  paragraph: number
  /** True where the sentence goes on from the one before by a semicolon. */
  continues: boolean
  /** Numbers of the citation marks [1] in it and right behind it. */
  marks: number[]
}

const SENTENCE_END = /[。!?;\uff01\uff1f\uff1b]/
/** [1], or ① as tables have it. */
const CITATION_MARKS = /[[\uff3b]\d{1,3}[\]\uff3d]|[\u2460-\u2473]/g
const LIST_NUMBER = /^\s*(?:[-·•*]\s*)?(?:\d{1,3}[.、\uff0e)\uff09](?!\d)|[(\uff08]\d{1,3}[)\uff09])/
const LONGEST_HEADING = 40

/** Splits a draft at its sentence marks and line ends, and tells every sentence the heading that it stands under. */
export function splitDraft(text: string): DraftSentence[] {
  const sentences: DraftSentence[] = []
  let lead = ''
  let offset = 0
  for (const [paragraph, line] of text.split('\n').entries()) {
    const bare = blank(line, LIST_NUMBER)
    if (isLead(bare)) lead = bare.trim()
    for (const part of splitLine(bare))
      sentences.push({
        text: blank(part.text, CITATION_MARKS),
        start: offset + part.start,
        lead,
        paragraph,
        continues: part.continues,
        marks: [...part.text.matchAll(CITATION_MARKS)].map(([mark]) => numberOf(mark)),
      })
    offset += line.length + 1
  }
  return sentences
}

function numberOf(mark: string): number {
  return mark.length > 1 ? Number(mark.slice(1, -1)) : mark.charCodeAt(0) - 0x245f
}

function splitLine(line: string): { text: string; start: number; continues: boolean }[] {
  const parts: { text: string; start: number; continues: boolean }[] = []
  for (let start = 0; start < line.length; ) {
    let end = start
    while (end < line.length && !SENTENCE_END.test(line[end]!)) end++
    const marks = /^[”"』」)\uff09]*(?:\s*[[\uff3b]\d{1,3}[\]\uff3d])+/.exec(line.slice(end + 1))?.[0] ?? ''
    end = Math.min(end + 1 + marks.length, line.length)
    const text = line.slice(start, end)
    if (text.trim()) parts.push({ text, start, continues: start > 0 && /[;\uff1b]/.test(line[start - 1]!) })
    start = end
  }
  return parts
}

function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => ' '.repeat(found.length))
}

/** A line that ends in a colon, or a short one without a stop: it stands over the lines below. */
function isLead(line: string): boolean {
  const bare = foldWidth(line).trim()
  if (bare.endsWith(':')) return true
  if (bare === '' || bare.length > LONGEST_HEADING || /[。!?;,]/.test(bare)) return false
  return extractFigures(bare).length === 0
}
