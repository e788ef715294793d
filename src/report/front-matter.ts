import { foldWidth } from '../text/width.js'
import { findTitle } from './find-title.js'
import { anyOf, type LayoutWords, layoutWords, metadataLabels } from './layout-words.js'
import type { ReportMetadata } from './report.js'
import type { SourceLine } from './source-line.js'

/** What stands in front of a report's text. */
export interface FrontMatter {
  /** Null where no line looks like a title. */
  title: string | null
  metadata: ReportMetadata
}

/** Longer lines hold no title and no metadata. */
const MAX_LINE = 500
const DATE = /((?:19|20)\d\d)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})/
const MEETING =
  /(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*([^，。：]{2,30}?)?\s*在\s*(\S.{3,60}?(?:会议|大会(?!第|\s*第)))\s*上?/

/** Reads title, metadata, meeting and speaker out of the lines in front of a report's text. */
export function readFrontMatter(front: readonly SourceLine[]): FrontMatter {
  const texts = front.map(({ text }) => text.trim()).filter((text) => text !== '' && text.length <= MAX_LINE)
  const words = layoutWords()
  const given = readMeeting(texts)
  const publisher = labelled(texts, words.metadata.publisher, words)
  const published = labelled(texts, words.metadata.published_on, words)
  return {
    title: findTitle(texts),
    metadata: {
      indexNumber: labelled(texts, words.metadata.index_number, words),
      publisher,
      publishedOn: readDate(published) ?? unlabelledDate(texts, given.givenOn),
      validity: labelled(texts, words.metadata.validity, words),
      givenOn: given.givenOn,
      meeting: given.meeting,
      ...readSpeaker(texts.slice(given.line + 1), given.around, words),
    },
  }
}

/** The value behind a label; labels and values may share a line: 索引号: A-1 主题分类: 综合政务. */
function labelled(texts: readonly string[], labels: readonly string[], words: LayoutWords): string | null {
  const next = anyOf(metadataLabels(words))
  const pattern = new RegExp(
    `(?:^|[\\s【\\[〖])${anyOf(labels)}[】\\]]?\\s*[：:]\\s*(.*?)\\s*(?=$|[\\s【\\[]${next}\\s*[：:\\[]|\\s{2,})`,
  )
  for (const text of texts) {
    const value = pattern
      .exec(text)?.[1]
      ?.replace(/[】\]〗]$/, '')
      .trim()
    if (value && value !== '本站' && !new RegExp(`^${next}\\s*[：:]`).test(value)) return value
  }
  return null
}

function readDate(text: string | null): string | null {
  const match = text ? DATE.exec(foldWidth(text)) : null
  return match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : null
}

/** A date on its own, other than the day the report was given. */
function unlabelledDate(texts: readonly string[], givenOn: string | null): string | null {
  const dates = texts.map(readDate)
  return dates.find((date) => date !== null && date !== givenOn) ?? null
}

interface Given {
  givenOn: string | null
  meeting: string | null
  /** Index of the last line that tells; -1 where none does. */
  line: number
  /** What stands on that line in front of the meeting and behind it: some pages put the speaker there. */
  around: string[]
}

/** ——2023年1月6日在…会议上, on one line or two. */
function readMeeting(texts: readonly string[]): Given {
  const single = texts.map((text, line) => ({ text, line }))
  const double = texts.slice(1).map((text, i) => ({ text: `${texts[i]}${text}`, line: i + 1 }))
  for (const { text, line } of [...single, ...double]) {
    const match = MEETING.exec(foldWidth(text))
    if (!match) continue
    const around = [match[2] ?? '', text.slice(match.index + match[0].length)]
    return { givenOn: readDate(match[1]!), meeting: match[3]!.replace(/\s/g, ''), line, around }
  }
  return { givenOn: null, meeting: null, line: -1, around: [] }
}

/** 南昌市青山湖区发展和改革委员会主任  彭伟, 省长彭伟作报告, 彭伟省长, or an office without a name. */
function readSpeaker(
  texts: readonly string[],
  around: readonly string[],
  words: LayoutWords,
): { speaker: string | null; speakerOffice: string | null } {
  const offices = anyOf(words.offices)
  const name = '[\\p{Script=Han}·]'
  const line = new RegExp(`^[(（]?\\s*(\\S{0,40}?${offices})[\\s:：]+(${name}{1,6}(?:\\s+${name}{1,2})?)[)）]?$`, 'u')
  const inside = new RegExp(`^[\\s—-]*(\\S{0,30}?${offices})\\s*(${name}{2,6}?)(?=同志|所?作|向|$|[)）])`, 'u')
  const nameFirst = new RegExp(`^(?<name>${name}{2,3})(?<office>${offices})$`, 'u')
  for (const text of around.map((part) => part.trim())) {
    const first = nameFirst.exec(text)?.groups
    if (first) return { speaker: first.name!, speakerOffice: first.office! }
    const match = inside.exec(text)
    if (match) return { speaker: match[2]!, speakerOffice: match[1]! }
  }
  for (const text of texts.slice(0, 6)) {
    const match = line.exec(text)
    if (match) return { speaker: match[2]!.replace(/\s/g, ''), speakerOffice: match[1]! }
  }
  const office = texts.slice(0, 2).find((text) => /^[\p{Script=Han}]{2,20}(?:局|委|委员会|政府)$/u.test(text))
  return { speaker: null, speakerOffice: office ?? null }
}
