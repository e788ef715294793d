import { ChildProcess } from 'node:child_process'
import { format } from 'node:util'
import { afterEach, expect } from 'vitest'
import { TOKEN_MARK } from '../fixtures/token.js'

/*
 * Looks at all that any test prints, in its own process or in one that it starts: no bot token may stand in it. Loaded
 * before every test file (vitest.config.ts).
 */

const IN_PLACE = Symbol.for('qingwen watched output')

interface Watched {
  /** What was printed around a token, since it was last looked at. */
  leaks: string[]
  /** The end of what each place printed: a token may come in two pieces. */
  ends: Map<unknown, string>
}

const shared = globalThis as { [IN_PLACE]?: Watched }
const watched = shared[IN_PLACE] ?? putInPlace()

/** To be called by whoever takes output in before it is printed. @param place what printed it */
export function lookAtOutput(place: unknown, chunk: unknown): void {
  const text = `${watched.ends.get(place) ?? ''}${chunk instanceof Uint8Array ? Buffer.from(chunk).toString() : chunk}`
  const at = text.indexOf(TOKEN_MARK)
  if (at >= 0) watched.leaks.push(text.slice(Math.max(0, at - 100), at + 100))
  watched.ends.set(place, at >= 0 ? '' : text.slice(1 - TOKEN_MARK.length))
}

/** What has been printed of tokens since the last call. */
export function takeLeaks(): string[] {
  return watched.leaks.splice(0)
}

afterEach(() => {
  expect(takeLeaks(), 'a bot token in the output').toEqual([])
})

function putInPlace(): Watched {
  const fresh: Watched = { leaks: [], ends: new Map() }
  shared[IN_PLACE] = fresh
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (...parameters: unknown[]) => boolean
    stream.write = (chunk: unknown, ...others: unknown[]) => {
      lookAtOutput(stream, chunk)
      return write(chunk, ...others)
    }
  }
  watchConsole()
  watchChildren()
  return fresh
}

/** The tests' console does not end in the process's own streams. */
function watchConsole(): void {
  for (const name of ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const) {
    const print = console[name].bind(console)
    console[name] = (...parameters: unknown[]) => {
      lookAtOutput(console, `${format(...parameters)}\n`)
      print(...parameters)
    }
  }
}

/** Sees what a child process prints as it comes in, and leaves it to whoever reads it. */
function watchChildren(): void {
  const prototype = ChildProcess.prototype as unknown as { spawn(options: unknown): unknown }
  const { spawn } = prototype
  prototype.spawn = function (this: ChildProcess, options) {
    const result = spawn.call(this, options)
    for (const stream of [this.stdout, this.stderr]) {
      if (stream === null) continue
      const push = stream.push.bind(stream)
      stream.push = (chunk, encoding) => {
        if (chunk !== null) lookAtOutput(stream, chunk)
        return push(chunk, encoding)
      }
    }
    return result
  }
}
