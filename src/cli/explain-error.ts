import { CommanderError } from 'commander'
import { messages } from '../messages.js'

const words = messages.cli.errors

/** One Chinese sentence for anything thrown: what happened and what to do. Never a stack trace. */
export function explainError(error: unknown): string {
  if (error instanceof CommanderError) return explainUsage(error)
  if (isLexiconError(error)) return words.lexicon(error.file, error.field)
  const message = oneLine(error instanceof Error ? error.message : String(error))
  // A message in Chinese was written for the reader; any other comes from a library.
  if (/\p{Script=Han}/u.test(message)) return message
  return isSystemError(error) ? words.system(reasonOf(error)) : words.unexpected(message || 'unknown')
}

/** The system's reason in words a clerk knows: 没有这个文件, 没有权限 … */
export function reasonOf(error: unknown): string {
  const code = isSystemError(error) ? error.code : ''
  return words.reasons[code] ?? (code || oneLine(String(error)))
}

/** Commander's messages are English; their facts stand between quotation marks. */
function explainUsage({ code, message }: CommanderError): string {
  const fact = /'([^']*)'/.exec(message)?.[1] ?? ''
  switch (code) {
    case 'commander.unknownCommand':
      return words.unknownCommand(fact)
    case 'commander.unknownOption':
      return words.unknownOption(fact)
    case 'commander.missingArgument':
      return words.missingArgument(fact)
    case 'commander.optionMissingArgument':
      return words.optionMissingArgument(fact)
    case 'commander.excessArguments':
      return words.excessArguments
    case 'commander.invalidArgument':
      return explainChoice(message)
    default:
      return words.usage(oneLine(message))
  }
}

function explainChoice(message: string): string {
  const [, flag, value, choices] = /option '([^']*)' argument '([^']*)'.*choices are (.*)\.$/.exec(message) ?? []
  return flag ? words.invalidChoice(flag.split(' ')[0]!, value ?? '', choices ?? '') : words.usage(oneLine(message))
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
}

function isLexiconError(error: unknown): error is Error & { file: string; field: string | null } {
  return error instanceof Error && 'code' in error && error.code === 'LEXICON_INVALID'
}

function oneLine(text: string): string {
  return text.split('\n')[0]!.trim().slice(0, 500)
}
