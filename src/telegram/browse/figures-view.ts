import { figureInWords } from '../../answer/state-figure.js'
import { messages } from '../../messages.js'
import type { Figure, Report } from '../../report/report.js'
import { figureRanges } from '../figure-ranges.js'
import { type Library, reportKey } from '../library.js'
import { type Button, label, type Outgoing } from '../outgoing.js'
import { bold, concat, plain, type RichText } from '../rich-text.js'
import { inRows, pageButtons, pageOf } from './pages.js'

const words = messages.telegram

const FIGURES_A_PAGE = 10
const NUMBERS_A_ROW = 5

/** The report that figures are listed of: the default one. */
export function figuresReport(library: Library): Report | undefined {
  return library.reports().find(({ isDefault }) => isDefault) ?? library.reports()[0]
}

/** Themes that the report has figures of, or the figures of one, numbered, each with the way to its sentence. */
export function figuresView(library: Library, report: Report, theme: number, page: number): Outgoing {
  return theme < 0 ? themesView(library, report) : listView(library, report, theme, page)
}

function themesView(library: Library, report: Report): Outgoing {
  const groups = library.themes.names.map((name, theme) => ({
    name,
    theme,
    count: figuresOf(library, report, name).length,
  }))
  const buttons = groups
    .filter(({ count }) => count > 0)
    .map(({ name, theme, count }): Button[] => [
      {
        text: label(words.figures.theme(name, count)),
        action: { kind: 'figures', report: reportKey(report), theme, page: 0 },
      },
    ])
  if (buttons.length === 0) return { text: plain(words.figures.none) }
  return {
    text: plain(`${words.figures.title}\n${words.sections.title(report.title)}\n${words.figures.choose}`),
    buttons,
  }
}

function listView(library: Library, report: Report, theme: number, page: number): Outgoing {
  const name = library.themes.names[theme] ?? ''
  const { items, from, pages, all, place } = pageOf(figuresOf(library, report, name), page, FIGURES_A_PAGE)
  if (all === 0) return themesView(library, report)
  const title = words.figures.list(name, from + 1, from + items.length, all)
  const lines = items.map((figure, position) => lineOf(report, figure, from + position + 1))
  const heading = bold(plain(title), [{ start: 0, end: title.length }])
  const text = concat([heading, concat(lines, '\n'), plain(words.figures.hint)], '\n\n')
  const originals = items.map(
    (figure, position): Button => ({
      text: `${from + position + 1}`,
      action: { kind: 'original', report: reportKey(report), statement: figure.statement },
    }),
  )
  const to = (target: number) => ({ kind: 'figures', report: reportKey(report), theme, page: target }) as const
  const back: Button = {
    text: words.buttons.back,
    action: { kind: 'figures', report: reportKey(report), theme: -1, page: 0 },
  }
  return { text, buttons: [...inRows(originals, NUMBERS_A_ROW), pageButtons(place, pages, to), [back]] }
}

/** Figures of one theme in the report's order; what the report says twice in the same words stands once. */
function figuresOf({ themes }: Library, report: Report, name: string): Figure[] {
  const seen = new Set<string>()
  return report.figures.filter((figure) => {
    const said = `${figure.indicator} ${figure.text} ${figure.period}`
    const path = report.sections[report.statements[figure.statement]?.section ?? -1]?.path ?? []
    if (seen.has(said) || themes.of(figure.indicator, ...path.toReversed()) !== name) return false
    seen.add(said)
    return true
  })
}

function lineOf(report: Report, figure: Figure, number: number): RichText {
  const said = plain(`${number}. ${figureInWords(figure, report.statements[figure.statement]!)}`)
  return bold(said, figureRanges(said.text, [figure]))
}
