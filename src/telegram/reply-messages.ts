import type { InputRichBlock } from 'grammy/types'
import type { Reply } from '../answer/reply.js'
import { messages } from '../messages.js'
import { type FigureTable, figureTable } from './figure-table.js'
import type { Button, Outgoing } from './outgoing.js'
import { renderReply, withinEntityLimit } from './render-reply.js'
import { replyBody } from './reply-body.js'
import { concat, plain, quote, type RichText } from './rich-text.js'
import { toRichWords } from './rich-words.js'
import { listedSources } from './source-lines.js'
import { MESSAGE_LIMIT } from './split-rich-text.js'
import { circled, tableBlock, tableLines } from './table-layout.js'

export interface ReplySurroundings {
  /** Stands above the answer: the question where a button asked it, a notice. */
  before?: RichText
  buttons?: Button[][]
}

/** A reply as the messages that carry it; a list of indicators becomes a table. The buttons stand below the last one. */
export function replyMessages(reply: Reply, { before = plain(''), buttons }: ReplySurroundings = {}): Outgoing[] {
  const after = plain(reply.mode === 'llm' ? messages.telegram.writtenByModel : '')
  const table = figureTable(reply)
  const asTable = table && tableMessage(reply, table, before, after)
  if (asTable && asTable.text.text.length <= MESSAGE_LIMIT) return [{ ...asTable, buttons }]
  const texts = renderReply(reply, { before, after })
  return texts.map((text, index) => (index === texts.length - 1 ? { text, buttons } : { text }))
}

function tableMessage(reply: Reply, table: FigureTable, before: RichText, after: RichText): Outgoing {
  const [lead = '', rest = ''] = replyBody(reply).split(reply.answer)
  const sources = listedSources(reply, reply.citations, circled)
  const above = concat([before, plain(lead.trim())], '\n\n')
  const below = concat([plain(rest.trim()), plain(reply.contact ?? ''), after], '\n\n')
  const text = concat([above, tableLines(table), quote(sources), below], '\n\n')
  const blocks: InputRichBlock[] = [
    ...paragraphs(above),
    tableBlock(table),
    { type: 'expandable_blockquote', text: toRichWords(sources) },
    ...paragraphs(below),
  ]
  return { text: withinEntityLimit(text), blocks }
}

function paragraphs(rich: RichText): InputRichBlock[] {
  return rich.text === '' ? [] : [{ type: 'paragraph', text: toRichWords(rich) }]
}
