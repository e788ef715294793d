import v8 from 'node:v8'
import * as z from 'zod'

/** Settings of the libraries and the engine that this program's way of working wants. */
export function tuneEngine(): void {
  // Compiling a schema takes longer than the one reading that most are made for.
  z.config({ jitless: true })
  // While the heap is small, what a question needs outlives the first collections, and V8 would from then on put all of
  // its kind among the old: the collector worked twice as long on it, and the heap grew half as large again.
  v8.setFlagsFromString('--no-allocation-site-pretenuring')
  // A question passes through a thousand functions, a little in each: at its default (132 KB of bytecode run) the engine spent
  // up to half of its first twenty seconds compiling them, time and again as it met other kinds of questions.
  v8.setFlagsFromString('--interrupt-budget=400000')
}
