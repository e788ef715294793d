import type { MessageEntity } from 'grammy/types'
import type { RichText } from './rich-text.js'

/** Longest text of one Telegram message, in UTF-16 units (https://core.telegram.org/bots/api#sendmessage). */
export const MESSAGE_LIMIT = 4096

/**
 * Cuts a text into parts of at most `limit` UTF-16 units, at a line's end where one is near, else after a sentence
 * (with its citation marks), else after a comma. Entities are re-based to their part; a bold figure or a link is not
 * cut unless it is longer than half a part; no emoji or other character is cut in two.
 * @param limit at least 16
 */
export function splitRichText(rich: RichText, limit = MESSAGE_LIMIT): RichText[] {
  const parts: RichText[] = []
  let start = 0
  while (start < rich.text.length) {
    const end = rich.text.length - start <= limit ? rich.text.length : start + cutLength(rich, start, limit)
    const part = slice(rich, start, end)
    if (part.text !== '') parts.push(part)
    start = end
  }
  return parts
}

/** The part from `start` to `end` without blanks at its ends, which Telegram would strip. */
function slice(rich: RichText, start: number, end: number): RichText {
  const raw = rich.text.slice(start, end)
  const from = start + (raw.length - raw.trimStart().length)
  const to = Math.max(from, end - (raw.length - raw.trimEnd().length))
  const entities = rich.entities.flatMap((entity): MessageEntity[] => {
    const offset = Math.max(entity.offset, from)
    const length = Math.min(entity.offset + entity.length, to) - offset
    return length > 0 ? [{ ...entity, offset: offset - from, length }] : []
  })
  return { text: rich.text.slice(from, to), entities }
}

const BREAKS = [/\n+/gu, /[。!?;!?;…]+[”」』)]*(?:【\d{1,3}】)*/gu, /[,、,]/gu]

function cutLength(rich: RichText, start: number, limit: number): number {
  const piece = rich.text.slice(start, start + limit)
  for (const pattern of BREAKS) {
    const end = lastBreak(piece, pattern)
    if (end === undefined) continue
    const whole = beforeUncuttable(rich, start, end, limit)
    if (whole > limit / 2) return whole
  }
  return beforeUncuttable(rich, start, characterBoundary(rich.text, start, limit), limit)
}

/** Where the last break in the second half of the piece ends; one that touches the piece's end might go on beyond it. */
function lastBreak(piece: string, pattern: RegExp): number | undefined {
  const ends = [...piece.matchAll(pattern)].map((match) => match.index + match[0].length)
  return ends.findLast((end) => end > piece.length / 2 && end < piece.length)
}

function beforeUncuttable(rich: RichText, start: number, length: number, limit: number): number {
  const cut = start + length
  const crossed = rich.entities.filter(
    (entity) => entity.type !== 'expandable_blockquote' && entity.offset < cut && entity.offset + entity.length > cut,
  )
  const earliest = Math.min(cut, ...crossed.map((entity) => entity.offset))
  return earliest - start > limit / 2 ? earliest - start : length
}

/** The longest length up to `limit` that ends between two characters as a reader sees them. */
function characterBoundary(text: string, start: number, limit: number): number {
  const reach = text.slice(start, start + limit + 1)
  const characters = [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(reach)]
  const last = characters.at(-1)
  if (last !== undefined && last.index > limit / 2) return last.index
  return /[\uD800-\uDBFF]/u.test(text.charAt(start + limit - 1)) ? limit - 1 : limit
}
