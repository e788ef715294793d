import { messages } from '../../messages.js'
import type { Figure } from '../../report/report.js'
import type { Asked } from '../ask-report.js'
import type { AnswerClaim, Finding, Source } from '../finding.js'
import { isSame, type Material } from './material.js'
import { meetsDemands, wantsNumber } from './may-answer.js'

const words = messages.written.faults

/** What the claims must do together, besides each being true. */
export interface Task {
  /** The extractive answer. */
  finding: Finding
  asked: readonly Asked[]
  material: Material
}

/**
 * What is wrong with an answer as a whole. Where the ledger has answered, it must print those figures and none that
 * the extractive answer does not print, and say nothing besides; where words were found, it must stand on the same sentences; where nothing was found, on sentences that
 * meet all of the question.
 */
export function judgeClaims(claims: readonly AnswerClaim[], task: Task): string[] {
  if (claims.length === 0) return [words.empty]
  if (task.finding.outcome !== 'answered') return meetsAll(claims, task) ? [] : [words.notAsked]
  const missing = uncovered(claims, task)
  if (missing.length > 0) return [words.leftOut(missing.map((claim) => idOf(claim, task.material)).join('、'))]
  if (!isNumberAnswer(task)) return []
  const strays = claims.filter((claim) => !sharesSource(claim, task.finding.claims))
  if (strays.length > 0) return strays.map(({ text }) => words.beside(text))
  return hasSameFigures(claims, task) ? [] : [words.otherFigures]
}

function sharesSource({ sources }: AnswerClaim, wanted: readonly AnswerClaim[]): boolean {
  return wanted.some((claim) => claim.sources.some((source) => sources.some((other) => isSame(other, source))))
}

/** Claims of the extractive answer of which a source is not cited. */
export function uncovered(claims: readonly AnswerClaim[], { finding }: Task): AnswerClaim[] {
  const cited = claims.flatMap(({ sources }) => sources)
  return finding.claims.filter(
    ({ sources }) => !sources.every((source) => cited.some((other) => isSame(other, source))),
  )
}

/** Whether the ledger decided which figures answer. */
export function isNumberAnswer({ finding, asked }: Task): boolean {
  return finding.claims.some(({ figures, computed }) => figures.length > 0 || computed) && asked.some(wantsNumber)
}

/**
 * No figure but those of the extractive answer; all of them, or, where a topic was named without asking for any (…怎么样), one
 * of each of its sentences.
 */
function hasSameFigures(claims: readonly AnswerClaim[], { finding: { claims: wanted }, asked }: Task): boolean {
  const isOpen = asked.every(({ context }) => context.understanding.kind === 'open')
  const [said, meant] = [new Set(claims.flatMap(figuresOf)), new Set(wanted.flatMap(figuresOf))]
  const computed = (list: readonly AnswerClaim[]) => list.flatMap((claim) => claim.computed ?? [])
  const isWhole = computed(wanted).every((one) => computed(claims).includes(one))
  const besides = [...said].filter((figure) => !meant.has(figure))
  const isPrinted = (figure: Figure) => wanted.some((claim) => prints(claim, figure))
  const isTold = (claim: AnswerClaim) =>
    claim.figures.length === 0 || [...said].some((figure) => claim.figures.includes(figure) || prints(claim, figure))
  const hasMeant = isOpen ? wanted.every(isTold) : [...meant].every((figure) => said.has(figure))
  return isWhole && hasMeant && besides.every(isPrinted)
}

/** Whether a claim's words hold a figure that it does not count as its own: 加快39500余套共29个安置房项目建设. */
function prints({ text, sources }: AnswerClaim, figure: Figure): boolean {
  const holder = sources.find(({ figures }) => figures.includes(figure))
  const statement = holder?.report.statements[figure.statement]
  return statement !== undefined && text.includes(statement.text.slice(figure.phrase.start, figure.phrase.end))
}

function figuresOf({ figures }: AnswerClaim): Figure[] {
  return figures
}

function meetsAll(claims: readonly AnswerClaim[], { asked, material }: Task): boolean {
  const cited = claims.flatMap(({ sources }) => sources)
  const isCited = (source: Source) => cited.some((other) => isSame(other, source))
  return meetsDemands(
    [...material.evidence.values()].filter(({ source }) => isCited(source)),
    asked[0]!,
  )
}

function idOf(claim: AnswerClaim, { draft }: Material): string {
  return [...draft].find(([, known]) => known === claim)?.[0] ?? ''
}
