import type { Figure } from '../../report/report.js'
import { fitPeriod, sectionYears } from '../../retrieval/match-period.js'
import type { SearchableStatement } from '../../retrieval/searchable-report.js'
import { clausesOf, type Span } from '../../text/clauses.js'
import { toSearchForm } from '../../text/search-form.js'
import type { Asked } from '../ask-report.js'
import type { AskContext } from '../context.js'
import type { AnswerClaim, Finding, Source } from '../finding.js'
import { sourceOf } from '../source.js'
import { type NumberSpan, numberSpans } from './mask-evidence.js'
import { ownScopeOf, toComparedForm } from './reply-words.js'

/** What a model is given to write a reply from. Numbers are masked: the model sees their ids in their place. */
export interface Material {
  /** By id: E1, E2 … in the order of relevance. */
  evidence: ReadonlyMap<string, OfferedEvidence>
  /** By id: F1 … for figures, N1 … for other numbers of the evidence. */
  numbers: ReadonlyMap<string, OfferedNumber>
  /** By id: D1 … the claims of the extractive answer. */
  draft: ReadonlyMap<string, AnswerClaim>
  /** Whether the evidence is of several places: then each sentence has to name its own. */
  isOfPlaces: boolean
}

export interface OfferedEvidence {
  id: string
  source: Source
  /** Reading text with {F1} and {N1} in place of its numbers. */
  masked: string
  /** Reading text. */
  text: string
  /** Its clauses in compared form, only the digits of its numbers masked: 地区生产总值增长{F1}左右. */
  clauses: string[]
  /** Title, headings and names of the place, in compared form. */
  around: string
  /** How far the report's own place reaches, e.g. 区; null where it has none. */
  ownScope: string | null
  /** Whether it stands under aims and tasks. */
  isPlanned: boolean
  /** Term by term of the question: how far (0–1) its own words meet it; null for what the answer cites without. */
  met: readonly number[] | null
}

export interface OfferedNumber {
  id: string
  evidenceId: string
  /** Null for a name, a date, a bound. */
  figure: Figure | null
  /** What is put in its place: number, unit, direction and the qualifiers that touch it. */
  said: string
  /** The masked clause in which it stands, in compared form; several where a date or name stands in several. */
  clause: string
  /** What stands in front of it in that clause, and behind it, up to the next number. */
  front: string
  behind: string
  /** The clause, and what the ledger says is measured. */
  own: string
}

/** Most statements offered, and most characters of them together. */
const MOST_EVIDENCE = 14
const MOST_CHARACTERS = 3000
/** Share of the question that a statement must meet to be offered besides those of the answer. */
const RELEVANT = 0.35

/** Gathers what the extractive answer stands on, what it offers, and what else was found. */
export function gatherMaterial(asked: readonly Asked[], finding: Finding): Material {
  const evidence = new Map<string, OfferedEvidence>()
  const numbers = new Map<string, OfferedNumber>()
  let characters = 0
  for (const { source, met } of candidates(asked, finding)) {
    const length = source.end - source.start
    if (evidence.size > 0 && characters + length > MOST_CHARACTERS) continue
    if (evidence.size === MOST_EVIDENCE) break
    const offered = offer(`E${evidence.size + 1}`, source, met, numbers)
    if (offered) evidence.set(offered.id, offered)
    if (offered) characters += length
  }
  const draft = new Map(finding.claims.map((claim, i) => [`D${i + 1}`, claim]))
  const places = new Set([...evidence.values()].map(({ source }) => placeNameOf(source.report)))
  return { evidence, numbers, draft, isOfPlaces: places.size > 1 }
}

/** What a report's place is called in an answer; null where the report names none. */
export function placeNameOf({ placeAliases, place }: Source['report']): string | null {
  return placeAliases[0] ?? place
}

interface Candidate {
  source: Source
  met: readonly number[] | null
}

function candidates(asked: readonly Asked[], finding: Finding): Candidate[] {
  const found = asked.flatMap(({ context }) => relevant(context))
  const metOf = (source: Source) => found.find((other) => isSame(other.source, source))?.met ?? null
  const answered = [...finding.claims.flatMap(({ sources }) => sources), ...finding.related]
  const all = [...answered.map((source) => ({ source, met: metOf(source) })), ...found]
  return all.filter(({ source }, i) => all.findIndex((other) => isSame(other.source, source)) === i)
}

function relevant(context: AskContext): Candidate[] {
  const { report } = context.searchable
  return context.evidence
    .filter(({ statement, coverage }) => coverage >= RELEVANT && statement.statement.kind !== 'heading')
    .filter(({ statement }) => fitsYears(statement, context))
    .map(({ statement, words }) => ({ source: sourceOf(report, statement.statement), met: words }))
}

/** A statement of another time than the one asked for is no material. */
function fitsYears({ statement, text }: SearchableStatement, { years, searchable }: AskContext): boolean {
  if (years.some(({ from }) => text.includes(String(from)))) return true
  return fitPeriod(years, sectionYears(searchable.report.sections, statement.section)) !== 'other'
}

