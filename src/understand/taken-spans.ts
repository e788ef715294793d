import type { Span } from '../text/clauses.js'
import { wordsOf } from '../text/tokens.js'
import { askingWords } from './asking-words.js'
import { findClaims, leadingUnit } from './find-claims.js'
import type { Claim } from './understanding.js'

/** What of a question times, amounts and numbers take. */
export interface Taken {
  /** Where it writes what the report has in quotation marks: 三项政策 counts nothing, it is a name. Times are none. */
  named: Span[]
  /** The numbers that it claims, those in names left out: 334 of “334”分成模式 counts no 分. */
  claims: Claim[]
  /** Where what is counted begins: 羊 of 多少只羊. */
  countedAt: ReadonlySet<number>
  /** Where times, amounts and claimed numbers stand: no words of the matter. */
  spans: Span[]
  /** What it leaves out of what it asks: 不算甲, 除了甲以外. */
  leftOut: Span[]
}

/** Finds what is no word of the matter. @param names what the report writes in quotation marks */
export function findTaken(text: string, names: ReadonlySet<string>): Taken {
  const named = nameSpans(text, names)
  const claims = findClaims(text).filter((claim) => !isWithinOne(numeralOf(claim), named))
  const amounts = amountSpans(text)
  const counts = [...spansOf('counted_names', text), ...amounts].filter((span) => !isWithinOne(span, named))
  return {
    named,
    claims,
    countedAt: new Set(amounts.map(({ end }) => end)),
    spans: [...spansOf('times', text), ...spansOf('scopes', text), ...counts, ...claims.map(spanOf)],
    leftOut: spansOf('left_out', text),
  }
}

function nameSpans(text: string, names: ReadonlySet<string>): Span[] {
  const spans: Span[] = []
  for (const name of names)
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1))
      spans.push({ start, end: start + name.length })
  if (spans.length === 0) return spans
  const times = spansOf('times', text)
  return spans.filter((span) => !times.some((time) => overlap(span, time)))
}

function spansOf(list: 'times' | 'scopes' | 'counted_names' | 'left_out', text: string): Span[] {
  return [...text.matchAll(askingWords(list, 'anywhere', 'g'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function spanOf({ at, text }: Pick<Claim, 'at' | 'text'>): Span {
  return { start: at, end: at + text.length }
}

function numeralOf({ at, text, unit }: Claim): Span {
  return { start: at, end: at + text.length - unit.length }
}

function isWithinOne({ start, end }: Span, others: readonly Span[]): boolean {
  return others.some((other) => other.start <= start && end <= other.end)
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** 多少套 in 多少套在建: the measure word goes with the amount, unless it begins the thing counted (多少项目). */
function amountSpans(text: string): Span[] {
  return [...text.matchAll(askingWords('how_many', 'anywhere', 'g'))].flatMap((match) => {
    const behind = match.index + match[0].length
    const unit = leadingUnit(text.slice(behind))
    if (unit === '' || unit.length > LONGEST_PLAIN_UNIT) return []
    const [word] = wordsOf(text.slice(behind, behind + LONGEST_UNIT_WORD))
    const isUnit = word === unit || askingWords('unit_with_thing', 'whole').test(word ?? '')
    return isUnit ? [{ start: match.index, end: behind + unit.length }] : []
  })
}

const LONGEST_UNIT_WORD = 6
/** Longer units are often the thing asked for itself: 学位, 床位. */
const LONGEST_PLAIN_UNIT = 1
