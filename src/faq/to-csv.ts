import { messages } from '../messages.js'
import type { PageEntry } from './page-entry.js'

/** The FAQ as CSV (RFC 4180) with a byte order mark, so that a spreadsheet reads its Chinese. */
export function toCsv(entries: readonly PageEntry[]): string {
  const { columns, states } = messages.faq
  const rows = entries.map(({ id, state, theme, question, also, answer, sources }) => [
    id,
    states[state],
    theme,
    question,
    also.join('\n'),
    answer,
    sources.map(({ title }) => title)[0] ?? '',
    sources.map(({ section }) => section.join(' › ')).join('\n'),
    sources.map(({ n, sentence }) => `[${n}] ${sentence.trim()}`).join('\n'),
    sources
      .map(({ link }) => link ?? '')
      .join('\n')
      .trim(),
  ])
  return `\uFEFF${[columns, ...rows].map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`
}

/** A cell that a spreadsheet would take for a formula is marked as text. */
function toCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
