import { mappedSlice, subText, withoutMatches } from './mapped-text.js'
import { readHtml } from './read-html.js'
import type { SourceLine } from './source-line.js'

export type ReportFormat = 'text' | 'markdown' | 'html'

const LINE = /[^\r\n\f\v\u2028\u2029]+/g
const EMPHASIS = /\*\*|__|`|(?<=[^\s*])\*(?=[^\s*])|!?\[(?=[^\]]*\]\()|\]\([^)\s]*\)/g
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g

/** The lines of a stored text, empty ones left out. */
export function readLines(stored: string, format: ReportFormat): SourceLine[] {
  const lines = format === 'html' ? readHtml(stored) : plainLines(stored)
  const read = format === 'markdown' ? lines.flatMap(readMarkdownLine) : lines
  return read.map((line) => ({ ...withoutMatches(line, INVISIBLE), heading: line.heading })).filter(isWritten)
}

function plainLines(stored: string): SourceLine[] {
  return [...stored.matchAll(LINE)].map((match) => ({
    ...mappedSlice(stored, match.index, match.index + match[0].length),
    heading: null,
  }))
}

/** Marks of headings, lists, quotes, emphasis and links off; a table's row has its cells separated by tabs. */
function readMarkdownLine(line: SourceLine): SourceLine[] {
  if (/^\s*(?:\|?\s*:?-{3,}:?\s*\|?)+\s*$|^\s*(?:```|~~~)/.test(line.text)) return []
  const heading = /^\s{0,3}(#{1,6})\s+/.exec(line.text)
  const mark = heading ?? /^\s*(?:>\s*)*(?:[-*+]\s+)?/.exec(line.text)
  const body = withoutMatches(subText(line, mark?.[0].length ?? 0, line.text.length), EMPHASIS)
  const row = /^\s*\|.*\|\s*$/.test(body.text)
  return [{ ...body, text: row ? body.text.replaceAll('|', '\t') : body.text, heading: heading?.[1]?.length ?? null }]
}

function isWritten(line: SourceLine): boolean {
  return line.text.trim() !== ''
}
