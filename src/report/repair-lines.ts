import { readMarker } from './heading-marker.js'
import { joinCells } from './join-cells.js'
import { joinTexts, type MappedText, subText, trimText, withoutMatches } from './mapped-text.js'
import type { SourceLine } from './source-line.js'

const HAN = '\\p{Script=Han}'
const WIDE = `[${HAN}\\u3000-\\u303f\\uff00-\\uffef“”‘’—…·]`
const SPACED_PAIR = new RegExp(`${WIDE}[ \\u3000\\u00a0]+(?=${WIDE})`, 'gu')
const PAIR = new RegExp(`${WIDE}(?=${WIDE})`, 'gu')
const BLANKS_AT_WIDE = new RegExp(`(?<=${WIDE})[ \\u3000\\u00a0]+|[ \\u3000\\u00a0]+(?=${WIDE})`, 'gu')
const DIGIT = '[0-9０-９]'
const SPACED_DIGITS = new RegExp(`(?<=(?<!${DIGIT})${DIGIT})[ \\u3000\\u00a0](?=${DIGIT}(?!${DIGIT}))`, 'gu')
const DIGITS = new RegExp(`${DIGIT}(?=${DIGIT})`, 'gu')
const PAGE_NUMBER = /^\s*(?:[-—–―－]+\s*\d{1,3}\s*[-—–―－]+|第\s*\d{1,3}\s*页.{0,12}|\d{1,3}\s*\/\s*\d{1,3})\s*$/
const TERMINAL = /[。！？；!?;：:…][”’"」』》）)]*\s*$/
const ENDS_OPEN = /(?:[，,、（(“‘《「『]|[的和与及为至])\s*$/
const BEGINS_CLOSING = /^\s*(?:[，。；：、》）”’」』,;)]|[是为][：:])/
/** 责任单位:区商务局 ends an item, though no stop stands behind it. */
const ENDS_ITEM = /[。；](?:责任|牵头|主管|承办|负责|实施|主办|配合)(?:单位|部门|人)[:：][^。；]{2,40}$/
/** From this length on, a line without a line break inside is a text whose paragraphs were run together. */
const FLATTENED_LENGTH = 1500
/** A flattened text has blanks where its paragraphs were: one in at most so many characters. */
const FLATTENED_SHARE = 600

/** Undoes what copying and converting did: blanks between characters, page numbers, hard wraps, paragraphs run together, cells apart. */
export function repairLines(lines: readonly SourceLine[]): SourceLine[] {
  const numbered = lines.filter((line) => !PAGE_NUMBER.test(line.text))
  const isSpacedOut = numbered.filter(isSpaced).length > numbered.length / 2
  const closed = numbered.map((line) => (isSpacedOut || isSpaced(line) ? closeUp(line) : line))
  return joinBroken(joinWrapped(joinCells(closeDigits(closed).flatMap(splitFlattened))))
}

function isSpaced({ text }: SourceLine): boolean {
  const spaced = count(text, SPACED_PAIR)
  return spaced >= 2 && spaced >= 1.5 * count(text, PAIR)
}

/** 政 府 工 作 报 告 reads 政府工作报告. Where a text is spaced out, so is 长  3.1%, the end of a line of it. */
function closeUp(line: SourceLine): SourceLine {
  if (line.text.includes('\t')) return line
  return { ...withoutMatches(line, BLANKS_AT_WIDE), heading: line.heading }
}

/** 增长6 5 ％ reads 增长65％, and 4 0 0 万吨 400万吨, in a text that sets its digits apart. */
function closeDigits(lines: readonly SourceLine[]): readonly SourceLine[] {
  const sumOf = (pattern: RegExp) => lines.reduce((sum, { text }) => sum + count(text, pattern), 0)
  if (sumOf(SPACED_DIGITS) <= sumOf(DIGITS)) return lines
  return lines.map((line) =>
    closeUp(line.text.includes('\t') ? line : { ...line, ...withoutMatches(line, SPACED_DIGITS) }),
  )
}

function count(text: string, pattern: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(pattern)) found++
  return found
}

function splitFlattened(line: SourceLine): SourceLine[] {
  if (line.text.length < FLATTENED_LENGTH || line.text.includes('\t')) return [line]
  const breaks = [...line.text.matchAll(/(?<=[^\x21-\x7e])\s+(?=[^\x21-\x7e])|(?<=[。！？；])\s+/g)]
  if (breaks.length * FLATTENED_SHARE < line.text.length) return [line]
  const starts = [0, ...breaks.map((match) => match.index)]
  return starts.map((start, i) => ({ ...subText(line, start, starts[i + 1] ?? line.text.length), heading: null }))
}

