import type { Span } from '../text/clauses.js'
import { wordsOf } from '../text/tokens.js'
import { askingWords } from './asking-words.js'
import { findClaims, leadingUnit } from './find-claims.js'

/** Where times, amounts and claimed numbers stand in a question: no words of the matter. */
export function takenSpans(text: string): Span[] {
  const spansOf = (list: 'times' | 'scopes' | 'counted_names') =>
    [...text.matchAll(askingWords(list, 'anywhere', 'g'))].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }))
  return [
    ...spansOf('times'),
    ...spansOf('scopes'),
    ...spansOf('counted_names'),
    ...amountSpans(text),
    ...findClaims(text).map((claim) => ({ start: claim.at, end: claim.at + claim.text.length })),
  ]
}

/** 多少套 in 多少套在建: the measure word goes with the amount, unless it begins the thing counted (多少项目). */
function amountSpans(text: string): Span[] {
  return [...text.matchAll(askingWords('how_many', 'anywhere', 'g'))].flatMap((match) => {
    const behind = match.index + match[0].length
    const unit = leadingUnit(text.slice(behind))
    const [word] = wordsOf(text.slice(behind, behind + LONGEST_UNIT_WORD))
    const isUnit = word === unit || askingWords('unit_with_thing', 'whole').test(word ?? '')
    return unit !== '' && unit.length <= LONGEST_PLAIN_UNIT && isUnit
      ? [{ start: match.index, end: behind + unit.length }]
      : []
  })
}

const LONGEST_UNIT_WORD = 6
/** Longer units are often the thing asked for itself: 学位, 床位. */
const LONGEST_PLAIN_UNIT = 1
