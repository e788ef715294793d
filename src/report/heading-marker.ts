import { parseChineseNumeral } from '../text/numerals.js'
import { foldWidth } from '../text/width.js'

/**
 * What numbers a heading. `part`: 第一部分 or 第一章, `lone`: 01 in front of a name, `item`: 一是 on a line of its own,
 * `clause`: 一是 within a paragraph, `caption`: above a table, `plain`: no number at all.
 */
export type MarkerKind =
  | 'annex'
  | 'part'
  | 'lone'
  | 'han'
  | 'bracketedHan'
  | 'arabic'
  | 'bracketedArabic'
  | 'circled'
  | 'item'
  | 'clause'
  | 'caption'
  | 'plain'

export interface Marker {
  kind: MarkerKind
  number: number
  /** Characters that the marker takes, blanks behind it included. */
  length: number
}

const HAN = '[一二三四五六七八九十]{1,3}'
const PATTERNS: readonly [MarkerKind, RegExp][] = [
  ['annex', /^附[件表录]\s*(\d{0,2}|[一二三四五六七八九十]{0,2})\s*(?:[::]\s*)?(?=\S|$)/],
  ['part', new RegExp(`^第(${HAN}|\\d{1,2})(?:部分|[章编篇节])\\s*[,、::]?\\s*`)],
  ['lone', /^(0\d|1\d)\s+(?=\p{Script=Han})/u],
  ['han', new RegExp(`^(${HAN})\\s*[、.]\\s*`)],
  ['bracketedHan', new RegExp(`^[((]\\s*(${HAN})\\s*[))]\\s*[、.]?\\s*`)],
  ['arabic', /^(\d{1,2})\s*(?:[、.](?!\d(?!\d{3}年))|[.](?=\d{4}年))\s*/],
  ['bracketedArabic', /^[((]?\s*(\d{1,2})\s*[))]\s*[、.]?\s*/],
  ['circled', /^([①-⑳])\s*/],
  ['item', new RegExp(`^(${HAN})是(?!否|非)`)],
]

/** The marker that a line (without blanks in front) begins with; null where it begins with none. */
export function readMarker(text: string): Marker | null {
  const folded = foldWidth(text.slice(0, 16))
  for (const [kind, pattern] of PATTERNS) {
    const match = pattern.exec(folded)
    if (match) return { kind, number: readNumber(match[1] ?? ''), length: match[0].length }
  }
  return null
}

function readNumber(written: string): number {
  if (written >= '①' && written <= '⑳') return written.charCodeAt(0) - 0x245f
  return written === '' ? 1 : /^\d/.test(written) ? Number(written) : (parseChineseNumeral(written) ?? 0)
}
