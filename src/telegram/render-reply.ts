import type { Citation, Reply } from '../answer/reply.js'
import { messages } from '../messages.js'
import { figureRanges } from './figure-ranges.js'
import { replyBody } from './reply-body.js'
import { bold, concat, link, plain, quote, type RichText } from './rich-text.js'
import { MESSAGE_LIMIT, splitRichText } from './split-rich-text.js'

/** Telegram drops every entity after the hundredth. */
const ENTITY_LIMIT = 100

interface Part {
  paragraphs: RichText[]
  /** Numbers of the citations that the paragraphs carry. */
  cited: Set<number>
}

/**
 * Lays a reply out for a phone: what was asked first, its figures bold; the sources in a folding quote; the contact.
 * A reply longer than one message is cut between paragraphs, and every part brings the sources of its own claims.
 * @param limit UTF-16 units a message may hold
 */
export function renderReply(reply: Reply, limit = MESSAGE_LIMIT): RichText[] {
  const parts = pack(reply, limit)
  return parts
    .map((part, index) => compose(reply, part, index === parts.length - 1))
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
  const cited = reply.citations.map(({ n }) => n).filter((n) => line.includes(`[${n}]`) || line.includes(`【${n}】`))
  return {
    paragraphs: [...(part?.paragraphs ?? []), paragraph(reply, line)],
    cited: new Set([...(part?.cited ?? []), ...cited]),
  }
}

function paragraph(reply: Reply, line: string): RichText {
  const known = new Set(reply.citations.map(({ n }) => n))
  const text = line.replace(/\[(\d{1,3})\]/gu, (mark, n) => (known.has(Number(n)) ? `【${n}】` : mark))
  const rich = bold(plain(text), figureRanges(text, reply.figures))
  return reply.citations.reduce(linkMark, rich)
}

function linkMark(rich: RichText, citation: Citation): RichText {
  const mark = `【${citation.n}】`
  const start = rich.text.indexOf(mark)
  if (start < 0 || citation.url === null) return rich
  return link(rich, { start, end: start + mark.length }, citation.url)
}

/** The last part also carries the citations that no paragraph names, and the contact. */
function compose(reply: Reply, part: Part, isLast: boolean): RichText {
  const named = new Set(reply.citations.map(({ n }) => n).filter((n) => reply.text.includes(`[${n}]`)))
  const shown = reply.citations.filter(({ n }) => part.cited.has(n) || (isLast && !named.has(n)))
  const body = concatLines(part.paragraphs)
  const contact = isLast && reply.contact !== null ? plain(reply.contact) : plain('')
  return concat([body, quote(sources(reply, shown)), contact], '\n\n')
}

/** Keeps empty lines between paragraphs, unlike `concat`. */
function concatLines(lines: readonly RichText[]): RichText {
  return concat(lines.flatMap((line, index) => (index === 0 ? [line] : [plain('\n'), line])))
}

function sources(reply: Reply, citations: readonly Citation[]): RichText {
  const lines = citations.flatMap((citation, index) => {
    const isLastOfReport = citations[index + 1]?.reportId !== citation.reportId
    return isLastOfReport ? [source(reply, citation), reportTitle(citation)] : [source(reply, citation)]
  })
  return concat(lines, '\n')
}

function source(reply: Reply, citation: Citation): RichText {
  const path = citation.section.slice(-2).join(' › ')
  const sentence = plain(citation.sentence.trim())
  const figures = reply.figures.filter((figure) => figure.citation === citation.n)
  const operands = reply.figures.flatMap(({ computed }) =>
    computed?.citations.includes(citation.n) ? operandsOf(computed.expression) : [],
  )
  const marked = bold(sentence, figureRanges(sentence.text, [...figures, ...operands]))
  return concat([plain(`【${citation.n}】${path}${path === '' ? '' : ' ›'}\n`), marked])
}

function operandsOf(expression: string): { text: string; qualifiers: string[] }[] {
  const operands = expression.split(/\s+[−+\-×÷/*]\s+|[()()=]/u).map((operand) => operand.trim())
  return operands.filter((operand) => operand !== '').map((text) => ({ text, qualifiers: [] }))
}

function reportTitle(citation: Citation): RichText {
  const title = plain(messages.telegram.sourceTitle(citation.title))
  return citation.url === null ? title : link(title, { start: 0, end: title.text.length }, citation.url)
}

/** Where there are too many entities, the bold ones go first: quote and links matter more. */
function withinEntityLimit(rich: RichText): RichText {
  if (rich.entities.length <= ENTITY_LIMIT) return rich
  const kept = [...rich.entities].sort((a, b) => Number(a.type === 'bold') - Number(b.type === 'bold'))
  return { text: rich.text, entities: kept.slice(0, ENTITY_LIMIT) }
}
