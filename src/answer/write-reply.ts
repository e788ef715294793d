import { messages } from '../messages.js'
import type { Figure, Report } from '../report/report.js'
import type { AnswerClaim, Finding, Source } from './finding.js'
import type { Citation, Outcome, Reply, ReplyFigure } from './reply.js'

/** Most sentences cited besides those of the answer. */
const MOST_RELATED = 3
/** Several claims stand one to a line, from this many on. */
const LINES_FROM = 2

export interface ReplyDraft {
  question: string
  finding: Finding
  /** The report whose contact line is offered. */
  report: Report | null
  timings: Reply['timings']
  /** `llm`: a model worded the claims; the reply says so. Default: extractive. */
  mode?: Reply['mode']
}

/** Lays a finding out as a reply: numbers the sources, binds the figures, and writes the text a citizen reads. */
export function writeReply({ question, finding, report, timings, mode = 'extractive' }: ReplyDraft): Reply {
  const citations = numberSources(finding)
  const answer =
    finding.claims.length > 0
      ? answerText(finding.claims, citations, mode)
      : (finding.say ?? outcomeText(finding.outcome))
  const contact = finding.outcome === 'answered' || finding.outcome === 'off_topic' ? null : (report?.contact ?? null)
  const listed = citations.map(({ citation }) => citation)
  return {
    question,
    outcome: finding.outcome,
    mode,
    answer,
    text: wholeText(answer, finding, listed, contact, mode),
    citations: listed,
    figures: bindFigures(finding, citations),
    contact,
    timings,
  }
}

interface NumberedSource {
  source: Source
  citation: Citation
}

function numberSources({ claims, related }: Finding): NumberedSource[] {
  const sources = [...claims.flatMap((claim) => claim.sources), ...related.slice(0, MOST_RELATED)]
  const numbered: NumberedSource[] = []
  for (const source of sources) {
    if (numbered.some((known) => isSame(known.source, source))) continue
    numbered.push({ source, citation: cite(source, numbered.length + 1) })
  }
  return numbered
}

function isSame(a: Source, b: Source): boolean {
  return a.report.id === b.report.id && a.start === b.start && a.end === b.end
}

function cite({ report, start, end, section }: Source, n: number): Citation {
  const { id: reportId, title, url } = report
  return { n, reportId, title, section, sentence: report.text.slice(start, end), start, end, url }
}

function answerText(claims: readonly AnswerClaim[], citations: readonly NumberedSource[], mode: Reply['mode']): string {
  const lines = claims.map((claim) => `${ended(claim.text)}${marks(claim.sources, citations)}`)
  // A model's sentences are shown as they come: how the first are joined may not depend on how many follow.
  return mode === 'llm' || lines.length >= LINES_FROM ? lines.join('\n') : lines.join('')
}

function ended(text: string): string {
  return /[。！？!?]$/.test(text) ? text : `${text}。`
}

function marks(sources: readonly Source[], citations: readonly NumberedSource[]): string {
  const numbers = sources.map((source) => citations.find((known) => isSame(known.source, source))!.citation.n)
  return [...new Set(numbers)].map((n) => `[${n}]`).join('')
}

function outcomeText(outcome: Outcome): string {
  return messages.answer.outcomes[outcome]
}

function wholeText(
  answer: string,
  finding: Finding,
  citations: readonly Citation[],
  contact: string | null,
  mode: Reply['mode'],
): string {
  const isAnswered = finding.outcome === 'answered'
  const heading = isAnswered ? messages.answer.sources : messages.answer.nearest
  const sources = citations.map(({ n, section, sentence }) => {
    const path = section.length > 0 ? `${section.join(' › ')}\n` : ''
    return `[${n}] ${path}“${sentence.trim()}”`
  })
  const parts = [
    finding.premise ?? '',
    answer,
    sources.length > 0 ? `${heading}\n${sources.join('\n')}` : '',
    contact ?? '',
    mode === 'llm' ? messages.written.label : '',
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function bindFigures({ claims, related }: Finding, citations: readonly NumberedSource[]): ReplyFigure[] {
  const bound: ReplyFigure[] = []
  const numberOf = (source: Source) => citations.find((known) => isSame(known.source, source))!.citation.n
  for (const claim of claims) {
    for (const figure of claim.figures) bound.push(quoted(figure, numberOf(holderOf(figure, claim.sources))))
    if (claim.computed) bound.push(computedFigure(claim, claim.computed, numberOf))
  }
  const cited = [...claims.flatMap((claim) => claim.sources), ...related.slice(0, MOST_RELATED)]
  for (const source of cited)
    for (const figure of source.figures) {
      const figureBound = quoted(figure, numberOf(source))
      if (!bound.some((known) => isSameFigure(known, figureBound))) bound.push(figureBound)
    }
  return bound
}

function holderOf(figure: Figure, sources: readonly Source[]): Source {
  return sources.find((source) => source.figures.includes(figure)) ?? sources[0]!
}

function quoted(figure: Figure, citation: number): ReplyFigure {
  const { text, value, unit, qualifiers, indicator, period, status } = figure
  return { text, value, unit, qualifiers, indicator, period, status, citation, computed: null }
}

function computedFigure(
  claim: AnswerClaim,
  { text, value, unit, indicator, expression, operands }: NonNullable<AnswerClaim['computed']>,
  numberOf: (source: Source) => number,
): ReplyFigure {
  const citations = [...new Set(claim.sources.map(numberOf))]
  const { period, status } = operands[0]!
  return {
    text,
    value,
    unit,
    qualifiers: [],
    indicator,
    period,
    status,
    citation: null,
    computed: { expression, citations },
  }
}

function isSameFigure(a: ReplyFigure, b: ReplyFigure): boolean {
  return a.text === b.text && a.citation === b.citation && a.indicator === b.indicator && a.period === b.period
}