/** Joins the lines of a text that was wrapped at a fixed width, where most lines are full and end in mid-sentence. */
function joinWrapped(lines: readonly SourceLine[]): SourceLine[] {
  const width = wrapWidth(lines)
  if (width === null) return [...lines]
  const groups: SourceLine[][] = []
  let full = false
  for (const line of lines) {
    const last = groups.at(-1)
    if (last && full && !startsAnew(line)) last.push(line)
    else groups.push([line])
    full = displayWidth(line.text) >= width * 0.9 && !(last === undefined && TERMINAL.test(line.text))
  }
  return groups.map(join)
}

/** The width of a wrapped text, in characters; null where the text is not wrapped. */
function wrapWidth(lines: readonly SourceLine[]): number | null {
  const prose = lines.filter(({ text }) => text.trim().length >= 15 && !text.includes('\t'))
  if (prose.length < 20) return null
  const widths = prose.map(({ text }) => displayWidth(text)).sort((a, b) => a - b)
  const typical = widths[Math.floor(widths.length * 0.6)] ?? 0
  const near = widths.filter((width) => Math.abs(width - typical) <= typical * 0.12).length
  const open = prose.filter(({ text }) => !TERMINAL.test(text)).length
  return near > prose.length * 0.6 && open > prose.length * 0.5 ? typical : null
}

/** Half-width characters take half a place. */
function displayWidth(text: string): number {
  let width = 0
  for (const character of text.trim()) width += character.charCodeAt(0) < 0x100 ? 0.5 : 1
  return width
}

function startsAnew(line: SourceLine): boolean {
  const marker = readMarker(line.text.trim())
  return marker !== null && marker.kind !== 'item'
}

/** Joins a line whose sentence goes on in the next: a link, a subscript or bold words stood on a line of their own. */
function joinBroken(lines: readonly SourceLine[]): SourceLine[] {
  const groups: SourceLine[][] = []
  let sofar = ''
  for (const line of lines.map(trim)) {
    const last = groups.at(-1)
    const continues = last !== undefined && goesOn(sofar, line)
    if (continues) last.push(line)
    else groups.push([line])
    sofar = endsOf(continues ? sofar + line.text : line.text)
  }
  return groups.map(join)
}

/** Enough of a text to tell whether it goes on: a text of millions of joined lines is not read again for each. */
function endsOf(text: string): string {
  return text.length <= 2 * ENDS ? text : text.slice(0, ENDS) + text.slice(-ENDS)
}

const ENDS = 500

function goesOn(last: string, line: SourceLine): boolean {
  if (last.includes('\t') || line.text.includes('\t')) return false
  if (isMarkerAlone(last)) return readMarker(line.text) === null && line.text.length <= 60
  if (startsAnew(line) && !/^\d+\.\d/.test(line.text)) return false
  if (BEGINS_CLOSING.test(line.text)) return true
  if (ENDS_OPEN.test(last) || staysOpen(last, line.text)) return true
  if (/\p{Script=Han}.*[A-Za-z]$/u.test(last) && /^\d/.test(line.text)) return true
  if (ENDS_ITEM.test(last)) return false
  const marker = readMarker(last)
  const prose = /[，。；,;]/.test(last) && last.length >= 25 && (marker === null || /[。；;]/.test(last))
  return prose && !TERMINAL.test(last) && !/[”）)』」》]$/.test(last)
}

/** A title or a quotation that is opened on one line and closed on the next. */
function staysOpen(first: string, second: string): boolean {
  const opened = first.slice(-60).search(/[《“][^》”]*$/)
  return opened >= 0 && /^[^《“]{0,60}[》”]/.test(second)
}

/** 01 or 一、 or 附件1 on a line of its own: its title is the next line. */
function isMarkerAlone(text: string): boolean {
  return /^(?:0\d|1\d|[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十]{1,3}[）)]|附[件表]\s*\d{0,2}[：:]?)$/.test(
    text,
  )
}

function join(lines: readonly SourceLine[]): SourceLine {
  const [first, second, ...others] = lines
  if (!first || !second) return first!
  const gap = isMarkerAlone(first.text) && /[\d件表]$/.test(first.text) ? [blankBetween(first, second)] : []
  return { ...joinTexts([first, ...gap, ...[second, ...others].map(trimText)]), heading: first.heading }
}

/** The stored line break, read as a blank. */
function blankBetween(first: MappedText, second: MappedText): MappedText {
  const start = first.runs.at(-1)?.end ?? 0
  return { text: ' ', runs: [{ at: 0, start, end: Math.max(start, second.runs[0]?.start ?? start) }] }
}

function trim(line: SourceLine): SourceLine {
  if (line.text.includes('\t')) return line
  return { ...trimText(line), heading: line.heading }
}
