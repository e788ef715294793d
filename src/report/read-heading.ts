import { type Marker, type MarkerKind, readMarker } from './heading-marker.js'

/** A heading, or the lead of a paragraph that serves as one. */
export interface Heading {
  marker: Marker
  /** Offsets of the heading's words in the line, marker included, closing stop left out. */
  start: number
  end: number
  /** Offset behind its stop: where the text under it begins. `start` where the heading is part of a sentence. */
  bodyStart: number
  /** True where nothing else stands on the line. */
  ownLine: boolean
}

/** A heading on its own line is at most this long. */
const MAX_OWN_LINE = 90
/** A lead up to 。 is a heading when it is at most this long. */
const MAX_LEAD: Readonly<Record<MarkerKind, number>> = {
  annex: 80,
  part: 60,
  lone: 30,
  han: 60,
  bracketedHan: 60,
  arabic: 36,
  bracketedArabic: 36,
  circled: 36,
  item: 40,
  clause: 40,
  caption: 60,
  plain: 40,
}
/** A stop further off ends no heading. */
const MAX_STOP = 200
/** Numbered like this, a line with figures is an entry of a list. */
const LIST_KINDS: readonly MarkerKind[] = ['arabic', 'bracketedArabic', 'circled', 'lone']
const MEASURED =
  /\d\s*(?:[%％‰]|[万亿]?元|[万亿]|个百分点|[户家个件套处条名人场次座所项吨亩部台辆张栋幢间盏株棵头只口支艘]|公里|公顷|平方|立方|千瓦|兆瓦|米)/

/** The heading that a numbered line begins with; null where it has no number, or is a sentence or entry of a list. */
export function readHeading(text: string): Heading | null {
  const marker = readMarker(text)
  if (!marker) return null
  if (marker.kind === 'item') return readItem(text, marker)
  const stop = firstStop(text, marker.length, /[。：:；;！!？?]/)
  const lead = text.slice(0, stop)
  const title = lead.slice(marker.length)
  const ownLine = text.slice(stop + 1).trim() === ''
  if (title.trim() === '' || /[；;，,、]$/.test(text)) return null
  if (LIST_KINDS.includes(marker.kind) && (MEASURED.test(title) || /[；;]/.test(text[stop] ?? ''))) return null
  if (title.length <= (ownLine ? MAX_OWN_LINE : MAX_LEAD[marker.kind]) && text[stop] !== '；' && text[stop] !== ';')
    return { marker, start: 0, end: lead.trimEnd().length, bodyStart: Math.min(stop + 1, text.length), ownLine }
  return LIST_KINDS.includes(marker.kind) ? null : leadingClause(text, marker)
}

/** 一是全力推进项目建设。… The title ends at the first comma or stop. */
function readItem(text: string, marker: Marker): Heading | null {
  const heading = leadingClause(text, marker)
  if (!heading) return null
  return { ...heading, ownLine: isOwnLine(text) }
}

function isOwnLine(text: string): boolean {
  return text.length <= MAX_OWN_LINE && /^[^。；;！？]*[。：:]?\s*$/.test(text) && !MEASURED.test(text)
}

/** The heading is the sentence's first clause, and the sentence stays whole. */
function leadingClause(text: string, marker: Marker): Heading | null {
  const end = firstStop(text, marker.length, /[，,。：:；;！!？?]/)
  const length = end - marker.length
  return length < 2 || length > MAX_OWN_LINE ? null : { marker, start: 0, end, bodyStart: 0, ownLine: false }
}

/** Offset of the first stop outside quotation marks and brackets, not between digits; the line's end where there is none. */
function firstStop(text: string, from: number, stop: RegExp): number {
  let depth = 0
  for (let i = from; i < text.length && i - from < MAX_STOP; i++) {
    const character = text[i]!
    if ('“（(《'.includes(character)) depth++
    else if ('”）)》'.includes(character)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && stop.test(character) && !isBetweenDigits(text, i)) return i
  }
  return Math.min(text.length, from + MAX_STOP)
}

/** 8.0:42.7:49.3 and 1,234 */
function isBetweenDigits(text: string, at: number): boolean {
  return /[\d０-９]/.test(text[at - 1] ?? '') && /[\d０-９]/.test(text[at + 1] ?? '')
}
