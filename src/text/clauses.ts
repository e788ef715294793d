/** A stretch of a text, as UTF-16 offsets. */
export interface Span {
  start: number
  end: number
}

const OPENING = '“‘「『《(['
const CLOSING = '”’」』》)]'
/** Brackets of two widths are often paired. */
const WIDE: Readonly<Record<string, string>> = { '（': '(', '）': ')' }
const BREAK = /[,，;；:：。!！?？]/

/** Splits a sentence at its commas, not inside quotation marks or brackets, nor between digits (1,234). */
export function clausesOf(text: string): Span[] {
  const clauses: Span[] = []
  let start = 0
  const open: number[] = []
  for (let i = 0; i < text.length; i++) {
    const character = WIDE[text[i]!] ?? text[i]!
    const closed = open.lastIndexOf(CLOSING.indexOf(character))
    if (OPENING.includes(character)) open.push(OPENING.indexOf(character))
    // 《…(2022年》: what was forgotten inside is closed, too.
    else if (closed >= 0) open.length = closed
    else if (open.length === 0 && BREAK.test(character) && !betweenDigits(text, i)) {
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
