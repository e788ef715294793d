/** A stretch of a text, as UTF-16 offsets. */
export interface Span {
  start: number
  end: number
}

const OPENING = '“‘「『《(（['
const CLOSING = '”’」』》)）]'
const BREAK = /[,，;；:：。!！?？]/

/** Splits a sentence at its commas, not inside quotation marks or brackets, nor between digits (1,234). */
export function clausesOf(text: string): Span[] {
  const clauses: Span[] = []
  let start = 0
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!
    if (OPENING.includes(character)) depth++
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && BREAK.test(character) && !betweenDigits(text, i)) {
      clauses.push({ start, end: i })
      start = i + 1
    }
  }
  clauses.push({ start, end: text.length })
  return clauses.filter((clause) => text.slice(clause.start, clause.end).trim() !== '')
}

function betweenDigits(text: string, at: number): boolean {
  return /[0-9０-９]/.test(text[at - 1] ?? '') && /[0-9０-９]/.test(text[at + 1] ?? '')
}
