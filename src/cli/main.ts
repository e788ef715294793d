#!/usr/bin/env node
import { createProgram } from './create-program.js'
import { explainError } from './explain-error.js'
import { leaveWhenUnread, printNotice } from './output.js'

leaveWhenUnread()
try {
  const program = createProgram()
  if (process.argv.length > 2) await program.parseAsync()
  else program.outputHelp()
} catch (error) {
  if (!isHelp(error)) {
    printNotice(explainError(error))
    process.exitCode = 1
  }
}

/** Commander throws after it has printed the help or the version, too. */
function isHelp(error: unknown): boolean {
  return error instanceof Error && 'exitCode' in error && error.exitCode === 0
}
