import { messages } from '../messages.js'
import type { Report } from '../report/report.js'
import type { AnswerClaim, Finding, Source } from './finding.js'
import { lineOf, sourceOf } from './source.js'

/** Answers a question about the report itself from its metadata and outline; null where the file does not tell. */
export function answerAboutReport(intents: readonly string[], report: Report): Finding | null {
  const claims = intents.flatMap((intent) => claimsFor(intent, report))
  if (claims.length === 0) return null
  return {
    outcome: 'answered',
    claims,
    related: [],
    reasons: [`问的是报告本身(${intents.join('、')}),取自报告的题头和标题。`],
    confidence: 1,
  }
}

function claimsFor(intent: string, report: Report): AnswerClaim[] {
  const { metadata, title, place } = report
  const say = (text: string | null, ...sources: (Source | null)[]) => claim(text, sources)
  switch (intent) {
    case 'speaker': {
      const who = [metadata.speakerOffice, metadata.speaker].filter(Boolean).join(' ')
      return say(metadata.speaker && messages.report.speaker(who), lineOf(report, metadata.speaker ?? ''))
    }
    case 'date':
      return say(
        metadata.givenOn && messages.report.givenOn(chineseDate(metadata.givenOn)),
        dateLine(report, metadata.givenOn),
      )
    case 'published':
      return say(
        metadata.publishedOn && messages.report.publishedOn(dateAsWritten(report, metadata.publishedOn)),
        dateLine(report, metadata.publishedOn),
      )
    case 'publisher':
      return say(
        metadata.publisher && messages.report.publisher(metadata.publisher),
        lineOf(report, metadata.publisher ?? '', '发布机构'),
      )
    case 'meeting':
      return say(metadata.meeting && messages.report.meeting(metadata.meeting), ...meetingLines(report))
    case 'title':
      return say(messages.report.title(title), lineOf(report, title) ?? lineOf(report, title.slice(0, 12)))
    case 'index':
      return say(
        metadata.indexNumber && messages.report.indexNumber(metadata.indexNumber),
        lineOf(report, metadata.indexNumber ?? ''),
      )
    case 'validity':
      return say(
        metadata.validity && messages.report.validity(metadata.validity),
        lineOf(report, metadata.validity ?? ''),
      )
    case 'place':
      return say(place && messages.report.place(place), lineOf(report, title.slice(0, 12)))
    case 'outline':
      return outlineOf(report)
    default:
      return []
  }
}

function claim(text: string | null, sources: (Source | null)[]): AnswerClaim[] {
  const found = sources.filter((source): source is Source => source !== null)
  return text && found.length > 0 ? [{ text, sources: found, figures: [] }] : []
}

/** The headings of the first level, one claim. */
function outlineOf(report: Report): AnswerClaim[] {
  const top = Math.min(...report.sections.map(({ level }) => level))
  const parts = report.sections.filter(({ level }) => level === top)
  if (parts.length === 0) return []
  const sources = parts.map((part) => headingSource(report, report.sections.indexOf(part)))
  return [{ text: messages.report.outline(parts.map(({ path }) => path.at(-1)!)), sources, figures: [] }]
}

/** A section's heading as something to cite. */
export function headingSource(report: Report, section: number): Source {
  const { start, path } = report.sections[section]!
  const heading = report.statements.find((statement) => statement.start <= start + 2 && statement.end > start)
  if (heading) return { ...sourceOf(report, heading), section: path }
  const words = path.at(-1)!
  const at = report.text.indexOf(words, start)
  return { report, start: at, end: at + words.length, section: path, figures: [] }
}

function dateLine(report: Report, iso: string | null): Source | null {
  return iso === null ? null : (lineOf(report, chineseDate(iso)) ?? lineOf(report, iso))
}

/** The line of the date begins the meeting's name; where it is set in two, the next one ends it. */
function meetingLines(report: Report): (Source | null)[] {
  const first = dateLine(report, report.metadata.givenOn)
  const ending = report.metadata.meeting?.match(/第[^第]+$/)?.[0] ?? ''
  const line = first && report.text.slice(first.start, first.end)
  return line === null || line.includes(ending) ? [first] : [first, lineOf(report, ending, line)]
}

/** 2031年1月15日, with the page's own way of writing it where that is another (生成日期: 2031-01-15). */
function dateAsWritten({ text }: Report, iso: string): string {
  const date = chineseDate(iso)
  return !text.includes(date) && text.includes(iso) ? messages.report.writtenAs(date, iso) : date
}

/** 2023-01-06 → 2023年1月6日 */
export function chineseDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number)
  return day ? `${year}年${month}月${day}日` : month ? `${year}年${month}月` : `${year}年`
}
