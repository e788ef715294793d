import type { Reply, ReplyFigure } from '../answer/reply.js'
import { messages } from '../messages.js'

/** A list of indicators with one figure each, as a table of two columns. */
export interface FigureTable {
  /** What all rows share: 2023年目标(增长). */
  heading: string
  rows: FigureRow[]
}

export interface FigureRow {
  /** Number of the citation. */
  n: number
  name: string
  /** What is said of it: 预计6%左右; '' where the report gives no figure, and `name` is the whole line. */
  value: string
  figure: ReplyFigure | null
}

const FEWEST_ROWS = 3
/** As many circled numbers as there are. */
const MOST_ROWS = 20
const LONGEST_NAME = 16
const LINE = /^(.+?)[。;;]?\[(\d{1,3})\]$/u

/** The answer as a table, where each of its lines is one indicator with one citation; null for any other answer. */
export function figureTable(reply: Reply): FigureTable | null {
  const lines = reply.answer.split('\n')
  if (lines.length < FEWEST_ROWS || lines.length > MOST_ROWS) return null
  const rows = lines.flatMap((line) => toRow(line, reply) ?? [])
  const figures = rows.flatMap(({ figure }) => figure ?? [])
  if (rows.length < lines.length || figures.length * 2 <= rows.length) return null
  const verb = sharedVerb(rows)
  return {
    heading: headingOf(figures, verb),
    rows: rows.map((row) => ({ ...row, value: row.value.replace(verb, '') })),
  }
}

function toRow(line: string, { figures }: Reply): FigureRow | null {
  const [, words = '', n] = LINE.exec(line) ?? []
  if (n === undefined) return null
  const own = figures.filter(({ citation }) => citation === Number(n))
  const figure = own.find(({ indicator, text }) => words.startsWith(indicator) && words.includes(text))
  const name = figure?.indicator ?? words
  if (own.length > (figure ? 1 : 0) || name.length > LONGEST_NAME) return null
  return { n: Number(n), name, value: words.slice(name.length), figure: figure ?? null }
}

/** 增长, where every row says it right before its figure; a word that only some say is not left out. */
function sharedVerb(rows: readonly FigureRow[]): string {
  const verbs = rows.flatMap(({ figure, value }) => (figure ? [verbOf(value, figure)] : []))
  return new Set(verbs).size === 1 ? verbs[0]! : ''
}

function verbOf(value: string, { text, qualifiers }: ReplyFigure): string {
  const before = value.slice(0, value.indexOf(text))
  return qualifiers.reduce((rest, qualifier) => rest.replace(qualifier, ''), before)
}

function headingOf(figures: readonly ReplyFigure[], verb: string): string {
  const { heading, headingTarget } = messages.telegram.table
  const periods = new Set(figures.map(({ period }) => period))
  const [period] = periods
  const year = periods.size === 1 && period && /^\d{4}$/u.test(period) ? period : null
  return figures.every(({ status }) => status === 'target') ? headingTarget(year, verb) : heading(year, verb)
}
