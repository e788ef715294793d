import { messages } from '../../messages.js'
import type { Report } from '../../report/report.js'
import type { Action } from '../callback-data.js'
import { type Library, reportKey } from '../library.js'
import { type Button, label, type Outgoing } from '../outgoing.js'
import { bold, concat, plain } from '../rich-text.js'
import { pageButtons, pageOf } from './pages.js'
import { passageOf, passagesOf } from './passages.js'

const words = messages.telegram

/** Telegram takes a hundred buttons; a phone shows about as many as this without scrolling far. */
const SECTIONS_A_PAGE = 30

/** Where browsing starts: the report's sections, or the reports where there are several. */
export function contentsView(library: Library): Outgoing {
  const reports = library.reports()
  const [only] = reports
  if (!only) return { text: plain(words.sections.none) }
  if (reports.length === 1) return sectionView(only, -1)
  const buttons = reports.map((report): Button[] => [toSection(report, -1, label(report.title))])
  return { text: plain(words.sections.chooseReport), buttons }
}

/** A section: what it is called, how much it holds, and the sections in it. @param section index; −1: the report */
export function sectionView(report: Report, section: number, page = 0): Outgoing {
  const home = report.sections[section]
  const title = home ? home.path.join(' › ') : words.sections.title(report.title)
  const inside = report.sections.flatMap(({ parent }, index) => (parent === (home ? section : null) ? [index] : []))
  const text = concat(
    [
      bold(plain(title), [{ start: 0, end: title.length }]),
      plain(sizeOf(report, section)),
      plain(inside.length > 0 ? words.sections.choose : ''),
    ],
    '\n',
  )
  const { items, place, pages } = pageOf(inside, page, SECTIONS_A_PAGE)
  const buttons = items.map((index): Button[] => [
    toSection(report, index, label(report.sections[index]!.path.at(-1)!)),
  ])
  const turns = pageButtons(place, pages, (target) => actionOf(report, section, target))
  return { text, buttons: [...buttons, turns, [...read(report, section), ...up(report, section)]] }
}

function toSection(report: Report, section: number, text: string): Button {
  return { text, action: actionOf(report, section, 0) }
}

function actionOf(report: Report, section: number, page: number): Action {
  return { kind: 'section', report: reportKey(report), section, page }
}

function read(report: Report, section: number): Button[] {
  const start = report.sections[section]?.start ?? 0
  const first = report.statements.findIndex((statement) => statement.start >= start)
  if (first < 0) return []
  const passage = passageOf(passagesOf(report), first)
  return [{ text: words.buttons.read, action: { kind: 'passage', report: reportKey(report), passage, statement: -1 } }]
}

function up(report: Report, section: number): Button[] {
  const home = report.sections[section]
  return home ? [toSection(report, home.parent ?? -1, words.buttons.up)] : []
}

function sizeOf(report: Report, section: number): string {
  const { start, end } = report.sections[section] ?? { start: 0, end: report.text.length }
  const inside = report.statements.filter((statement) => statement.start >= start && statement.end <= end)
  const indices = new Set(inside.map(({ index }) => index))
  const figures = report.figures.filter(({ statement }) => indices.has(statement))
  return words.sections.size(inside.length, figures.length)
}
