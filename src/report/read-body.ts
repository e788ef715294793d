import { type BodyLine, classifyLines } from './classify-lines.js'
import { type Marker, readMarker } from './heading-marker.js'
import { storedSpan, withoutMatches } from './mapped-text.js'
import { readHeading } from './read-heading.js'
import { readTable, type TableRow } from './read-tables.js'
import type { Statement, StatementKind } from './report.js'
import { createSectionTree, type PlainSection, type SectionTree } from './section-tree.js'
import type { SourceLine } from './source-line.js'
import { splitSentences } from './split-sentences.js'

interface BodyReading {
  tree: SectionTree
  statements: Statement[]
  paragraph: number
}

/** [2] behind a word refers to a note. */
const NOTE_REFERENCE = /(?<=\S)[[［〔]\s*(?:注\s*)?\d{1,2}\s*[\]］〕]/g
const ITEM = /(^|[。；;：:！!？，,、”）)\s])([一二三四五六七八九十]{1,2})是(?!否|非)/g

/** Reads a report's body: its section tree and its statements. */
export function readBody(lines: readonly SourceLine[]): { sections: PlainSection[]; statements: Statement[] } {
  const body = classifyLines(lines.map(withoutReferences))
  const markers = body.flatMap((entry) => (entry.kind === 'heading' ? [entry.heading.marker] : []))
  const tree = createSectionTree(markers.filter(({ kind }) => kind !== 'item' && kind !== 'caption'))
  const reading: BodyReading = { tree, statements: [], paragraph: 0 }
  let unit: string | null = null
  for (let i = 0; i < body.length; i++) {
    const entry = body[i]!
    if (entry.kind === 'unit') unit = entry.unit
    else if (entry.kind === 'row') {
      const rows = rowsFrom(body, i)
      addTable(reading, rows, unit)
      i += rows.length - 1
      unit = null
    } else addLine(reading, entry)
  }
  return { sections: tree.sections, statements: reading.statements }
}

function withoutReferences(line: SourceLine): SourceLine {
  return { ...withoutMatches(line, NOTE_REFERENCE), heading: line.heading }
}

function rowsFrom(body: readonly BodyLine[], from: number): SourceLine[] {
  const rows: SourceLine[] = []
  for (let i = from; body[i]?.kind === 'row'; i++) rows.push(body[i]!.line)
  return rows
}

function addTable(reading: BodyReading, lines: readonly SourceLine[], unit: string | null): void {
  reading.paragraph++
  for (const row of readTable(lines, unit)) addRow(reading, row)
}

/** A row reads as its cells with a tab between two of them. */
function addRow(reading: BodyReading, { line, cells, table }: TableRow): void {
  const first = cells[0]
  const last = cells.at(-1)
  if (!first || !last || first.start >= last.end) return
  const { start, end } = storedSpan(line, first.start, last.end)
  const text = cells.map((cell) => line.text.slice(cell.start, cell.end)).join('\t')
  push(reading, { kind: 'row', start, end, text, table })
}

function addLine(reading: BodyReading, entry: Exclude<BodyLine, { kind: 'row' | 'unit' }>): void {
  const { tree } = reading
  reading.paragraph++
  tree.closeShort()
  if (entry.kind === 'heading') addHeading(reading, entry)
  else if (entry.kind === 'note') addSentences(reading, entry.line, 0, entry.line.text.length, 'note')
  else {
    if (entry.isAddress) tree.closeToTop()
    addParagraph(reading, entry.line, 0)
  }
}

function addHeading(reading: BodyReading, { line, heading }: Extract<BodyLine, { kind: 'heading' }>): void {
  const { kind, number } = heading.marker
  const isRunIn = kind === 'item' && !heading.ownLine && !reading.tree.hasItem(number - 1)
  if (!isRunIn) openSection(reading, line, heading.marker, heading.start, heading.end)
  if (heading.bodyStart > 0) addStatement(reading, line, 0, heading.bodyStart, 'heading')
  addParagraph(reading, line, heading.bodyStart, !isRunIn)
}

function openSection(reading: BodyReading, line: SourceLine, marker: Marker, from: number, to: number): void {
  const { start } = storedSpan(line, from, to)
  reading.tree.open({ marker, text: line.text.slice(from, to), start })
}

/** Sentences and 一是 items of a paragraph. `opened`: the item that it begins with is open already. */
function addParagraph(reading: BodyReading, line: SourceLine, from: number, opened = false): void {
  const starts = itemStarts(line.text, from)
  addSentences(reading, line, from, starts[0] ?? line.text.length, 'sentence')
  starts.forEach((start, i) => {
    const item = readHeading(line.text.slice(start, start + 200))
    if (item && !(opened && start === 0))
      openSection(reading, line, { ...item.marker, kind: 'clause' }, start, start + item.end)
    addSentences(reading, line, start, starts[i + 1] ?? line.text.length, 'sentence')
  })
}

/** Where 一是, 二是 … begin in a line: a series from 一是 on, or one that goes on from the line before. */
function itemStarts(text: string, from: number): number[] {
  const starts: number[] = []
  let next: number | null = null
  for (const match of text.matchAll(ITEM)) {
    const start = match.index + match[1]!.length
    const number = readMarker(text.slice(start, start + 4))?.number ?? 0
    if (start < from || (number !== 1 && number !== next && !(next === null && start === from))) continue
    starts.push(start)
    next = number + 1
  }
  return starts.length > 1 || starts[0] === from ? starts : []
}

function addSentences(reading: BodyReading, line: SourceLine, from: number, to: number, kind: StatementKind): void {
  for (const { start, end } of splitSentences(line.text.slice(from, to)))
    addStatement(reading, line, from + start, from + end, kind)
}

function addStatement(reading: BodyReading, line: SourceLine, from: number, to: number, kind: StatementKind): void {
  const stretch = line.text.slice(from, to)
  const text = stretch.trim()
  if (!/[\p{L}\p{N}]/u.test(text)) return
  const shift = stretch.length - stretch.trimStart().length
  push(reading, { kind, ...storedSpan(line, from + shift, from + shift + text.length), text })
}

function push(reading: BodyReading, statement: Pick<Statement, 'kind' | 'start' | 'end' | 'text' | 'table'>): void {
  const { tree, statements, paragraph } = reading
  const section = statement.kind === 'note' ? null : tree.current()
  if (section !== null) tree.reach(statement.end)
  statements.push({ index: statements.length, ...statement, section, paragraph })
}
