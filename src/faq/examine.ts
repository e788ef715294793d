import type { Assistant } from '../answer/assistant.js'
import type { Reply, ReplyFigure } from '../answer/reply.js'
import type { Gate } from '../gate/create-gate.js'
import type { Report } from '../report/report.js'
import type { FaqEntry, FaqFault, FaqSeed, FaqSource, FaultReason } from './faq-entry.js'
import { bodyOf } from './propose-sections.js'
import { leansOn, quoteFigure, quoteItem } from './quote-clauses.js'
import { answerReadsWell, linesOf, questionReadsWell } from './reads-well.js'
import { saysFigure } from './says-figure.js'
import type { Themes } from './themes.js'
import type { Wording } from './wording.js'

export interface Examiner {
  assistant: Assistant
  gate: Gate
  reports: readonly Report[]
  wording: Wording
  themes: Themes
}

/** What came of one seed: an entry, or why there is none; and why a language model's wording was not taken. */
export type Examined = { id: string; refused?: FaqFault } & ({ entry: FaqEntry } | { fault: FaqFault })

type Draft = Pick<FaqEntry, 'answer' | 'sources' | 'figures' | 'wording'>
type Attempt = { question: string } & ({ draft: Draft } | { reason: FaultReason; answer: string })

/** How far a wording came, the furthest last. */
const REASONS: FaultReason[] = [
  'noWording',
  'offTopic',
  'notAnswered',
  'otherSource',
  'otherFigure',
  'unreadable',
  'gate',
]

/** Most wordings asked for one seed, and other wordings kept besides. */
const MOST_ASKED = 10
const MOST_ALSO = 3

/** Asks a seed's questions, one after the other, until an answer passes every check; then a model's wording of it. */
export async function examine(seed: FaqSeed, examiner: Examiner): Promise<Examined> {
  const examined = await examineOwn(seed, examiner)
  return seed.reworded === undefined ? examined : examineReworded(seed.reworded, examined, seed, examiner)
}

async function examineOwn(seed: FaqSeed, examiner: Examiner): Promise<Examined> {
  const attempts: Attempt[] = []
  for (const question of seed.wordings
    .filter((text) => questionReadsWell(text, examiner.wording))
    .slice(0, MOST_ASKED)) {
    const attempt = await tryQuestion(question, seed, examiner)
    if ('draft' in attempt) return { id: seed.id, entry: await toEntry(question, attempt.draft, seed, examiner) }
    attempts.push(attempt)
  }
  return { id: seed.id, fault: faultOf(seed, attempts) }
}

/** A model's wording has to pass the same checks, and to get the answer that the program's own wording got. */
async function examineReworded(
  question: string,
  examined: Examined,
  seed: FaqSeed,
  examiner: Examiner,
): Promise<Examined> {
  const { id } = seed
  const attempt: Attempt = questionReadsWell(question, examiner.wording)
    ? await tryQuestion(question, seed, examiner)
    : { question, reason: 'noWording', answer: '' }
  if ('reason' in attempt) return { ...examined, refused: faultOf(seed, [attempt]) }
  if (!('entry' in examined)) return { id, entry: await toEntry(question, attempt.draft, seed, examiner) }
  const { entry } = examined
  if (attempt.draft.answer !== entry.answer)
    return { ...examined, refused: refusalOf(seed, question, 'otherAnswer', attempt.draft.answer) }
  return { id, entry: { ...entry, question, also: [entry.question, ...entry.also] } }
}

async function toEntry(question: string, draft: Draft, seed: FaqSeed, examiner: Examiner): Promise<FaqEntry> {
  const also: string[] = []
  for (const other of [...seed.wordings.slice(0, 3), ...seed.others]) {
    if (also.length >= MOST_ALSO || other === question || also.includes(other)) continue
    if (!questionReadsWell(other, examiner.wording)) continue
    const attempt = await tryQuestion(other, seed, examiner)
    if ('draft' in attempt && attempt.draft.answer === draft.answer) also.push(other)
  }
  const headings = draft.sources[0]!.section.slice(1).reverse()
  const theme = examiner.themes.of(question, draft.answer.slice(0, 120), ...headings)
  return { id: seed.id, kind: seed.kind, theme, question, also, ...draft }
}

