/**
 * False sentences made from true ones: every figure of a report is changed in every way that a careless writer or a model
 * gets wrong. Written apart from the gate, from the ledger's data alone, so that it can measure the gate.
 */
import type { Figure, Report } from '../../src/report/report.js'
import { foldWidth } from '../../src/text/width.js'

export type MutationKind =
  | 'value+1'
  | 'value-1'
  | 'value+10%'
  | 'value-10%'
  | 'year'
  | 'scale'
  | 'points'
  | 'qualifier'
  | 'indicator'
  | 'status'

export interface Mutation {
  kind: MutationKind
  /** The figure that was changed. */
  figure: Figure
  /** What was changed to what, e.g. 8% → 9%. */
  change: string
  original: string
  /** The false sentence. */
  text: string
}

/**
 * Every mutation of every figure of the report. Left out is what cannot be made (no year stands there to change) and what
 * stays true: the report itself says, somewhere, the same number and unit of the same indicator, or of one that contains
 * it, for the mutated year with the mutated qualifiers.
 */
export function mutationsOf(report: Report): Mutation[] {
  return figuresOfProse(report).flatMap((figure) =>
    MAKERS.flatMap((make) => make(report, figure)).filter(
      (mutation) => mutation.text !== mutation.original && !isStillTrue(report, mutation),
    ),
  )
}

/** Figures of table cells are left out: their numbers have their unit in the table's head, and no draft repeats them so. */
export function figuresOfProse(report: Report): Figure[] {
  return report.figures.filter((figure) => report.statements[figure.statement]!.kind !== 'row')
}

/** A mutation, with what the mutated figure would be in the ledger. */
interface Draft extends Mutation {
  claim: Partial<Pick<Figure, 'text' | 'indicator' | 'period' | 'qualifiers' | 'status'>>
}

type Maker = (report: Report, figure: Figure) => Draft[]

const MAKERS: Maker[] = [mutateValue, mutateYear, mutateScale, mutatePoints, dropQualifiers, swapIndicator, swapStatus]

function mutateValue(report: Report, figure: Figure): Draft[] {
  const changes: [MutationKind, (value: number) => number][] = [
    ['value+1', (value) => value + 1],
    ['value-1', (value) => value - 1],
    ['value+10%', (value) => value * 1.1],
    ['value-10%', (value) => value * 0.9],
  ]
  return changes.flatMap(([kind, change]) => {
    const text = replaceNumber(figure.text, change, kind)
    return text ? [replaceFigure(report, figure, kind, text)] : []
  })
}

/** The text with its first number changed, as many decimals kept; null where that gives nothing sensible. */
function replaceNumber(text: string, change: (value: number) => number, kind: MutationKind): string | null {
  const match = /\d[\d,]*(?:\.\d+)?/.exec(foldWidth(text))
  if (!match) return kind === 'value+1' ? nextHanDigit(text) : null
  const plain = match[0].replace(/,/g, '')
  const decimals = plain.split('.')[1]?.length ?? 0
  const changed = change(Number(plain))
  if (changed <= 0) return null
  const written = changed.toFixed(decimals)
  return Number(written) === Number(plain) ? null : foldWidth(text).replace(match[0], written)
}

const HAN_DIGITS = '一二三四五六七八九'

function nextHanDigit(text: string): string | null {
  for (let i = text.length - 1; i >= 0; i--) {
    const digit = HAN_DIGITS.indexOf(text[i]!)
    if (digit >= 0) return text.slice(0, i) + HAN_DIGITS[(digit + 1) % 9]! + text.slice(i + 1)
  }
  return null
}

function mutateYear(report: Report, figure: Figure): Draft[] {
  if (!figure.period || !/^\d{4}$/.test(figure.period)) return []
  const sentence = sentenceOf(report, figure)
  return [Number(figure.period) - 1, Number(figure.period) + 1].flatMap((year) => {
    const change = `${figure.period} → ${year}`
    const draft = { kind: 'year' as const, figure, change, original: sentence, claim: { period: String(year) } }
    if (sentence.includes(`${figure.period}年`))
      return [{ ...draft, text: sentence.replaceAll(`${figure.period}年`, `${year}年`) }]
    return /\d{4}|今年|去年|上年|明年|年/.test(sentence) ? [] : [{ ...draft, text: `${year}年,${sentence}` }]
  })
}

function mutateScale(report: Report, figure: Figure): Draft[] {
  const text = figure.text.replace(/[亿万]/, (sign) => (sign === '亿' ? '万' : '亿'))
  return figure.value === 0 || text === figure.text || /^[一二三四五六七八九十百千]/.test(text)
    ? []
    : [replaceFigure(report, figure, 'scale', text)]
}

function mutatePoints(report: Report, figure: Figure): Draft[] {
  const text = /[%\uff05]/.test(figure.text)
    ? figure.text.replace(/[%\uff05]/, '个百分点')
    : figure.text.replace(/个?百分点/, '%')
  return text === figure.text ? [] : [replaceFigure(report, figure, 'points', text)]
}

