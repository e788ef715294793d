import { messages } from '../../messages.js'
import type { Report } from '../../report/report.js'
import { reportKey } from '../library.js'
import type { Button, Outgoing } from '../outgoing.js'
import { bold, concat, link, plain, type Range, type RichText } from '../rich-text.js'
import { type Passage, passagesOf } from './passages.js'

const words = messages.telegram

/**
 * A passage of the report, verbatim, under its section path, with the ways to the ones before and after it.
 *
 * @param passage index; the nearest one there is, is shown
 * @param marked statement to mark; −1: none
 */
export function passageView(report: Report, passage: number, marked: number): Outgoing {
  const passages = passagesOf(report)
  const place = Math.min(Math.max(0, passage), passages.length - 1)
  const shown = passages[place]
  if (!shown) return { text: plain(words.sections.none) }
  const path = pathOf(report, shown, marked)
  const parts = [
    bold(plain(path), [{ start: 0, end: path.length }]),
    textOf(shown, marked),
    footer(report, place, passages),
  ]
  return {
    text: concat(parts, '\n\n'),
    buttons: [turns(report, place, passages.length, marked), contents(report, shown)],
  }
}

function pathOf(report: Report, { section, statements }: Passage, marked: number): string {
  const home = statements.find(({ index }) => index === marked)?.section ?? section
  return home === null ? words.sections.title(report.title) : report.sections[home]!.path.join(' › ')
}

/** Sentences of a paragraph follow each other; paragraphs stand on lines of their own. The marked one is bold. */
function textOf({ statements }: Passage, marked: number): RichText {
  let text = ''
  const ranges: Range[] = []
  for (const [position, statement] of statements.entries()) {
    const before = statements[position - 1]
    const isNewLine = before && (before.paragraph !== statement.paragraph || statement.kind === 'row')
    text += isNewLine ? '\n' : ''
    const start = text.length
    text += statement.text.trim()
    if (statement.index === marked) ranges.push({ start, end: text.length })
  }
  return bold(plain(text), ranges)
}

function footer(report: Report, place: number, passages: readonly Passage[]): RichText {
  const title = plain(words.sourceTitle(report.title))
  const source = report.url === null ? title : link(title, { start: 0, end: title.text.length }, report.url)
  return concat([plain(words.passage.position(place + 1, passages.length)), source], '\n')
}

function turns(report: Report, place: number, count: number, statement: number): Button[] {
  const to = (text: string, passage: number): Button => ({
    text,
    action: { kind: 'passage', report: reportKey(report), passage, statement },
  })
  return [
    ...(place > 0 ? [to(words.buttons.previous, place - 1)] : []),
    ...(place < count - 1 ? [to(words.buttons.next, place + 1)] : []),
  ]
}

function contents(report: Report, { section }: Passage): Button[] {
  return [
    {
      text: words.buttons.contents,
      action: { kind: 'section', report: reportKey(report), section: section ?? -1, page: 0 },
    },
  ]
}
