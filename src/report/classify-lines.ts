import { isProse } from './find-body.js'
import { type Marker, readMarker } from './heading-marker.js'
import { layoutWords, wordPattern } from './layout-words.js'
import { trimText } from './mapped-text.js'
import { type Heading, readHeading } from './read-heading.js'
import { headsRow, isRow } from './read-tables.js'
import type { SourceLine } from './source-line.js'

/** What a line of a report's body is. */
export type BodyLine =
  | { kind: 'row'; line: SourceLine }
  | { kind: 'unit'; line: SourceLine; unit: string }
  | { kind: 'note'; line: SourceLine }
  | { kind: 'heading'; line: SourceLine; heading: Heading }
  | { kind: 'paragraph'; line: SourceLine; isAddress: boolean }

const MEASURED = /\d\s*(?:[%％‰]|[万亿]?元|[万亿]|个百分点|[户家个件套处条名人次场座所项吨亩])/
const UNIT = /^[（(]?\s*(?:计量)?单位\s*[：:]\s*([^\s）)]{1,12})/
const MAX_PLAIN = 40

/** Tells headings, paragraphs, table rows and notes apart. */
export function classifyLines(lines: readonly SourceLine[]): BodyLine[] {
  const body: BodyLine[] = []
  let inNotes = false
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (isAnnexList(line.text)) {
      while (readMarker(lines[i + 1]?.text ?? '')?.kind === 'arabic' && !isProse(lines[i + 1]!.text)) i++
      continue
    }
    const beginsNotes = isNoteTitle(line.text)
    inNotes = beginsNotes || (inNotes && readMarker(line.text)?.kind !== 'annex')
    if (beginsNotes) continue
    body.push(inNotes ? { kind: 'note', line } : classify(lines, i))
  }
  return checkLone(checkLists(body))
}

function classify(lines: readonly SourceLine[], i: number): BodyLine {
  const whole = lines[i]!
  const unit = UNIT.exec(whole.text.trim())
  if (unit) return { kind: 'unit', line: whole, unit: unit[1]! }
  const isTabular = isRow(whole.text) || headsRow(whole.text, lines[i + 1]?.text ?? '')
  if (isTabular && !isCaption(whole.text.trim())) return { kind: 'row', line: whole }
  const line = { ...trimText(whole), heading: whole.heading }
  const { text } = line
  if (isNote(text)) return { kind: 'note', line }
  const heading = readHeading(text) ?? unnumberedHeading(lines, i)
  if (heading) return { kind: 'heading', line, heading }
  return { kind: 'paragraph', line, isAddress: isAddress(lines, i) }
}

/** The last entry of a numbered list ends with 。 like a heading does; those before it with ； like no heading. */
function checkLists(body: readonly BodyLine[]): BodyLine[] {
  let entryBefore: Marker | null = null
  return body.map((entry) => {
    const marker = readMarker(entry.line.text)
    const follows = marker !== null && entryBefore?.kind === marker.kind && entryBefore.number + 1 === marker.number
    const isEntry = marker !== null && (/[；;]$/.test(entry.line.text) || follows) && isListEnd(entry.line.text)
    entryBefore = isEntry ? marker : null
    return isEntry && entry.kind === 'heading' ? { kind: 'paragraph', line: entry.line, isAddress: false } : entry
  })
}

function isListEnd(text: string): boolean {
  return /[；;。]$/.test(text)
}

/** Speaks to the listeners, or sums up; it belongs to no numbered item in front of it. */
function isAddress(lines: readonly SourceLine[], i: number): boolean {
  const { addresses, summaries } = layoutWords()
  const text = lines[i]!.text.trim()
  if (wordPattern('^', addresses).test(text)) return true
  return wordPattern('^', summaries).test(text) && readMarker(lines[i - 1]?.text.trim() ?? '') === null
}

/** Numbers alone (01, 02) count only as a series, since 10 月 begins like one. */
function checkLone(body: readonly BodyLine[]): BodyLine[] {
  let last = 0
  return body.map((entry) => {
    if (entry.kind !== 'heading' || entry.heading.marker.kind !== 'lone') return entry
    if (entry.heading.marker.number !== last + 1) return { kind: 'paragraph', line: entry.line, isAddress: false }
    last++
    return entry
  })
}

/** 附件:1.…收支总表 lists what follows. */
function isAnnexList(text: string): boolean {
  const marker = readMarker(text)
  return marker?.kind === 'annex' && readMarker(text.slice(marker.length))?.kind === 'arabic'
}

function isNoteTitle(text: string): boolean {
  const marker = readMarker(text)
  const title = text.slice(marker?.kind === 'annex' ? marker.length : 0).replace(/[\s：:[\]【】]/g, '')
  const { note_titles } = layoutWords()
  if (wordPattern('^', note_titles, '$').test(title)) return true
  return (
    title.length <= 30 &&
    wordPattern(
      '',
      note_titles.filter((words) => words.length >= 4),
      '$',
    ).test(title)
  )
}

/** 注:… under a table, 图1 … under a picture, 资料来源:… */
function isNote(text: string): boolean {
  return (
    wordPattern('^[（(]?', layoutWords().note_titles, '\\s*\\d?\\s*[：:]').test(text) ||
    (/^图\s*[\d一二三四五六七八九十]/.test(text) && text.length < 80)
  )
}

function unnumberedHeading(lines: readonly SourceLine[], i: number): Heading | null {
  const { heading } = lines[i]!
  const text = lines[i]!.text.trim()
  if (isCaption(text)) return headingOf(text, 'caption')
  if (heading !== null && text.length <= 80) return headingOf(text, 'plain')
  if (!looksPlain(text) || (i > 0 && !endsBlock(lines[i - 1]!.text))) return null
  const next = lines[i + 1]?.text ?? ''
  if (isRow(next) || UNIT.test(next)) return headingOf(text, 'caption')
  return isProse(next) || readHeading(next) !== null ? headingOf(text, 'plain') : null
}

/** 表1 … above a table. */
function isCaption(text: string): boolean {
  return text.length < 80 && !text.includes('\t') && /^表\s*[\d一二三四五六七八九十-]+/.test(text)
}

/** A short line without stops and figures. */
function looksPlain(text: string): boolean {
  if (text.length < 4 || text.length > MAX_PLAIN) return false
  const outside = text.replace(/“[^”]*”|《[^》]*》|（[^）]*）|\([^)]*\)/g, '')
  if (/[。；，,;：:！？!?\t]/.test(outside)) return false
  return (
    !MEASURED.test(text) &&
    !/\d月\d*日?/.test(text) &&
    (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= text.length * 0.5
  )
}

/** A heading stands behind a finished paragraph, another heading or a table. */
function endsBlock(text: string): boolean {
  return /[。！？；!?;：:”）)》]$/.test(text) || isRow(text) || readHeading(text) !== null
}

function headingOf(text: string, kind: Marker['kind']): Heading {
  return { marker: { kind, number: 1, length: 0 }, start: 0, end: text.length, bodyStart: text.length, ownLine: true }
}
