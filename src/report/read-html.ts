import { createRequire } from 'node:module'
import type { Parser as HtmlParser } from 'htmlparser2'
import { joinTexts, type MappedText, withoutMatches } from './mapped-text.js'
import type { SourceLine } from './source-line.js'

/** Loads the parser when a page is read: most reports are plain text. */
const requireModule = createRequire(import.meta.url)

/** Elements that begin and end a line. */
const BLOCKS = new Set(
  'address article aside blockquote body br caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol option p pre section select table tbody tfoot thead title tr ul'.split(
    ' ',
  ),
)
/** Elements whose text nobody reads. */
const SILENT = new Set('script style noscript template iframe svg button select textarea'.split(' '))
const CELLS = new Set(['td', 'th'])
/** Elements that have no end. */
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const HIDDEN = /display\s*:\s*none/i

interface Reading {
  lines: SourceLine[]
  parts: MappedText[]
  heading: number | null
  /** Names of the open elements below and with the outermost silent one; empty where text is read. */
  silenced: string[]
  afterCell: boolean
}

/** The lines of an HTML page as shown: blocks are lines, a table's cells are separated by tabs. */
export function readHtml(stored: string): SourceLine[] {
  const reading: Reading = { lines: [], parts: [], heading: null, silenced: [], afterCell: false }
  const { Parser } = requireModule('htmlparser2') as { Parser: typeof HtmlParser }
  const parser = new Parser({
    onopentag: (name, attributes) => openElement(reading, name, attributes.style, parser.startIndex),
    onclosetag: (name) => closeElement(reading, name),
    ontext: (text) => readText(reading, text, stored, parser.startIndex, parser.endIndex + 1),
  })
  parser.end(stored)
  endLine(reading)
  return reading.lines
}

function openElement(reading: Reading, name: string, style: string | undefined, at: number): void {
  if (reading.silenced.length > 0 || SILENT.has(name) || HIDDEN.test(style ?? '')) {
    if (!VOID.has(name)) reading.silenced.push(name)
    return
  }
  if (BLOCKS.has(name) && !insideCell(reading, name)) endLine(reading)
  if (/^h[1-6]$/.test(name)) reading.heading = Number(name[1])
  if (CELLS.has(name)) {
    reading.parts.push({ text: '\t', runs: [{ at: 0, start: at, end: at }] })
    reading.afterCell = true
  }
}

function closeElement(reading: Reading, name: string): void {
  if (reading.silenced.length > 0) {
    if (!VOID.has(name)) reading.silenced.pop()
    return
  }
  if (name === 'tr') reading.afterCell = false
  if (BLOCKS.has(name) && !insideCell(reading, name)) endLine(reading)
  if (/^h[1-6]$/.test(name)) reading.heading = null
}

/** A paragraph inside a table's cell does not end the row. */
function insideCell(reading: Reading, name: string): boolean {
  return reading.afterCell && name !== 'tr' && name !== 'table' && name !== 'tbody'
}

function readText(reading: Reading, text: string, stored: string, start: number, end: number): void {
  if (reading.silenced.length > 0) return
  const raw = stored.slice(start, end)
  if (raw.length === text.length || !raw.endsWith(text)) {
    reading.parts.push({ text: text.replace(/[\t\r]/g, ' '), runs: [{ at: 0, start, end }] })
    return
  }
  reading.parts.push({ text, runs: [{ at: 0, start: end - text.length, end }] })
}

function endLine(reading: Reading): void {
  const line = joinTexts(reading.parts)
  reading.parts = []
  const { heading } = reading
  if (line.text.trim() !== '') reading.lines.push({ ...tidyBlanks(line), heading })
}

/** Source line breaks inside a paragraph read as nothing between Chinese characters. */
function tidyBlanks(line: MappedText): MappedText {
  const tidied = withoutMatches(line, /(?<=[\u0080-\uffff]) *\n\s*(?=[\u0080-\uffff])|(?<=\s)[ \n]+/g)
  return { ...tidied, text: tidied.text.replaceAll('\n', ' ') }
}
