import { otherYears, relatedFigures } from '../answer/neighbour-figures.js'
import type { Citation, Reply } from '../answer/reply.js'
import { messages } from '../messages.js'
import type { Figure, Report } from '../report/report.js'
import { passageOf, passagesOf } from './browse/passages.js'
import { opinionButtons } from './feedback-taps.js'
import type { FigureQuestions } from './figure-questions.js'
import { figureTable } from './figure-table.js'
import { type Library, reportKey } from './library.js'
import { type Button, label } from './outgoing.js'
import { bracketed } from './source-lines.js'
import { circled } from './table-layout.js'

const words = messages.telegram.buttons
const MOST_ORIGINALS = 3
const LABEL_COLUMNS = 30

export interface ReplyButtonsOptions {
  library: Library
  figureQuestions: FigureQuestions
  /** Of the reply, for 👍 and 👎. */
  replyKey: string
}

/** What can be tapped below a reply: the text around its sentences, neighbouring figures, an opinion. */
export async function replyButtons(reply: Reply, options: ReplyButtonsOptions): Promise<Button[][]> {
  if (reply.outcome === 'off_topic' && reply.citations.length === 0) return []
  const rows = [
    originals(reply, options.library),
    ...(await neighbours(reply, options)),
    opinionButtons(options.replyKey),
  ]
  return rows.filter((row) => row.length > 0)
}

/** One button for each passage that the reply quotes. */
function originals(reply: Reply, library: Library): Button[] {
  const { citations } = reply
  const markOf = figureTable(reply) ? circled : bracketed
  const places = citations.flatMap((citation) => placeOf(citation, library) ?? [])
  const first = places.filter(
    (place, index) =>
      places.findIndex((other) => other.report === place.report && other.passage === place.passage) === index,
  )
  return first.slice(0, MOST_ORIGINALS).map(({ report, statement, n }) => ({
    text: first.length === 1 ? words.original : words.originalOf(markOf(n)),
    action: { kind: 'original', report: reportKey(report), statement },
  }))
}

function placeOf({ reportId, start, end, n }: Citation, library: Library) {
  const report = library.reports().find(({ id }) => id === reportId)
  const statement = report?.statements.findIndex((candidate) => candidate.start <= start && candidate.end >= end) ?? -1
  if (!report || statement < 0) return null
  return { report, statement, n, passage: passageOf(passagesOf(report), statement) }
}

/** Figures that may be asked for next, and are really answered. */
export interface NeighbourFigures {
  report: Report
  /** The one that the reply gives. */
  figure: Figure
  /** The same indicator in another year. */
  year: Figure | null
  /** An indicator beside it. */
  related: Figure | null
}

/** What stands beside the one figure that a reply gives; null where it gives none or several. */
export async function neighbourFigures(
  reply: Reply,
  { library, figureQuestions }: Pick<ReplyButtonsOptions, 'library' | 'figureQuestions'>,
): Promise<NeighbourFigures | null> {
  const main = mainFigure(reply, library)
  if (!main) return null
  const { report, figure } = main
  const firstAnswered = async (candidates: readonly Figure[]) => {
    for (const candidate of candidates) if (await figureQuestions.for(report, candidate)) return candidate
    return null
  }
  const year = await firstAnswered(otherYears(report, figure))
  return { report, figure, year, related: await firstAnswered(relatedFigures(report, figure)) }
}

/** Each on a row of its own: the words are long. */
async function neighbours(reply: Reply, options: ReplyButtonsOptions): Promise<Button[][]> {
  const found = await neighbourFigures(reply, options)
  if (!found) return []
  const { report, figure, year, related } = found
  const otherName = year && year.indicator !== figure.indicator ? year.indicator : null
  const toButton = (text: string, { index }: Figure): Button[] => [
    { text: label(text, LABEL_COLUMNS), action: { kind: 'figure', report: reportKey(report), figure: index } },
  ]
  return [
    year ? toButton(words.otherYear(year.period ?? '', year.status === 'target', otherName), year) : [],
    related ? toButton(words.related(related.indicator), related) : [],
  ]
}

/** The ledger's entry of the one figure that the answer gives; null where it gives none or several. */
function mainFigure(reply: Reply, library: Library): { report: Report; figure: Figure } | null {
  if (reply.outcome !== 'answered') return null
  const stated = reply.figures.filter(({ text, computed }) => computed === null && reply.answer.includes(text))
  const [first] = stated
  if (!first || stated.some(({ indicator }) => indicator !== first.indicator)) return null
  const citation = reply.citations.find(({ n }) => n === first.citation)
  const place = citation && placeOf(citation, library)
  const figure = place?.report.figures.find(
    ({ statement, text, indicator }) =>
      statement === place.statement && text === first.text && indicator === first.indicator,
  )
  return place && figure ? { report: place.report, figure } : null
}
