import type { Assistant, AssistantStatus } from '../answer/assistant.js'
import { messages } from '../messages.js'
import { bold, concat, plain, type RichText } from './rich-text.js'

const words = messages.telegram

/** The answer to /start: who speaks, of which report, and what to ask. */
export function greeting(status: AssistantStatus, examples: readonly string[]): RichText {
  const about = reportsInWords(status)
  const text = plain(words.greeting(about))
  const start = text.text.indexOf(about)
  const opening = bold(text, [{ start, end: start + about.length }])
  if (examples.length === 0) return opening
  const list = examples.map((example) => `· ${example}`).join('\n')
  return concat([opening, plain(`${words.examplesIntro}\n${list}`)], '\n\n')
}

/** The answer to /about: the reports, the place, how answers are made. */
export function about(status: ReturnType<Assistant['status']>): RichText {
  const reports = status.reports.map((report) => {
    const line = `· ${words.aboutReport(report.title, report.statements, report.figures)}`
    return report.place === null ? line : `${line}\n  ${words.aboutPlace(report.place)}`
  })
  const lines = [
    words.aboutReports,
    ...reports,
    '',
    words.aboutMode[status.mode],
    ...status.notices.map((notice) => `· ${notice}`),
    words.aboutDisclaimer,
  ]
  return plain(lines.join('\n'))
}

function reportsInWords(status: AssistantStatus): string {
  const report = status.reports.find(({ isDefault }) => isDefault) ?? status.reports[0]
  if (report === undefined) return words.anyReport
  if (status.reports.length === 1 || report.place === null) return words.oneReport(report.title)
  return words.reportsOf(report.place, status.reports.length)
}
