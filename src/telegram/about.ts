import { chineseDate } from '../answer/answer-about-report.js'
import type { AssistantStatus } from '../answer/assistant.js'
import { messages } from '../messages.js'
import type { Report } from '../report/report.js'
import { bold, concat, plain, type RichText } from './rich-text.js'

const words = messages.telegram

/** Who speaks, and of which report; examples follow as buttons. */
export function greetingText(status: AssistantStatus, hasExamples: boolean): RichText {
  const about = reportsInWords(status)
  const text = plain(words.greeting(about))
  const start = text.text.indexOf(about)
  const opening = bold(text, [{ start, end: start + about.length }])
  return concat([opening, plain(hasExamples ? words.examplesIntro : '')], '\n\n')
}

/** Which reports, of what day and by whom, what they cover; how answers are made; where to read of privacy. */
export function aboutText(status: AssistantStatus, reports: readonly Report[]): RichText {
  const listed = status.reports.map((entry) => {
    const report = reports.find(({ id }) => id === entry.id)
    const title = `· ${words.aboutReport(entry.title, entry.statements, entry.figures)}`
    const place = entry.place === null ? [] : [words.aboutPlace(entry.place)]
    return [title, ...[...place, ...(report ? factsOf(report) : [])].map((line) => `  ${line}`)].join('\n')
  })
  const mode = [words.aboutMode[status.mode], ...status.notices.map((notice) => `· ${notice}`)].join('\n')
  return plain(
    [`${words.aboutReports}\n${listed.join('\n')}`, mode, words.aboutPrivacy, words.aboutDisclaimer].join('\n\n'),
  )
}

function factsOf({ metadata, years, sections }: Report): string[] {
  const { givenOn, publisher, publishedOn } = metadata
  const top = sections.filter(({ parent }) => parent === null).map(({ path }) => path.at(-1)!)
  return [
    givenOn === null ? '' : words.aboutGivenOn(chineseDate(givenOn)),
    publisher === null && publishedOn === null
      ? ''
      : words.aboutPublished(publisher, publishedOn === null ? null : chineseDate(publishedOn)),
    years.result === null && years.plan === null ? '' : words.aboutCovers(years.result, years.plan),
    top.length === 0 ? '' : words.aboutParts(top),
  ].filter((line) => line !== '')
}

function reportsInWords(status: AssistantStatus): string {
  const report = status.reports.find(({ isDefault }) => isDefault) ?? status.reports[0]
  if (report === undefined) return words.anyReport
  if (status.reports.length === 1 || report.place === null) return words.oneReport(report.title)
  return words.reportsOf(report.place, status.reports.length)
}