async function tryQuestion(question: string, seed: FaqSeed, examiner: Examiner): Promise<Attempt> {
  const { reply } = await examiner.assistant.ask(question, { mode: 'extractive' })
  const report = examiner.reports.find(({ id }) => id === seed.reportId)!
  const reason = strayOf(reply, seed, report)
  if (reason) return { question, reason, answer: reply.answer }
  const own = ownDraft(reply)
  const quoted = quotedDraft(seed, report, examiner.wording)
  const readableOwn = isReadable(own, seed, report, examiner.wording) ? own : null
  // An item is told whole rather than by the one sentence that met the question best.
  const drafts = seed.kind === 'section' ? [quoted, readableOwn] : [readableOwn, quoted]
  const readable = drafts.filter((draft) => draft !== null)
  const draft = readable.find((candidate) => passes(question, candidate, examiner.gate))
  return draft
    ? { question, draft }
    : { question, reason: readable.length > 0 ? 'gate' : 'unreadable', answer: reply.answer }
}

/** How a reply strays from what its question was made of; null where it does not. */
function strayOf(reply: Reply, seed: FaqSeed, report: Report): FaultReason | null {
  if (reply.outcome !== 'answered') return 'notAnswered'
  const starts = new Set(seed.statements.map((index) => report.statements[index]!.start))
  const marked = markedSources(reply)
  const isOwn = ({ reportId, start }: FaqSource) => reportId === report.id && starts.has(start)
  if (!marked.every(isOwn) || marked.length < Math.min(seed.fewest, starts.size)) return 'otherSource'
  const wanted = seed.figures.map((index) => report.figures[index]!)
  if (seed.kind === 'figure')
    return printsFirst(
      reply,
      wanted[0]!.text,
      wanted.map(({ indicator }) => indicator),
    )
      ? null
      : 'otherFigure'
  return wanted.every((figure) => saysFigure(reply.answer, figure)) ? null : 'otherFigure'
}

/** Amount and change of one thing may stand side by side; anything else in front is another answer. */
function printsFirst({ answer, figures }: Reply, text: string, indicators: readonly string[]): boolean {
  const [first, second] = figures
  const isWanted = (figure: ReplyFigure | undefined) =>
    figure?.text === text && indicators.includes(figure.indicator) && saysFigure(answer, figure)
  return isWanted(first) || (first?.indicator === second?.indicator && isWanted(second))
}

/** The sources that the answer's marks name; those that only stand beside it are left out. */
export function markedSources({ answer, citations }: Reply): FaqSource[] {
  return citations.filter(({ n }) => answer.includes(`[${n}]`))
}

function ownDraft(reply: Reply): Draft {
  const sources = markedSources(reply)
  const kept = new Set(sources.map(({ n }) => n))
  const figures = reply.figures.filter(
    ({ citation, computed, text }) =>
      saysFigure(reply.answer, { text }) &&
      (computed ? computed.citations.every((n) => kept.has(n)) : kept.has(citation ?? 0)),
  )
  return { answer: reply.answer, sources, figures, wording: 'reply' }
}

function isReadable(draft: Draft, seed: FaqSeed, report: Report, wording: Wording): boolean {
  if (!answerReadsWell(draft.answer, wording, { mayNumber: seed.kind === 'list' })) return false
  if (seed.kind === 'section') return saysMoreThanHeading(draft, seed, report)
  return (
    seed.kind !== 'figure' ||
    linesOf(draft.answer).every((line) => isWholePhrase(line, seed, report) && !isLeaning(line, seed, report, wording))
  )
}

function isLeaning(line: string, { figures }: FaqSeed, report: Report, wording: Wording): boolean {
  return leansOn(line.replace(/。$/, ''), report.figures[figures[0]!]!, wording)
}

/** An item's question is not answered by the item's heading. */
function saysMoreThanHeading({ sources }: Draft, seed: FaqSeed, report: Report): boolean {
  const section = report.statements[seed.statements[0]!]!.section
  const body = new Set(
    (section === null ? [] : bodyOf(report, section)).map((index) => report.statements[index]!.start),
  )
  return sources.some(({ start }) => body.has(start))
}

