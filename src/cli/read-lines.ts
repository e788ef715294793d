import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { messages } from '../messages.js'
import { decodeText } from '../report/decode-text.js'
import { CliError } from './cli-error.js'
import { reasonOf } from './explain-error.js'

/** A line that holds something; `number` counts every line of the input, from 1. */
export interface InputLine {
  number: number
  text: string
}

/**
 * The lines of a file (UTF-8, UTF-16 or GBK), or of the standard input (UTF-8) for `-`, blank ones left out.
 *
 * @throws {CliError} where the input cannot be read or holds no line
 */
export async function* readLines(file: string): AsyncGenerator<InputLine> {
  let number = 0
  let isEmpty = true
  for await (const line of file === '-' ? standardInput() : linesOf(await readText(file))) {
    number += 1
    const text = (number === 1 ? line.replace(/^\uFEFF/, '') : line).trim()
    if (text === '') continue
    isEmpty = false
    yield { number, text }
  }
  if (isEmpty) throw new CliError(messages.cli.errors.emptyInput(file))
}

function standardInput(): AsyncIterable<string> {
  return createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/)
}

async function readText(file: string): Promise<string> {
  const { fileUnreadable, reasons } = messages.cli.errors
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new CliError(fileUnreadable(file, reasonOf(cause)), { cause })
  })
  const text = decodeText(bytes)
  if (text === null) throw new CliError(fileUnreadable(file, reasons.notText!))
  return text
}
