/** A text as it is compared: half width, without blanks and thousands separators, one kind of quotation mark. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/[“”"「」]/g, '"')
    .replace(/[‘’]/g, "'")
}

/** Whether `text` holds `wanted`; a number that is wanted does not begin or end inside a longer one. */
export function holds(text: string, wanted: string): boolean {
  const within = fold(text)
  const part = fold(wanted)
  if (part === '') return true
  for (let at = within.indexOf(part); at >= 0; at = within.indexOf(part, at + 1))
    if (!isInsideNumber(within, at, at + part.length)) return true
  return false
}

function isInsideNumber(text: string, start: number, end: number): boolean {
  const before = /\d/.test(text[start]!) && /[\d.]/.test(text[start - 1] ?? '')
  const after = /\d/.test(text[end - 1]!) && /^(?:\d|\.\d)/.test(text.slice(end))
  return before || after
}

/** Sentences shorter than this are too common to stand for a longer wording. */
const SHORTEST_PART = 6

/** Whether a cited sentence shows a wording: holds it, or is a part of it of six characters or more. */
export function shows(sentence: string, wording: string): boolean {
  const cited = fold(sentence)
  const wanted = fold(wording)
  return cited.includes(wanted) || (cited.length >= SHORTEST_PART && wanted.includes(cited.replace(/[。;,]$/, '')))
}

const DATE = /\d{4}(?:年\d{1,2}月(?:\d{1,2}日)?|-\d{1,2}-\d{1,2})/g
const CITATION_MARK = /\[\d+\]/g
const LIST_NUMBER = /(^|\n)\s*\d+[.、)]\s/g

/** The numbers a text states; citation marks, list numbers and dates are none. */
export function numeralsOf(text: string): string[] {
  const plain = fold(text.replace(LIST_NUMBER, '$1 ')).replace(CITATION_MARK, ' ').replace(DATE, ' ')
  return plain.match(/\d+(?:\.\d+)?/g) ?? []
}
