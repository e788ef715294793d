import { messages } from '../messages.js'
import { explainError } from './explain-error.js'
import { printJson, printLine, printNotice } from './output.js'
import type { BadLine, LineId } from './read-batch-line.js'
import { type InputLine, readLines } from './read-lines.js'

const words = messages.cli.batch

export interface Batch<Line extends { kind: string; id: LineId }, Result> {
  /** A file, or `-` for the standard input. */
  file: string
  json: boolean
  read: (line: InputLine) => Line | BadLine
  work: (line: Line) => Promise<Result>
  /** How a result reads without `--json`. */
  show: (result: Result) => string
}

/**
 * Works through a batch line by line, in order. A line that cannot be read or worked on has its one sentence on stderr
 * (and, with `--json`, an `error` object in its place), the others go on, and the exit status tells at the end.
 */
export async function runBatch<Line extends { kind: string; id: LineId }, Result>(
  batch: Batch<Line, Result>,
): Promise<void> {
  for await (const input of readLines(batch.file)) {
    const line = batch.read(input)
    try {
      if (isBad(line)) throw new Error(line.reason)
      const result = await batch.work(line)
      if (batch.json) await printJson({ id: line.id, ...result })
      else await printLine(`${batch.show(result)}\n`)
    } catch (error) {
      const reason = words.line(input.number, explainError(error))
      printNotice(reason)
      if (batch.json) await printJson({ id: line.id, error: reason })
      process.exitCode = 1
    }
  }
}

function isBad<Line extends { kind: string }>(line: Line | BadLine): line is BadLine {
  return line.kind === 'bad'
}
