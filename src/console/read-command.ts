import type { messages } from '../messages.js'

export type CommandName = keyof typeof messages.console.commands

/** What a typed line is. */
export type Input =
  | { kind: 'empty' }
  | { kind: 'question'; text: string }
  /** `number` as in 依据 2; null where none was given. */
  | { kind: 'command'; name: CommandName; number: number | null }
  | { kind: 'unknown'; name: string }

/** Other ways to type a command: the first letter of its pinyin, or an English word after a slash. */
export const ALIASES: Record<CommandName, readonly string[]> = {
  依据: ['y', 'trace'],
  历史: ['l', 'history'],
  重来: ['c', 'reset'],
  报告: ['b', 'reports'],
  帮助: ['h', '?', '?', 'help'],
  退出: ['q', 'quit', 'exit'],
}

/** Reads a line. A command may stand with a slash or without, a letter alone, a number after it. */
export function readCommand(line: string): Input {
  const text = line.trim()
  if (text === '') return { kind: 'empty' }
  const match = /^([//]?)\s*(\S*?)\s*(\d{1,4})?$/u.exec(text)
  const [, slash = '', word = '', digits] = match ?? []
  const name = commandOf(word, slash !== '')
  if (name !== null && (digits === undefined || name === '依据')) {
    return { kind: 'command', name, number: digits === undefined ? null : Number(digits) }
  }
  if (/^[//]/u.test(text)) return { kind: 'unknown', name: text }
  return { kind: 'question', text }
}

/** Longer English words need the slash: they might begin a question. */
function commandOf(word: string, hasSlash: boolean): CommandName | null {
  const typed = word.toLowerCase()
  const found = Object.entries(ALIASES).find(
    ([name, aliases]) =>
      name === typed || (aliases.includes(typed) && (hasSlash || typed.length === 1 || name === '退出')),
  )
  return found === undefined ? null : (found[0] as CommandName)
}
