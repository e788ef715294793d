import type { Citation, Reply } from '../answer/reply.js'
import { messages } from '../messages.js'
import { figureRanges } from './figure-ranges.js'
import { replyBody } from './reply-body.js'
import { bold, concat, link, plain, quote, type RichText } from './rich-text.js'
import { bracketed, sourceLines } from './source-lines.js'
import { MESSAGE_LIMIT, splitRichText } from './split-rich-text.js'

/** Telegram drops every entity after the hundredth. */
const ENTITY_LIMIT = 100

export interface RenderOptions {
  /** UTF-16 units a message may hold. */
  limit?: number
  /** Stands above the answer: what was asked by a button, a notice. */
  before?: RichText
  /** Stands below everything. */
  after?: RichText
}

interface Part {
  paragraphs: RichText[]
  /** Numbers of the citations that the paragraphs carry. */
  cited: Set<number>
}

/**
 * Lays a reply out for a phone: what was asked first, its figures bold; the sources in a folding quote; the contact.
 * A reply longer than one message is cut between paragraphs, and every part brings the sources of its own claims.
 */
export function renderReply(reply: Reply, options: RenderOptions = {}): RichText[] {
  const { limit = MESSAGE_LIMIT, before = plain(''), after = plain('') } = options
  const parts = pack(reply, limit - before.text.length - after.text.length)
  return parts
    .map((part, index) => {
      const isLast = index === parts.length - 1
      const composed = compose(reply, part, isLast)
      return concat([index === 0 ? before : plain(''), composed, isLast ? after : plain('')], '\n\n')
    })
    .flatMap((message) => splitRichText(message, limit))
    .map(withinEntityLimit)
}

function pack(reply: Reply, limit: number): Part[] {
  const parts: Part[] = []
  for (const line of replyBody(reply).split('\n')) {
    const current = parts.at(-1)
    const joined = addParagraph(reply, current, line)
    if (current !== undefined && compose(reply, joined, true).text.length <= limit) parts[parts.length - 1] = joined
    else parts.push(addParagraph(reply, undefined, line))
  }
  return parts
}

function addParagraph(reply: Reply, part: Part | undefined, line: string): Part {
  const cited = reply.citations.map(({ n }) => n).filter((n) => line.includes(`[${n}]`) || line.includes(bracketed(n)))
  return {
    paragraphs: [...(part?.paragraphs ?? []), paragraph(reply, line)],
    cited: new Set([...(part?.cited ?? []), ...cited]),
  }
}

function paragraph(reply: Reply, line: string): RichText {
  const known = new Set(reply.citations.map(({ n }) => n))
  const text = line.replace(/\[(\d{1,3})\]/gu, (mark, n) => (known.has(Number(n)) ? bracketed(Number(n)) : mark))
  const rich = bold(plain(text), figureRanges(text, reply.figures))
  return reply.citations.reduce(linkMark, rich)
}

function linkMark(rich: RichText, citation: Citation): RichText {
  const mark = bracketed(citation.n)
  const start = rich.text.indexOf(mark)
  if (start < 0 || citation.url === null) return rich
  return link(rich, { start, end: start + mark.length }, citation.url)
}

/** The last part also carries the citations that no paragraph names, and the contact. */
function compose(reply: Reply, part: Part, isLast: boolean): RichText {
  const said = replyBody(reply)
  const named = new Set(reply.citations.map(({ n }) => n).filter((n) => said.includes(`[${n}]`)))
  const shown = reply.citations.filter(({ n }) => part.cited.has(n) || (isLast && !named.has(n)))
  // What no answer stands on is the nearest thing there is, and should not pass for one: no figure of it leaps to the eye.
  const nearest = reply.outcome !== 'answered' && shown.length > 0 && part.cited.size === 0
  const sources = quote(sourceLines(nearest ? { ...reply, figures: [] } : reply, shown))
  const quoted = nearest ? concat([plain(messages.answer.nearest), sources], '\n') : sources
  const contact = isLast && reply.contact !== null ? plain(reply.contact) : plain('')
  return concat([concatLines(part.paragraphs), quoted, contact], '\n\n')
}

/** Keeps empty lines between paragraphs, unlike `concat`. */
function concatLines(lines: readonly RichText[]): RichText {
  return concat(lines.flatMap((line, index) => (index === 0 ? [line] : [plain('\n'), line])))
}

/** Where there are too many entities, the bold ones go first: quote and links matter more. */
export function withinEntityLimit(rich: RichText): RichText {
  if (rich.entities.length <= ENTITY_LIMIT) return rich
  const kept = [...rich.entities].sort((a, b) => Number(a.type === 'bold') - Number(b.type === 'bold'))
  return { text: rich.text, entities: kept.slice(0, ENTITY_LIMIT) }
}
