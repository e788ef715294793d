import type { Report, Statement } from '../report/report.js'

/** What is embedded: consecutive statements of one section, with the heading path in front. */
export interface Chunk {
  reportId: string
  /** Indexes into `Report.statements`, ascending. */
  statements: number[]
  /** Index into `Report.sections`; null before the first heading. */
  section: number | null
  /** The text that is embedded. */
  text: string
}

/** A chunk is closed before it would grow longer than this, in characters of reading text. */
const MAX_LENGTH = 200
/** A chunk is closed at a paragraph's end from this length on. */
const GOOD_LENGTH = 120
/** Table rows: small groups, since each row is a fact of its own. */
const MAX_ROWS = 4
/** Of a heading path that is longer, the innermost headings are kept. */
const MAX_PATH_LENGTH = 80

/** Groups a report's statements into chunks. Headings are no chunks of their own: they stand in front of what is under them. */
export function chunkReport(report: Pick<Report, 'id' | 'sections' | 'statements'>): Chunk[] {
  const chunks: Chunk[] = []
  let group: Statement[] = []
  const close = () => {
    if (group.length > 0) chunks.push(toChunk(report, group))
    group = []
  }
  for (const statement of report.statements) {
    if (statement.kind === 'heading') {
      close()
      continue
    }
    if (!belongsTo(group, statement)) close()
    group.push(statement)
  }
  close()
  return chunks
}

function belongsTo(group: readonly Statement[], statement: Statement): boolean {
  const last = group.at(-1)
  if (!last) return true
  if (last.section !== statement.section || last.kind !== statement.kind) return false
  if (statement.kind === 'row') return group.length < MAX_ROWS
  const length = group.reduce((sum, { text }) => sum + text.length, 0)
  if (length + statement.text.length > MAX_LENGTH) return false
  return last.paragraph === statement.paragraph || length < GOOD_LENGTH
}

function toChunk(report: Pick<Report, 'id' | 'sections'>, group: readonly Statement[]): Chunk {
  const section = group[0]!.section
  const path = section === null ? [] : (report.sections[section]?.path ?? [])
  const body = group.map(({ text }) => text.trim()).join(group[0]!.kind === 'row' ? '\n' : '')
  return {
    reportId: report.id,
    statements: group.map(({ index }) => index),
    section,
    text: [...shortened(path), body].join('\n'),
  }
}

function shortened(path: readonly string[]): string[] {
  const kept: string[] = []
  let length = 0
  for (const heading of [...path].reverse()) {
    length += heading.length
    if (length > MAX_PATH_LENGTH && kept.length > 0) break
    kept.unshift(heading.slice(0, MAX_PATH_LENGTH))
  }
  return kept
}
