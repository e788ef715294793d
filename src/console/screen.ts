import { cellWidth, type WrapOptions, wrap } from './wrap.js'

/** Where the console writes: wrapped to the terminal's width, coloured where that is wanted. */
export interface Screen {
  /** Prints a text and ends the line. */
  print(text?: string, options?: PrintOptions): void
  /** Prints short pieces, as many on a line as fit. */
  printPieces(pieces: readonly string[], options?: PrintOptions): void
}

export type Style = 'heading' | 'faint' | 'good' | 'bad'

export interface PrintOptions extends WrapOptions {
  style?: Style
}

export interface ScreenOutput extends NodeJS.WritableStream {
  isTTY?: boolean
  /** Cells a line has; absent where the output is no terminal: then nothing is wrapped. */
  columns?: number
}

/** Lines longer than this tire the eye. */
const WIDEST = 80
const NARROWEST = 20

const PIECE_SEPARATOR = ' | '

const CODES: Record<Style, string> = { heading: '1', faint: '2', good: '32', bad: '31' }

/** @param hasColour default: on a terminal where NO_COLOR is unset or empty */
export function createScreen(output: ScreenOutput, hasColour = wantsColour(output)): Screen {
  const print: Screen['print'] = (text = '', { style, ...options } = {}) => {
    const wrapped = wrap(printable(text), widthOf(output), options)
    output.write(`${style !== undefined && hasColour ? paint(wrapped, CODES[style]) : wrapped}\n`)
  }
  return {
    print,
    printPieces(pieces, options) {
      print(joinFitting(pieces, widthOf(output)), options)
    },
  }
}

function joinFitting(pieces: readonly string[], width: number): string {
  const lines: string[] = []
  for (const piece of pieces) {
    const joined = lines.length === 0 ? piece : `${lines.at(-1)}${PIECE_SEPARATOR}${piece}`
    if (lines.length > 0 && cellWidth(joined) <= width) lines[lines.length - 1] = joined
    else lines.push(piece)
  }
  return lines.join('\n')
}

function wantsColour(output: ScreenOutput): boolean {
  return output.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb'
}

/** One cell stays free: some terminals go on to the next line when the last one is filled. */
function widthOf(output: ScreenOutput): number {
  if (output.columns === undefined || output.columns <= 0) return Number.POSITIVE_INFINITY
  return Math.max(NARROWEST, Math.min(output.columns, WIDEST)) - 1
}

function paint(text: string, code: string): string {
  return text.replace(/[^\n]+/gu, (line) => `\u001B[${code}m${line}\u001B[0m`)
}

/** Without control characters, which could take over the terminal. */
function printable(text: string): string {
  return text.replace(/\t/gu, ' ').replace(/[^\P{Cc}\n]/gu, '')
}
