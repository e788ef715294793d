import { readMarker } from './heading-marker.js'
import { layoutWords, metadataLabels, wordPattern } from './layout-words.js'
import type { SourceLine } from './source-line.js'

/** A page taken apart. */
export interface PageParts {
  /** Navigation, metadata and title: what stands in front of the report's text. */
  front: SourceLine[]
  body: SourceLine[]
}

/** A line this long that ends like a sentence is prose, not a menu. */
const PROSE_LENGTH = 30
/** Behind this share of the prose, a line that looks like the page's foot ends the report. */
const TAIL_SHARE = 0.6
const MAX_TAIL_LENGTH = 40
const ATTACHMENT = /\.(?:xlsx?|docx?|pdf|zip|rar|wps|et|ofd|pptx?)\s*$/i

/** Takes the page's chrome off: menus in front, contents, the page's foot. */
export function findBody(lines: readonly SourceLine[]): PageParts {
  const written = lines.filter((line) => !isContentsLine(line.text))
  const begin = bodyStart(written)
  const end = bodyEnd(written, begin)
  return { front: written.slice(0, begin), body: written.slice(begin, end).filter((line) => !isChrome(line.text)) }
}

/** True for a whole sentence of some length: menus have none. */
export function isProse(text: string): boolean {
  return text.length >= PROSE_LENGTH && /[。；;，,]/.test(text) && !text.includes('\t')
}

function isContentsLine(text: string): boolean {
  return text.length < 200 && /[.…·]{4,}\s*\d{1,3}\s*$/.test(text)
}

/** The report begins with its address to the listeners, its first heading or its first prose. */
function bodyStart(lines: readonly SourceLine[]): number {
  const address = wordPattern('^\\s*', layoutWords().addresses, '\\s*[：:！!，,]')
  const from = contentsEnd(lines)
  if (from > 0) return from
  for (let i = from; i < lines.length; i++) {
    const { text } = lines[i]!
    if (isChrome(text) || isMetadata(text)) continue
    if (address.test(text) || isProse(text)) return headingsAbove(lines, i)
    if (isFirstHeading(text) && hasProseSoon(lines, i)) return i
  }
  return from
}

/** Headings right above the first prose belong to the body. */
function headingsAbove(lines: readonly SourceLine[], at: number): number {
  let start = at
  while (start > 0 && isHeadingAbove(lines[start - 1]!)) start--
  return start
}

/** A numbered line, one that the format marks below the title, or an unnumbered 2024年工作回顾. */
function isHeadingAbove({ text, heading }: SourceLine): boolean {
  if (/\d{4}\s*年\s*\d{1,2}\s*月/.test(text)) return false
  if (readMarker(text) !== null || (heading !== null && heading > 1)) return true
  const { report_nouns, review_words, plan_words } = layoutWords()
  if (text.length > 30 || wordPattern('', report_nouns).test(text)) return false
  return /\d{4}年/.test(text) && wordPattern('', [...review_words, ...plan_words]).test(text)
}

function isFirstHeading(text: string): boolean {
  const marker = readMarker(text)
  return marker !== null && marker.number === 1 && ['part', 'han', 'bracketedHan', 'lone'].includes(marker.kind)
}

function hasProseSoon(lines: readonly SourceLine[], at: number): boolean {
  return lines.slice(at, at + 4).some(({ text }) => isProse(text))
}

/** Behind a table of contents: numbered lines without any prose, up to the first that comes again. 0 where there is none. */
function contentsEnd(lines: readonly SourceLine[]): number {
  const title = wordPattern('^', layoutWords().contents_titles, '$')
  const start = lines.findIndex(({ text }) => title.test(text.replace(/\s/g, '')))
  if (start < 0) return 0
  const listed = new Set<string>()
  for (let end = start + 1; end < lines.length; end++) {
    const text = lines[end]!.text.replace(/\s/g, '')
    if (readMarker(text) === null || isProse(text) || listed.has(text)) return end
    listed.add(text)
  }
  return lines.length
}

function bodyEnd(lines: readonly SourceLine[], begin: number): number {
  const total = proseLength(lines.slice(begin))
  const tail = wordPattern('^', layoutWords().tail_marks)
  const longTail = wordPattern('^', layoutWords().tail_starts)
  let read = 0
  for (let i = begin; i < lines.length; i++) {
    const text = lines[i]!.text.trim()
    read += isProse(text) ? text.length : 0
    if (read < total * TAIL_SHARE) continue
    const isTail = longTail.test(text) || (text.length <= MAX_TAIL_LENGTH && tail.test(text) && !/[。；]$/.test(text))
    if (isTail && !goesOn(lines, i + 1)) return i
  }
  return lines.length
}

/** 主办单位:… below a task of a list is no page's foot: a numbered heading with prose under it follows. */
function goesOn(lines: readonly SourceLine[], at: number): boolean {
  const next = lines[at]
  return next !== undefined && readMarker(next.text) !== null && hasProseSoon(lines, at)
}

function proseLength(lines: readonly SourceLine[]): number {
  return lines.reduce((sum, { text }) => sum + (isProse(text) ? text.length : 0), 0)
}

function isChrome(text: string): boolean {
  if (text.length >= 200) return false
  return wordPattern('', layoutWords().chrome_marks).test(text) || ATTACHMENT.test(text)
}

/** 索引号: … 主题分类: … */
function isMetadata(text: string): boolean {
  const label = wordPattern('^\\s*[【\\[]?\\s*', metadataLabels(layoutWords()), '\\s*[：:\\[]')
  return label.test(text.replace(/[ \u3000]/g, ''))
}
