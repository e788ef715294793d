import type { Report } from '../report/report.js'
import { toSearchForm } from '../text/search-form.js'
import { foldWidth } from '../text/width.js'
import type { CheckedCitation, CheckedReply } from './check-reply.js'
import type { GateContext } from './create-gate.js'
import type { Entry } from './read-entries.js'

/** What a citation really says, read again from the report. */
export interface Ground {
  n: number
  report: Report
  entries: Entry[]
  /** As it stands, width folded: blanks keep the cells of a table row apart. */
  folded: string
  /** Search forms. */
  sentence: string
  headings: string[]
}

/** The citations that hold: their report is known, and their sentence is its text from `start` to `end`. */
export function groundOf(reply: CheckedReply, gate: GateContext): Ground[] {
  return reply.citations.flatMap((citation) => {
    const report = gate.reports.find(({ id }) => id === citation.reportId)
    if (!report || report.text.slice(citation.start, citation.end) !== citation.sentence) return []
    return [toGround(citation, report, gate)]
  })
}

function toGround({ n, sentence, start, end, section }: CheckedCitation, report: Report, gate: GateContext): Ground {
  const cited = report.statements.filter((statement) => statement.start < end && statement.end > start)
  return {
    n,
    report,
    entries: cited.flatMap((statement) => gate.entriesOf(report, statement)),
    folded: foldWidth(sentence),
    sentence: toSearchForm(sentence),
    headings: [report.title, ...section].map(toSearchForm),
  }
}

/** The reply's own words: without contact lines, and without the lines that only quote a source with its headings. */
export function ownWords(reply: CheckedReply, ground: readonly Ground[], gate: GateContext): string {
  const whole = reply.text.includes(reply.answer) ? reply.text : `${reply.answer}\n${reply.text}`
  let text = whole
  for (const { sentence } of reply.citations)
    text = text.replaceAll(sentence.trim(), sentence.trim().replace(/\s+/g, ' '))
  for (const { contact } of gate.reports) if (contact) text = text.replaceAll(contact, '')
  return text
    .split('\n')
    .map((line) => (isSourceLine(line, ground) ? '' : line))
    .join('\n')
}

function isSourceLine(line: string, ground: readonly Ground[]): boolean {
  const mark = /^\s*\[(\d+)\]/.exec(line)
  const words = toSearchForm(line).replace(MARKS, '')
  return ground.some((source) => {
    const { n, headings } = source
    if (mark && Number(mark[1]) !== n) return false
    // The report's own note marks look like citations.
    const sentence = source.sentence.replace(MARKS, '')
    let rest = words === sentence ? '' : words
    for (const heading of headings) rest = rest.replace(heading, '')
    rest = rest.replace(sentence, '')
    return /^[^\p{L}\p{N}]*$/u.test(rest)
  })
}

const MARKS = /\[\d+\]/g
