import type { Evidence } from '../retrieval/evidence.js'
import { strengthIn } from '../retrieval/weigh-terms.js'
import { answerWords } from './answer-words.js'
import type { AskContext } from './context.js'
import type { Finding } from './finding.js'
import { sourceOf } from './source.js'

/** What of a table's row is asked in words, and the header of the column that tells it. */
const COLUMNS = [
  { asked: 'asks_office', header: 'office_column' },
  { asked: 'asks_content', header: 'content_column' },
  { asked: 'asks_years', header: 'years_column' },
  { asked: 'asks_nature', header: 'nature_column' },
  { asked: 'asks_site', header: 'site_column' },
] as const

/** How far the row's name must meet that word. */
const MET = 0.5

/**
 * Answers what a table of projects tells of one in words (归哪个部门管, 建设内容, 工期) with the cell under the column whose
 * header says so; null for other questions, and where no row is named so.
 */
export function answerWithCell(context: AskContext): Finding | null {
  const { text } = context.understanding
  const columns = COLUMNS.filter(({ asked }) => answerWords(asked).test(text))
  if (columns.length === 0) return null
  const cells = context.evidence.flatMap((entry) => columns.flatMap(({ header }) => cellUnder(entry, header) ?? []))
  const named = cells.filter((cell) => isNamed(cell, context))
  const [best] = named.sort((a, b) => scoreOf(b.entry, context) - scoreOf(a.entry, context))
  if (!best) return null
  const { statement, searchable } = best.entry
  const source = sourceOf(searchable.report, statement.statement)
  const figures = source.figures.filter(({ at }) => at.start >= best.start && at.end <= best.start + best.cell.length)
  return {
    outcome: 'answered',
    claims: [{ text: `${nameOf(statement)}${best.header}:${best.cell}`, sources: [source], figures }],
    related: [],
    reasons: [`表格里“${nameOf(statement)}”一行有“${best.header}”一栏。`],
    confidence: 0.9,
  }
}

/** Whether the row's name meets the word of the question that tells most, the column's own (建设年限) left out. */
function isNamed({ entry, header }: CellFound, { question }: AskContext): boolean {
  const things = question.terms.filter(
    ({ term, present }) => present && THINGS.includes(term.role) && strengthIn(header, term) === 0,
  )
  const [heaviest] = things.sort((a, b) => b.weight - a.weight)
  return heaviest !== undefined && strengthIn(nameOf(entry.statement), heaviest.term) >= MET
}

const THINGS = ['head', 'topic']

/** How much of the question the row's name meets, in weights. */
function scoreOf({ statement }: Evidence, { question }: AskContext): number {
  const name = nameOf(statement)
  return question.terms.reduce((sum, { term, weight }) => sum + weight * strengthIn(name, term), 0)
}

/** The first cell of words: a number in front of it only counts the rows. */
function nameOf({ statement: { text, kind } }: Evidence['statement']): string {
  return kind === 'row' ? (text.split('\t').find((cell) => /\p{Script=Han}/u.test(cell)) ?? '') : ''
}

interface CellFound {
  entry: Evidence
  header: string
  cell: string
  /** Offset of the cell in the row's reading text. */
  start: number
}

function cellUnder(entry: Evidence, header: (typeof COLUMNS)[number]['header']): CellFound | null {
  const { text, table } = entry.statement.statement
  const column = table?.columns.findIndex((words) => answerWords(header).test(words)) ?? -1
  const cells = text.split('\t')
  const cell = cells[column]?.trim() ?? ''
  if (column < 1 || !/[\p{L}\p{N}]/u.test(cell)) return null
  const start = cells.slice(0, column).reduce((sum, before) => sum + before.length + 1, 0)
  return { entry, header: table!.columns[column]!, cell, start }
}
