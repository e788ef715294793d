import type { RichText as RichWords } from 'grammy/types'
import type { RichText } from './rich-text.js'

/** Text with entities, its bold stretches and links, as the parts of a rich message have it. Stretches must not overlap. */
export function toRichWords({ text, entities }: RichText): RichWords {
  const parts: RichWords[] = []
  let end = 0
  const marked = entities.filter(({ type }) => type === 'bold' || type === 'text_link')
  for (const entity of marked.toSorted((a, b) => a.offset - b.offset)) {
    if (entity.offset < end) continue
    const words = text.slice(entity.offset, entity.offset + entity.length)
    parts.push(text.slice(end, entity.offset))
    parts.push(
      entity.type === 'text_link' ? { type: 'url', text: words, url: entity.url } : { type: 'bold', text: words },
    )
    end = entity.offset + entity.length
  }
  parts.push(text.slice(end))
  return parts.filter((part) => part !== '')
}