function dropQualifiers(report: Report, figure: Figure): Draft[] {
  const sentence = sentenceOf(report, figure)
  return figure.qualifiers.flatMap((qualifier) => {
    const at = nearestIndex(sentence, qualifier, figure)
    if (at === null) return []
    const text = sentence.slice(0, at) + sentence.slice(at + qualifier.length)
    const qualifiers = figure.qualifiers.filter((other) => other !== qualifier)
    return [
      { kind: 'qualifier' as const, figure, change: `−${qualifier}`, original: sentence, text, claim: { qualifiers } },
    ]
  })
}

/** Where the qualifier of this figure stands: the last one up to the figure's phrase end. */
function nearestIndex(sentence: string, qualifier: string, figure: Figure): number | null {
  const after = sentence.indexOf(qualifier, figure.at.start)
  if (after >= 0 && after <= figure.at.end + 1) return after
  const before = sentence.lastIndexOf(qualifier, figure.at.start)
  return before >= 0 ? before : null
}

function swapIndicator(report: Report, figure: Figure): Draft[] {
  const sentence = sentenceOf(report, figure)
  const owner = ownerIn(sentence, figure)
  const others = report.figures.filter((other) => isUnlike(other, figure))
  const other = others[figure.index % Math.max(others.length, 1)]
  if (!owner || !other) return []
  const text = sentence.slice(0, owner.start) + other.indicator + sentence.slice(owner.end)
  const change = `${sentence.slice(owner.start, owner.end)} → ${other.indicator}`
  return [{ kind: 'indicator', figure, change, original: sentence, text, claim: { indicator: other.indicator } }]
}

function isUnlike(other: Figure, figure: Figure): boolean {
  return (
    other.unit === figure.unit &&
    other.measure === figure.measure &&
    other.value !== figure.value &&
    other.indicator.length >= 3 &&
    !isAlike(other.indicator, figure.indicator)
  )
}

/** Where the sentence names the figure's indicator: the whole of it, nearest before the number. */
function ownerIn(sentence: string, figure: Figure): { start: number; end: number } | null {
  if (figure.indicator.length < 3) return null
  const start = sentence.lastIndexOf(figure.indicator, figure.at.start)
  return start < 0 ? null : { start, end: start + figure.indicator.length }
}

const STATUS_WORDS = /力争|争取|确保|预期目标为?|目标为?|计划|预期/g

function swapStatus(report: Report, figure: Figure): Draft[] {
  const sentence = sentenceOf(report, figure)
  const draft = { kind: 'status' as const, figure, original: sentence }
  const head = sentence.slice(figure.phrase.start, figure.at.start)
  const verb = /增长|达到|完成|实现|提高|达|降低|下降|减少|增加/.exec(head)
  if (!verb) return []
  const at = figure.phrase.start + verb.index
  if (figure.status === 'target') {
    const text = `${sentence.slice(0, at)}已${sentence.slice(at)}`.replace(STATUS_WORDS, '')
    return [{ ...draft, change: '目标 → 完成', text, claim: { status: 'actual' } }]
  }
  const text = `${sentence.slice(0, at)}力争${sentence.slice(at)}`.replace('预计', '')
  return [
    { ...draft, change: '完成 → 目标', text, claim: { status: 'target', qualifiers: [...figure.qualifiers, '力争'] } },
  ]
}

function sentenceOf(report: Report, figure: Figure): string {
  return report.statements[figure.statement]!.text
}

function replaceFigure(report: Report, figure: Figure, kind: MutationKind, text: string): Draft {
  const original = sentenceOf(report, figure)
  const mutated = original.slice(0, figure.at.start) + text + original.slice(figure.at.end)
  return { kind, figure, change: `${figure.text} → ${text}`, original, text: mutated, claim: { text } }
}

function isStillTrue(report: Report, mutation: Draft): boolean {
  const claim = { ...mutation.figure, ...mutation.claim }
  return report.figures.some(
    (figure) =>
      figure.index !== mutation.figure.index &&
      figure.text.normalize('NFKC') === claim.text.normalize('NFKC') &&
      figure.status === claim.status &&
      (figure.period === claim.period || (mutation.kind !== 'year' && isUndated(mutation))) &&
      sameWords(figure.qualifiers, claim.qualifiers) &&
      isAlike(figure.indicator, claim.indicator),
  )
}

function isUndated(mutation: Draft): boolean {
  return !/\d{4}年|今年|去年|上年/.test(mutation.text)
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word) => b.includes(word))
}

function isAlike(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a) || sharedPairs(a, b) >= 0.6
}

/** Dice's coefficient over pairs of neighbouring characters, 0 … 1. */
function sharedPairs(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)]
  const shared = [...left].filter((pair) => right.has(pair)).length
  return (2 * shared) / Math.max(left.size + right.size, 1)
}

function pairsOf(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, i) => text.slice(i, i + 2)))
}
