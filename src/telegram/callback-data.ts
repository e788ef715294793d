import { createHmac, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import { REPORT_KEY_LENGTH } from './library.js'

/*
 * What a button carries: a letter, its fields and a keyed code over them and the chat, between dots:
 * o.1a2b3c4d.57.kJ8sXw0aQ1c. Nothing is kept on this side, so buttons outlive a restart.
 */

/** Telegram takes no more bytes (https://core.telegram.org/bots/api#inlinekeyboardbutton). */
export const CALLBACK_LIMIT = 64

const report = z.string().regex(new RegExp(`^[0-9a-f]{${REPORT_KEY_LENGTH}}$`))
const index = z
  .string()
  .regex(/^(?:-1|\d{1,6})$/)
  .transform(Number)
/** Buttons written before there were pages have none. */
const page = index.default(0)
const name = z.string().regex(/^[\w-]{1,24}$/)

/** Each kind's letter and fields, in the order in which they are written. Indices count from 0; −1 is none. */
const FORMS = {
  /** Shows the paragraph around a statement in a message of its own. */
  original: { letter: 'o', fields: { report, statement: index } },
  /** Turns the same message to another passage; `statement` stays marked. */
  passage: { letter: 'p', fields: { report, passage: index, statement: index } },
  /** Asks for a figure of the ledger. */
  figure: { letter: 'f', fields: { report, figure: index } },
  /** Opens a section; −1: the report itself. `page` of the sections in it. */
  section: { letter: 's', fields: { report, section: index, page } },
  /** Lists the figures of a theme; −1: the themes. */
  figures: { letter: 't', fields: { report, theme: index, page } },
  /** Lists the approved questions of a theme; −1: the themes. */
  faq: { letter: 'k', fields: { theme: index, page } },
  /** Asks an approved question. */
  entry: { letter: 'a', fields: { id: name } },
  /** 👍 1, 👎 0, for a reply by its key. */
  rate: { letter: 'r', fields: { reply: name, good: index } },
  /** Why 👎: an index into `FEEDBACK_REASONS`. */
  reason: { letter: 'w', fields: { reply: name, reason: index } },
  /** Asks for an opinion in words. */
  write: { letter: 'm', fields: {} },
  /** Forgets who taps it. */
  forget: { letter: 'x', fields: {} },
} as const

type Forms = typeof FORMS

export const ACTION_KINDS = Object.keys(FORMS) as (keyof Forms)[]
type Fields<Kind extends keyof Forms> = {
  [Field in keyof Forms[Kind]['fields']]: Forms[Kind]['fields'][Field] extends z.ZodType<infer Value> ? Value : never
}

/** What a button does. */
export type Action = { [Kind in keyof Forms]: { kind: Kind } & Fields<Kind> }[keyof Forms]
export type ActionOf<Kind extends keyof Forms> = Extract<Action, { kind: Kind }>

export interface CallbackData {
  /** At most 64 bytes. */
  write(action: Action, chatId: number): string
  /** Null for what this bot did not write for this chat. */
  read(data: string, chatId: number): Action | null
}

/** @param token of the bot: the key is made of it, so that it is secret and the same after a restart */
export function createCallbackData(token: string): CallbackData {
  const key = createHmac('sha256', 'qingwen callback data').update(token).digest()
  const codeOf = (words: string, chatId: number) =>
    createHmac('sha256', key).update(`${chatId}|${words}`).digest().subarray(0, 8).toString('base64url')
  return {
    write(action, chatId) {
      const words = wordsOf(action)
      return `${words}.${codeOf(words, chatId)}`
    },
    read(data, chatId) {
      const end = data.lastIndexOf('.')
      const words = data.slice(0, Math.max(0, end))
      return isSame(data.slice(end + 1), codeOf(words, chatId)) ? actionOf(words) : null
    },
  }
}

function wordsOf(action: Action): string {
  const { letter, fields } = FORMS[action.kind]
  const values: Record<string, string | number> = { ...action }
  return [letter, ...Object.keys(fields).map((field) => values[field])].join('.')
}

function actionOf(words: string): Action | null {
  const [letter, ...values] = words.split('.')
  const entry = Object.entries(FORMS).find(([, form]) => form.letter === letter)
  if (entry === undefined) return null
  const [kind, { fields }] = entry
  const names = Object.keys(fields)
  if (values.length > names.length) return null
  const named = Object.fromEntries(values.map((value, position) => [names[position], value]))
  const result = z.object(fields).safeParse(named)
  return result.success ? ({ kind, ...result.data } as Action) : null
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}
