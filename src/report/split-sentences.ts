import type { Span } from '../text/clauses.js'

const ENDS = '。！？；!?;'
const STOPS = '。！？!?'
const OPENING = '（(《「『“‘【[［'
const CLOSING = '）)》」』”’】]］'
/** Brackets and quotation marks that do not close within so many characters were never meant to. */
const MAX_INSIDE = 150
/** A text without any stop is cut, at a comma or a blank where it has one, before it grows longer than this. */
const MAX_LENGTH = 600

/** Sentences of a paragraph, up to 。!?; each with its closing marks; none within brackets or quotation marks is cut. */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!
    const inside = OPENING.includes(character) ? closingOf(text, i) : -1
    if (inside > i) {
      i = inside
      if (!STOPS.includes(text[inside - 1] ?? '') || goesOn(text, inside + 1)) continue
    } else if (!ENDS.includes(character)) {
      if (i - start < MAX_LENGTH) continue
      i = lastJoint(text, start, i)
    } else i = behindMarks(text, i)
    pushTrimmed(spans, text, start, i + 1)
    start = i + 1
  }
  pushTrimmed(spans, text, start, text.length)
  return spans
}

/** Offset of the mark that closes the one at `at`; -1 where it stays open. */
function closingOf(text: string, at: number): number {
  const opening = text[at]!
  const closing = CLOSING[OPENING.indexOf(opening)]!
  const other = closing === '）' ? ')' : closing === ')' ? '）' : closing
  const last = Math.min(text.length, at + MAX_INSIDE)
  let depth = 0
  for (let i = at; i < last; i++) {
    const character = text[i]!
    if (character === opening) depth++
    else if (character === closing || character === other) {
      depth--
      if (depth === 0) return i
    }
  }
  return -1
}

/** After “…。” a new sentence begins, unless what follows leans on it: “…。”的要求. */
function goesOn(text: string, at: number): boolean {
  return at >= text.length || /[，。；、,;的之是为等和与）)》”]/.test(text[at]!)
}

/** Several stops in a row, and marks that close behind them, belong to the sentence. */
function behindMarks(text: string, at: number): number {
  let i = at
  while (i + 1 < text.length && (CLOSING.includes(text[i + 1]!) || ENDS.includes(text[i + 1]!))) i++
  return i
}

function lastJoint(text: string, start: number, end: number): number {
  for (const joints of ['，,', '、', ' \u3000\t'])
    for (let i = end; i > start + MAX_LENGTH / 2; i--) if (joints.includes(text[i]!)) return i
  return end
}

function pushTrimmed(spans: Span[], text: string, start: number, end: number): void {
  const part = text.slice(start, end)
  const trimmed = part.trim()
  if (trimmed === '') return
  const from = start + part.length - part.trimStart().length
  spans.push({ start: from, end: from + trimmed.length })
}
