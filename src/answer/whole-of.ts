import type { FigureEvidence } from '../retrieval/evidence.js'
import type { Understanding } from '../understand/understanding.js'
import { answerWords } from './answer-words.js'
import { isComparable } from './compute.js'
import { isKindAsked } from './opposed-kinds.js'

/**
 * The figure of the whole (水产品总产量, 基金本年支出) that a figure is a part of (海水产品产量, 基金大病保险支出): it is named
 * alike but for the words that tell the part, and meets of the question what the part meets. Null where none is, or where
 * the part itself is asked for.
 */
export function wholeOf(
  part: FigureEvidence,
  others: readonly FigureEvidence[],
  question: string,
): FigureEvidence | null {
  if (isKindAsked(part.found.indicator, question)) return null
  const whole = others.find((other) => {
    const told = wordsOfPart(inShort(other.found.indicator), inShort(part.found.indicator))
    return told !== '' && !question.includes(told) && isOneMatter(other, part) && meetsNoLess(other, part)
  })
  return whole ?? null
}

/** What a thing costs in all, where the row gives a year's share of it, too, and the question names neither year nor share. */
export function totalCostOf(
  part: FigureEvidence,
  others: readonly FigureEvidence[],
  { text, periods }: Understanding,
): FigureEvidence | null {
  if (periods.length > 0 || answerWords('year_share').test(text) || part.statement.statement.kind !== 'row') return null
  return (
    others.find(
      (other) =>
        other.statement === part.statement &&
        answerWords('total_cost', 'end').test(other.found.indicator) &&
        isOneMatter(other, part),
    ) ?? null
  )
}

/** 规模以上工业企业 is no part of 规上工业企业. */
function inShort(indicator: string): string {
  return indicator.replaceAll('规模以上', '规上').replaceAll('限额以上', '限上')
}

function isOneMatter({ figure: a }: FigureEvidence, { figure: b }: FigureEvidence): boolean {
  return a.measure === b.measure && a.period === b.period && a.status === b.status && isComparable(a, b)
}

/** What the part's name has put into the whole's: 海, 大病保险; '' where it is named otherwise. */
function wordsOfPart(whole: string, part: string): string {
  const name = whole.replace(answerWords('sign_of_whole', 'anywhere', 'g'), '')
  if (name.length < SHORTEST || name.length >= part.length) return ''
  let front = 0
  while (front < name.length && name[front] === part[front]) front++
  const behind = name.slice(front)
  return part.endsWith(behind) ? part.slice(front, part.length - behind.length) : ''
}

/** 支出 alone names nothing. */
const SHORTEST = 4

function meetsNoLess({ met: whole }: FigureEvidence, { met: part }: FigureEvidence): boolean {
  return whole.every(({ own }, i) => own >= NEARLY * part[i]!.own)
}

/** 水产品总产量 meets 水产品产量 only in its parts. */
const NEARLY = 0.7
