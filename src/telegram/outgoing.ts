import type { InputRichBlock } from 'grammy/types'
import type { Action } from './callback-data.js'
import type { RichText } from './rich-text.js'

/** A message before it is sent: its words, and what can be tapped below. */
export interface Outgoing {
  text: RichText
  /** The same laid out better, for servers that know rich messages. */
  blocks?: InputRichBlock[]
  /** Rows of buttons. */
  buttons?: Button[][]
  /** Opens the reply box below the message, with these words in it; for a message without buttons. */
  replyHint?: string
}

/** A button that does something here, or opens an address. */
export type Button = { text: string; action: Action } | { text: string; url: string }

/** A label that shows whole on a phone: cut to so many columns, a Chinese character taking two. */
export function label(text: string, columns = 34): string {
  let width = 0
  let cut = ''
  for (const character of text) {
    width += character < '\u02FF' ? 1 : 2
    if (width > columns) return `${cut.trimEnd()}…`
    cut += character
  }
  return cut
}