/** Whether two sources are the same stretch of the same report. */
export function isSame(a: Source, b: Source): boolean {
  return a.report.id === b.report.id && a.start === b.start && a.end === b.end
}

function offer(
  id: string,
  source: Source,
  met: readonly number[] | null,
  numbers: Map<string, OfferedNumber>,
): OfferedEvidence | null {
  const { report, start, end } = source
  const statement = report.statements.find((candidate) => candidate.start === start && candidate.end === end)
  // The report's head (its speaker, its day) is no statement: only the draft may say it.
  if (!statement) return null
  const section = statement.section === null ? null : report.sections[statement.section]!
  const spans = numberSpans(statement.text, source.figures)
  const ids = idsOf(statement.text, spans, numbers, id)
  const masked = replaceSpans(statement.text, spans, ids)
  const worded = replaceSpans(statement.text, spans.map(bare), ids)
  const clauses = clausesOf(worded).map(({ start, end }) => toIdForm(worded.slice(start, end), toComparedForm))
  spans.forEach((span, i) => {
    const said = statement.text.slice(span.start, span.end)
    numbers.set(ids[i]!, { id: ids[i]!, evidenceId: id, figure: span.figure, said, ...placeOf(ids[i]!, clauses, span) })
  })
  const around = [report.title, report.place ?? '', ...report.placeAliases, ...source.section].map((text) =>
    text.replaceAll(parentOf(report), ''),
  )
  return {
    id,
    source,
    masked,
    text: statement.text.trim(),
    clauses,
    around: toComparedForm(around.join(' ')),
    ownScope: ownScopeOf(report.place),
    isPlanned: section?.status === 'target',
    met,
  }
}

/** What a place belongs to, of its full name: 南昌市 of 南昌市青山湖区, whose numbers are not that city's. */
function parentOf({ place, placeAliases }: Source['report']): string {
  const own = placeAliases.find((alias) => place?.endsWith(alias) && alias !== place)
  return own ? place!.slice(0, -own.length) : NO_PARENT
}

/** Stands in no text. */
const NO_PARENT = '\u0000'

/** A text in which the full name of a report's place is the place's own: 青山湖区 for 南昌市青山湖区. */
export function withoutParent(text: string, evidence: readonly OfferedEvidence[]): string {
  return evidence.reduce((shorter, { source: { report } }) => {
    const own = report.place?.replace(parentOf(report), '')
    return own ? shorter.replaceAll(report.place!, own) : shorter
  }, text)
}

/** The number alone, without the words for direction and the qualifiers that touch it. */
function bare({ start, end, figure }: NumberSpan): Span {
  return figure ? figure.at : { start, end }
}

/** An id for each span; the same date or name twice in a statement has one. */
function idsOf(
  text: string,
  spans: readonly NumberSpan[],
  numbers: Map<string, OfferedNumber>,
  evidenceId: string,
): string[] {
  const known = new Map<string, string>()
  return spans.map(({ start, end, figure }) => {
    const said = text.slice(start, end)
    const id = (!figure && known.get(said)) || nextId(figure ? 'F' : 'N', numbers, evidenceId)
    if (!figure) known.set(said, id)
    return id
  })
}

/** Reserves the id, so that the next one is another. */
function nextId(letter: 'F' | 'N', numbers: Map<string, OfferedNumber>, evidenceId: string): string {
  const count = [...numbers.keys()].filter((id) => id.startsWith(letter)).length
  const id = `${letter}${count + 1}`
  numbers.set(id, { id, evidenceId, figure: null, said: '', ...placeOf(id, [], { figure: null }) })
  return id
}

function replaceSpans(text: string, spans: readonly Span[], ids: readonly string[]): string {
  let masked = ''
  let at = 0
  spans.forEach(({ start, end }, i) => {
    masked += `${text.slice(at, start)}{${ids[i]}}`
    at = end
  })
  return masked + text.slice(at)
}

function placeOf(id: string, clauses: readonly string[], { figure }: Pick<NumberSpan, 'figure'>) {
  const clause = clauses.filter((candidate) => candidate.includes(`{${id}}`)).join(' ')
  const pieces = clause.split(PLACEHOLDERS)
  const at = pieces.indexOf(`{${id}}`)
  const [front, behind] = [pieces[at - 1] ?? '', pieces[at + 1] ?? '']
  return { clause, front, behind, own: `${clause} ${figure ? toComparedForm(figure.indicator) : ''}` }
}

/** Keeps what it splits by. */
export const PLACEHOLDERS = /(\{[FN]\d+\})/

/** Search form, or another, that keeps {F1} as it is. */
export function toIdForm(masked: string, toForm = toSearchForm): string {
  return toForm(masked).replace(/\{([fn])(\d+)\}/g, (_, letter: string, n: string) => `{${letter.toUpperCase()}${n}}`)
}
