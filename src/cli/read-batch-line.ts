import * as z from 'zod'
import { messages } from '../messages.js'
import type { InputLine } from './read-lines.js'

/** Given back as it came; a plain line is called by its number. */
export type LineId = string | number

export type AskLine =
  | { kind: 'question'; id: LineId; question: string }
  | { kind: 'turns'; id: LineId; turns: string[] }

export type CheckLine = { kind: 'text'; id: LineId; text: string }

/** A line nothing can be done with; `reason` is a Chinese sentence. */
export type BadLine = { kind: 'bad'; id: LineId; reason: string }

const words = messages.cli.batch

const id = z.union([z.string(), z.number()]).nullish()
const turn = z.union([
  z.string(),
  z.object({ q: z.string() }).transform(({ q }) => q),
  z.object({ question: z.string() }).transform(({ question }) => question),
])
const questionSchema = z.object({ id, question: z.string() })
const turnsSchema = z.object({ id, turns: z.array(turn).min(1) })
const textSchema = z.object({ id, text: z.string() })

/** A line of `ask --batch`: plain text, `{"id","question"}` or `{"id","turns":[…]}`; other fields are passed over. */
export function readAskLine({ number, text }: InputLine): AskLine | BadLine {
  if (!text.startsWith('{')) return askLine({ kind: 'question', id: String(number), question: text })
  const value = parseObject(text)
  if (value === null) return { kind: 'bad', id: String(number), reason: words.noJson }
  const lineId = idOf(value, number)
  const turns = turnsSchema.safeParse(value)
  if (turns.success) return askLine({ kind: 'turns', id: lineId, turns: turns.data.turns })
  const question = questionSchema.safeParse(value)
  if (question.success) return askLine({ kind: 'question', id: lineId, question: question.data.question })
  return { kind: 'bad', id: lineId, reason: words.wrongFields('{"id","question"} 或 {"id","turns":[…]}') }
}

/** A line of `check --batch`: plain text or `{"id","text"}`. */
export function readCheckLine({ number, text }: InputLine): CheckLine | BadLine {
  if (!text.startsWith('{')) return { kind: 'text', id: String(number), text }
  const value = parseObject(text)
  if (value === null) return { kind: 'bad', id: String(number), reason: words.noJson }
  const parsed = textSchema.safeParse(value)
  const lineId = idOf(value, number)
  if (!parsed.success) return { kind: 'bad', id: lineId, reason: words.wrongFields('{"id","text"}') }
  if (isBlank(parsed.data.text)) return { kind: 'bad', id: lineId, reason: messages.cli.errors.blankText }
  return { kind: 'text', id: lineId, text: parsed.data.text }
}

/** Whether a text has no visible character. */
export function isBlank(text: string): boolean {
  return !/[^\p{C}\p{Z}\s]/u.test(text)
}

function askLine(line: AskLine): AskLine | BadLine {
  const questions = line.kind === 'turns' ? line.turns : [line.question]
  return questions.some(isBlank) ? { kind: 'bad', id: line.id, reason: messages.cli.errors.blankQuestion } : line
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}

function idOf(value: object, number: number): LineId {
  const parsed = z.object({ id }).safeParse(value)
  return (parsed.success ? parsed.data.id : null) ?? String(number)
}
