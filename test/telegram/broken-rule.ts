import type { InlineKeyboardButton, InlineQueryResultArticle, MessageEntity } from 'grammy/types'

/**
 * What a call asks that Telegram does not grant, or that this bot never does (parse_mode); null where there is nothing.
 * Lengths are counted in UTF-16 units, as offsets are. From https://core.telegram.org/bots/api.
 */
export function brokenRule(method: string, payload: Readonly<Record<string, unknown>>): string | null {
  return problemsOf(method, payload).next().value ?? null
}

const HALF = /\p{Surrogate}/u

function* problemsOf(method: string, payload: Readonly<Record<string, unknown>>): Generator<string, undefined> {
  if ('parse_mode' in payload) yield 'parse_mode'
  if (/^(?:sendMessage|editMessageText)$/u.test(method) && !('rich_message' in payload)) yield* textProblems(payload)
  if (method === 'sendMessageDraft') {
    if (Number(payload.draft_id) === 0) yield 'a draft without a number'
    yield* textProblems(payload)
  }
  if ('rich_message' in payload) yield* richProblems(payload.rich_message as RichMessage)
  if (method === 'answerCallbackQuery') yield* lengthProblems('notice', payload.text ?? '', 0, 200)
  if (method === 'answerInlineQuery') yield* inlineProblems(payload as unknown as InlineAnswer)
  if (method === 'setMyCommands') yield* commandProblems(payload.commands as Command[])
  yield* markupProblems((payload.reply_markup ?? {}) as Markup)
  return undefined
}

function* textProblems({ text, entities }: { text?: unknown; entities?: unknown }): Generator<string> {
  yield* lengthProblems('text', text, 1, 4096)
  const words = String(text)
  if (words !== words.trim()) yield 'blanks around the text, which Telegram takes away, and offsets with them'
  const marks = (entities ?? []) as MessageEntity[]
  if (marks.length > 100) yield `${marks.length} entities`
  for (const { type, offset, length } of marks) {
    const marked = words.slice(offset, offset + length)
    const isInside = offset >= 0 && length > 0 && offset + length <= words.length
    if (!isInside || HALF.test(marked)) yield `entity ${type} at ${offset}, ${length} long, of ${words.length}`
  }
}

function* lengthProblems(name: string, value: unknown, least: number, most: number): Generator<string> {
  const text = typeof value === 'string' ? value : ''
  if (text.length < least || text.length > most) yield `${name} of ${text.length} units`
  if (HALF.test(text)) yield `${name} with half a character`
}

interface Markup {
  inline_keyboard?: InlineKeyboardButton[][]
  input_field_placeholder?: string
}

function* markupProblems({ inline_keyboard: rows = [], input_field_placeholder }: Markup): Generator<string> {
  if (input_field_placeholder !== undefined) yield* lengthProblems('placeholder', input_field_placeholder, 1, 64)
  if (rows.flat().length > 100) yield `${rows.flat().length} buttons`
  for (const row of rows) {
    if (row.length === 0 || row.length > 8) yield `a row of ${row.length} buttons`
    for (const button of row) {
      yield* lengthProblems('button', button.text, 1, 64)
      if (!('callback_data' in button)) continue
      const bytes = Buffer.byteLength(button.callback_data)
      if (bytes < 1 || bytes > 64) yield `${bytes} bytes behind the button ${button.text}`
    }
  }
}

interface RichMessage {
  blocks: { cells?: unknown[][] }[]
}

function* richProblems({ blocks }: RichMessage): Generator<string> {
  yield* lengthProblems('rich message', richText(blocks), 1, 32_768)
  const rows = blocks.flatMap(({ cells = [] }) => cells)
  if (blocks.length + rows.length > 500) yield `${blocks.length + rows.length} blocks`
  for (const row of rows) if (row.length === 0 || row.length > 20) yield `a table of ${row.length} columns`
}

/** The words of a rich message, each block and cell on a line. */
export function richText(part: unknown): string {
  if (typeof part === 'string') return part
  if (Array.isArray(part)) {
    const isWords = part.every((inner) => typeof inner === 'string' || isStretch(inner))
    return part.map(richText).join(isWords ? '' : '\n')
  }
  const { caption, cells, text } = part as { caption?: unknown; cells?: unknown; text?: unknown }
  return [caption, cells, text].flatMap((inner) => (inner === undefined ? [] : [richText(inner)])).join('\n')
}

function isStretch(part: unknown): boolean {
  return typeof part === 'object' && part !== null && ['bold', 'url'].includes((part as { type?: string }).type ?? '')
}

interface InlineAnswer {
  results: InlineQueryResultArticle[]
  button?: { text: string; start_parameter?: string }
}

function* inlineProblems({ results, button }: InlineAnswer): Generator<string> {
  if (results.length > 50) yield `${results.length} inline results`
  if (new Set(results.map(({ id }) => id)).size < results.length) yield 'two inline results of one id'
  for (const { id, title, input_message_content: content } of results) {
    if (!/^[\x21-\x7e]{1,64}$/u.test(id)) yield `the inline result ${id}`
    yield* lengthProblems('inline title', title, 1, 256)
    if ('parse_mode' in content) yield 'parse_mode'
    if ('message_text' in content) yield* textProblems({ text: content.message_text, entities: content.entities })
  }
  if (button === undefined) return
  yield* lengthProblems('inline button', button.text, 1, 64)
  if (!/^[\w-]{1,64}$/u.test(button.start_parameter ?? '')) yield `start parameter ${button.start_parameter}`
}

interface Command {
  command: string
  description: string
}

function* commandProblems(commands: readonly Command[]): Generator<string> {
  if (commands.length > 100) yield `${commands.length} commands`
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/u.test(command)) yield `the command ${command}`
    yield* lengthProblems('description of a command', description, 1, 256)
  }
}