/** Whether a phrase begins and ends where its clause does: 加快39500余套 is cut off in the middle of one. */
function isWholePhrase(line: string, { statements }: FaqSeed, report: Report): boolean {
  const said = line.replace(/。$/, '')
  return statements.some((index) => {
    const { text, kind } = report.statements[index]!
    if (kind === 'row') return true
    const readings = readingsOf(text)
    const phrases = report.figures
      .filter(({ statement }) => statement === index)
      .map(({ phrase }) => text.slice(phrase.start, phrase.end).replace(NUMBERED, ''))
    return [said, ...phrases.filter((phrase) => said.endsWith(phrase))].some((phrase) =>
      readings.some((reading) => standsWhole(phrase, reading)),
    )
  })
}

/** 收入从9万元提高到11万元 holds two sentences: 收入9万元 and 收入提高到11万元. */
function readingsOf(text: string): string[] {
  return [text, text.replace(FROM_TO, '$2'), text.replace(FROM_TO, '$1,')]
}

const FROM_TO =
  /[从由]([^,，;；。从由]{1,14}?)((?:提高|提升|增加|增长|上升|扩大|缩小|下降|降低|回落|压减|减少|升|降)(?:到|至|为))/g

const NUMBERED = /^[,，、;；:：\s]+|^\d{1,2}[、.．]\s*(?=\p{Script=Han})|^[一二三四五六七八九十]{1,3}是(?![否非])/gu

function standsWhole(phrase: string, text: string): boolean {
  const at = text.indexOf(phrase)
  return at >= 0 && isEdge(text[at - 1]) && isEdge(text[at + phrase.length])
}

/** Not 等: behind it stands what the list is said of. */
function isEdge(character: string | undefined): boolean {
  return character === undefined || /[,，。;；:：、!！?？\s()（）]/.test(character)
}

function quotedDraft(seed: FaqSeed, report: Report, wording: Wording): Draft | null {
  const quotes = quotesOf(seed, report, wording)
  if (quotes.length === 0) return null
  const answer = quotes.map(({ text }, i) => `${text}[${i + 1}]`).join('')
  if (!answerReadsWell(answer, wording)) return null
  const sources = quotes.map(({ statement }, i) => sourceAt(statement, i + 1, report))
  const figures = quotes.flatMap(({ statement, text }, i) => figuresOf(statement, text, i + 1, report))
  return { answer, sources, figures, wording: 'quoted' }
}

function quotesOf(seed: FaqSeed, report: Report, wording: Wording): { text: string; statement: number }[] {
  const [index] = seed.figures
  if (seed.kind === 'figure' && index !== undefined) {
    const figure = report.figures[index]!
    const others = report.figures.filter(({ statement }) => statement === figure.statement)
    const text = quoteFigure(figure, report.statements[figure.statement]!, wording, others)
    return text === null ? [] : [{ text, statement: figure.statement }]
  }
  const section = seed.kind === 'section' ? report.statements[seed.statements[0]!]!.section : null
  return section === null ? [] : quoteItem(report, bodyOf(report, section), wording)
}

function sourceAt(index: number, n: number, report: Report): FaqSource {
  const { start, end, section } = report.statements[index]!
  const { id: reportId, title, url } = report
  const path = section === null ? [] : report.sections[section]!.path
  return { n, reportId, title, section: path, sentence: report.text.slice(start, end), start, end, url }
}

function figuresOf(statement: number, said: string, citation: number, report: Report): ReplyFigure[] {
  return report.figures
    .filter((figure) => figure.statement === statement && saysFigure(said, figure))
    .map(({ text, value, unit, qualifiers, indicator, period, status }) => {
      return { text, value, unit, qualifiers, indicator, period, status, citation, computed: null }
    })
}

function passes(question: string, { answer, sources, figures }: Draft, gate: Gate): boolean {
  return gate.checkReply({ question, answer, text: answer, citations: sources, figures }).ok
}

function faultOf(seed: FaqSeed, attempts: readonly Attempt[]): FaqFault {
  const rank = (attempt: Attempt) => ('reason' in attempt ? REASONS.indexOf(attempt.reason) : -1)
  const best = [...attempts].sort((a, b) => rank(b) - rank(a))[0]
  const failed = best && 'reason' in best ? best : { question: '', reason: 'noWording' as const, answer: '' }
  return refusalOf(seed, failed.question, failed.reason, failed.answer)
}

/** Why a question came to nothing. */
export function refusalOf(
  { id, kind, reportId, about }: FaqSeed,
  question: string,
  reason: FaultReason,
  answer = '',
): FaqFault {
  return { id, kind, reportId, about, reason, question, answer }
}
