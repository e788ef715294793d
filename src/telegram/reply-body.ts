import type { Citation, Reply } from '../answer/reply.js'
import { messages } from '../messages.js'

/**
 * What a reply says before its sources: `reply.text` without the source lines, the contact and the model's label, which the
 * bot lays out itself. Citation marks stay as they are, [1].
 */
export function replyBody(reply: Reply): string {
  const lines = reply.text.split('\n')
  const first = lines.findIndex((line) => opensSource(line, reply.citations))
  const last = lines.findLastIndex((line) => reply.citations.some((citation) => belongsToSource(line, citation)))
  const kept = first < 0 ? lines : [...withoutHeading(lines.slice(0, first)), ...lines.slice(Math.max(first, last) + 1)]
  const apart = [reply.contact?.trim(), messages.written.label]
  const body = kept.filter((line) => !apart.includes(line.trim()))
  return body.join('\n').trim() || reply.answer
}

function opensSource(line: string, citations: readonly Citation[]): boolean {
  const mark = /^\s*[[【](\d{1,3})[\]】]/u.exec(line)
  return mark !== null && citations.some((citation) => citation.n === Number(mark[1]))
}

function belongsToSource(line: string, citation: Citation): boolean {
  const sourceLines = citation.sentence.split('\n').map((part) => part.trim())
  return (
    opensSource(line, [citation]) ||
    sourceLines.some((part) => part !== '' && line.includes(part) && !/[[【]\d{1,3}[\]】]\s*$/u.test(line)) ||
    (citation.url !== null && line.includes(citation.url))
  )
}

/** Drops blank lines and a short line like 出处: or ——来源—— from the end. */
function withoutHeading(lines: string[]): string[] {
  const end = lines.findLastIndex((line) => line.trim() !== '')
  const last = lines[end]?.trim() ?? ''
  const isHeading = last.length <= 12 && (/[:：]$/u.test(last) || /出处|来源|依据/u.test(last))
  return lines.slice(0, isHeading ? end : end + 1)
}
