import { printLine } from './output.js'

/** Prints a reply piece by piece, as far as it is certain. */
export interface ReplyStream {
  /** Told the text so far. */
  onText: (textSoFar: string) => void
  /** Prints what is left of the final text. */
  finish(text: string): Promise<void>
}

/** A stream to stdout. All that it prints together is the final text. */
export function createReplyStream(): ReplyStream {
  let printed = ''
  return {
    onText(textSoFar) {
      process.stdout.write(textSoFar.slice(printed.length))
      printed = textSoFar
    },
    finish: (text) => printLine(text.slice(printed.length)),
  }
}
