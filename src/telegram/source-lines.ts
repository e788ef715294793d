import type { Citation, Reply } from '../answer/reply.js'
import { messages } from '../messages.js'
import { figureRanges } from './figure-ranges.js'
import { bold, concat, link, plain, type RichText } from './rich-text.js'

/** A citation's number as a text shows it. */
export function bracketed(n: number): string {
  return `【${n}】`
}

/**
 * The sources below an answer: number and section path, then the sentence with the answer's figures marked in it. The
 * report's title stands below the sentences of one report, an empty line between two sources.
 */
export function sourceLines(reply: Reply, citations: readonly Citation[]): RichText {
  const { sameSection, sourceTitle } = messages.telegram
  const sources = citations.map((citation, index) => {
    const path = isSameSection(citations[index - 1], citation) ? sameSection : pathOf(citation)
    const heading = plain(`${bracketed(citation.n)}${path === '' ? '' : `${path}\n`}`)
    const source = concat([heading, sentenceOf(reply, citation)])
    return concat([source, ...titleBelow(citations, index, sourceTitle)], '\n')
  })
  return concat(sources, '\n\n')
}

/** The sources of a list: each section path once, then its sentences, each with its number behind it. */
export function listedSources(reply: Reply, citations: readonly Citation[], mark: (n: number) => string): RichText {
  const { sourceTitle } = messages.telegram
  const lines = citations.flatMap((citation, index) => {
    const path = isSameSection(citations[index - 1], citation) ? '' : pathOf(citation)
    const sentence = concat([sentenceOf(reply, citation), plain(mark(citation.n))])
    return [plain(path), sentence, ...titleBelow(citations, index, sourceTitle)]
  })
  return concat(lines, '\n')
}

function isSameSection(before: Citation | undefined, citation: Citation): boolean {
  return before?.reportId === citation.reportId && before.section.join('\n') === citation.section.join('\n')
}

function titleBelow(citations: readonly Citation[], index: number, words: (title: string) => string): RichText[] {
  const citation = citations[index]!
  if (citations[index + 1]?.reportId === citation.reportId) return []
  const title = plain(words(citation.title))
  return [citation.url === null ? title : link(title, { start: 0, end: title.text.length }, citation.url)]
}

function pathOf({ section }: Citation): string {
  return section.slice(-2).join(' › ')
}

/** Between the cells of a table's row. */
const CELLS_APART = /\s*\t\s*/g

function sentenceOf(reply: Reply, citation: Citation): RichText {
  const sentence = plain(citation.sentence.trim().replace(CELLS_APART, ' | '))
  const figures = reply.figures.filter((figure) => figure.citation === citation.n)
  const operands = reply.figures.flatMap(({ computed }) =>
    computed?.citations.includes(citation.n) ? operandsOf(computed.expression) : [],
  )
  return bold(sentence, figureRanges(sentence.text, [...figures, ...operands]))
}

function operandsOf(expression: string): { text: string; qualifiers: string[] }[] {
  const operands = expression.split(/\s+[−+\-×÷/*]\s+|[()()=]/u).map((operand) => operand.trim())
  return operands.filter((operand) => operand !== '').map((text) => ({ text, qualifiers: [] }))
}
