import { createProgram } from './create-program.js'
import { explainError } from './explain-error.js'
import { printNotice } from './output.js'

/**
 * Runs one command line. A failure is one sentence on stderr and `process.exitCode` 1; nothing is thrown.
 * @param args what stands behind the program's name
 */
export async function runProgram(args: readonly string[]): Promise<void> {
  const program = createProgram()
  try {
    if (args.length > 0) await program.parseAsync(args, { from: 'user' })
    else program.outputHelp()
  } catch (error) {
    if (isHelp(error)) return
    printNotice(explainError(error))
    process.exitCode = 1
  }
}

/** Commander throws after it has printed the help or the version, too. */
function isHelp(error: unknown): boolean {
  return error instanceof Error && 'exitCode' in error && error.exitCode === 0
}
