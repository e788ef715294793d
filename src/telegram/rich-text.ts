import type { MessageEntity } from 'grammy/types'

/** A text with Telegram's formatting beside it. Offsets and lengths are UTF-16 units, as in the Bot API. */
export interface RichText {
  text: string
  entities: MessageEntity[]
}

/** A stretch of a text, in UTF-16 units; `end` is exclusive. */
export interface Range {
  start: number
  end: number
}

/** Text without formatting. Lone surrogates, which Telegram refuses, become U+FFFD. */
export function plain(text: string): RichText {
  return { text: text.replace(/\p{Surrogate}/gu, '\uFFFD'), entities: [] }
}

/** Puts parts one after the other, with `separator` between; empty parts are left out. */
export function concat(parts: readonly RichText[], separator = ''): RichText {
  const result: RichText = { text: '', entities: [] }
  for (const part of parts) {
    if (part.text === '') continue
    if (result.text !== '') result.text += separator
    const base = result.text.length
    result.text += part.text
    result.entities.push(...part.entities.map((entity) => ({ ...entity, offset: entity.offset + base })))
  }
  return result
}

/** Marks stretches bold. */
export function bold(rich: RichText, ranges: readonly Range[]): RichText {
  const added = ranges.map(({ start, end }): MessageEntity => ({ type: 'bold', offset: start, length: end - start }))
  return { text: rich.text, entities: [...rich.entities, ...added] }
}

/** Makes a stretch a link. */
export function link(rich: RichText, range: Range, url: string): RichText {
  const added: MessageEntity = { type: 'text_link', offset: range.start, length: range.end - range.start, url }
  return { text: rich.text, entities: [...rich.entities, added] }
}

/** Puts the whole text into a block quote that a phone shows folded. */
export function quote(rich: RichText): RichText {
  if (rich.text === '') return rich
  return {
    text: rich.text,
    entities: [{ type: 'expandable_blockquote', offset: 0, length: rich.text.length }, ...rich.entities],
  }
}
