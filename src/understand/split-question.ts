import type { Span } from '../text/clauses.js'
import { askingWords } from './asking-words.js'
import { findModifiers } from './modifiers.js'

/**
 * The pieces of a question that each ask for an amount (推进了几个,总投资多少), or for the same of two accounts (全市和市级);
 * empty where fewer than two do.
 * @returns for each piece the text with the other asking pieces blanked, so that offsets stay
 */
export function splitQuestion(text: string): string[] {
  const pieces = [...text.matchAll(askingWords('pieces', 'anywhere', 'g'))].flatMap((match) =>
    apart(match[0], match.index),
  )
  const scopes = scopesIn(text)
  if (scopes.length > 1) return scopes.map((kept) => scopes.filter((scope) => scope !== kept).reduce(blankOut, text))
  const asking = pieces.filter((piece) => asksAnew(text.slice(piece.start, piece.end)))
  if (asking.length < 2) return []
  return asking.map((kept) => asking.filter((piece) => piece !== kept).reduce(blankOut, text))
}

/** 从几到几 asks for the two ends of what the piece in front asks for, and for nothing else. */
function asksAnew(piece: string): boolean {
  return askingWords('piece_asks').test(piece) && !askingWords('from_and_to', 'whole').test(piece)
}

/** 多少个项目多少套 asks twice without a pause. */
function apart(piece: string, start: number): Span[] {
  const cut = piece.search(askingWords('amount_again'))
  const end = start + piece.length
  return cut < 0
    ? [{ start, end }]
    : [
        { start, end: start + cut },
        { start: start + cut, end },
      ]
}

/** 全市和市级各多少: each account is asked by itself. */
function scopesIn(text: string): Span[] {
  return findModifiers(text)
    .filter(({ role }) => role === 'scope')
    .map(({ at, text: word }) => ({ start: at, end: at + word.length }))
}

function blankOut(text: string, { start, end }: Span): string {
  return text.slice(0, start) + ','.repeat(end - start) + text.slice(end)
}
