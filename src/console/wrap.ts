import stringWidth from 'string-width'

export interface WrapOptions {
  /** Blanks before the first line; default none. */
  indent?: number
  /** Blanks before the lines that follow; default: as `indent`. */
  hanging?: number
}

/** May not begin a line. */
const CLOSING = /^[,。、;:!?)】》〉」』”’…,.;:!?)\]}%‰]/u
/** May not end a line. */
const OPENING = /^[(【《〈「『“‘([{]$/u
/** Kept together: a number or a word of letters, else one character as a reader sees it. */
const UNIT = /[\p{Script=Latin}\p{Nd}]+(?:[.,:/_@%+-]+[\p{Script=Latin}\p{Nd}]+)*%?/gu

/** Width in terminal cells; characters that some terminals show narrow and some wide count as wide. */
export function cellWidth(text: string): number {
  return stringWidth(text, { ambiguousIsNarrow: false })
}

/**
 * Breaks a text into lines of at most `width` cells. Chinese breaks anywhere but before a closing or after an opening
 * mark; numbers and words of letters stay whole unless longer than a line.
 * @param width cells; `Infinity` breaks nowhere
 */
export function wrap(text: string, width: number, options: WrapOptions = {}): string {
  const { indent = 0, hanging = indent } = options
  const paragraphs = text.split('\n').map((paragraph, index) => {
    const first = ' '.repeat(index === 0 ? indent : hanging)
    return wrapParagraph(paragraph, width, first, ' '.repeat(hanging))
  })
  return paragraphs.join('\n')
}

function wrapParagraph(paragraph: string, width: number, first: string, following: string): string {
  const lines: string[] = []
  let line: string[] = []
  let used = 0
  for (const unit of unitsOf(paragraph, Math.max(2, width - following.length))) {
    const room = width - (lines.length === 0 ? first : following).length
    if (line.length > 0 && used + cellWidth(unit) > room) {
      const carried = carriedOver(line, unit, width - following.length)
      lines.push(line.slice(0, line.length - carried.length).join(''))
      line = carried
      used = cellWidth(carried.join(''))
    }
    if (unit === ' ' && line.length === 0 && lines.length > 0) continue
    line.push(unit)
    used += cellWidth(unit)
  }
  lines.push(line.join(''))
  return lines.map((part, index) => `${index === 0 ? first : following}${part}`.trimEnd()).join('\n')
}

/** What moves down with `next`, so that no line begins with a closing mark or ends with an opening one. */
function carriedOver(line: readonly string[], next: string, room: number): string[] {
  let from = line.length
  const isBadBreak = () => CLOSING.test(line[from] ?? next) || OPENING.test(line[from - 1] ?? '')
  while (from > 0 && isBadBreak()) from -= 1
  const carried = line.slice(from)
  // A run of marks longer than half a line is broken all the same, and so is what would not fit.
  const isBearable = from > line.length / 2 && cellWidth(carried.join('')) + cellWidth(next) <= room
  return isBearable ? carried : []
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })

function unitsOf(paragraph: string, widest: number): string[] {
  const units: string[] = []
  let rest = 0
  const pushCharacters = (text: string) => {
    for (const { segment } of segmenter.segment(text)) units.push(segment)
  }
  for (const match of paragraph.matchAll(UNIT)) {
    pushCharacters(paragraph.slice(rest, match.index))
    if (cellWidth(match[0]) > widest) pushCharacters(match[0])
    else units.push(match[0])
    rest = match.index + match[0].length
  }
  pushCharacters(paragraph.slice(rest))
  return units
}
