import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const composition = new URL('../dist/cli/compose.js', import.meta.url)

/** Whether `npm run build` has been run. */
export function isBuilt(): boolean {
  return existsSync(program)
}

/**
 * The parts as they are built, for what is timed in this process: the sources run here with a call added to every function
 * that is made (so that it keeps its name), which takes a sixth of an answer.
 */
export function importBuilt(): Promise<typeof import('../src/compose.js')> {
  return import(composition.href)
}

export interface ProcessRun {
  elapsedMs: number
  /** User and system time of all its threads: what remains comparable on a busy machine. */
  cpuMs: number
  /** Peak resident memory. */
  peakMegabytes: number
}

/** Prints what a process used, in microseconds and kilobytes, as the last thing it does. */
const PRINT_USAGE = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  process.stderr.write('\\nused ' + (userCPUTime + systemCPUTime) + ' ' + maxRSS)
})`
const USAGE = `data:text/javascript,${encodeURIComponent(PRINT_USAGE)}`
const USED = /used (\d+) (\d+)$/

/** Runs `node` with the program and its arguments to its end. @throws {Error} where it fails */
export function runProgram(parameters: readonly string[], input = ''): Promise<ProcessRun> {
  return runNode([program, ...parameters], input)
}

/** Runs `node` with an empty script: what Node alone takes. */
export function runNothing(): Promise<ProcessRun> {
  return runNode(['-e', '0'], '')
}

function runNode(parameters: readonly string[], input: string): Promise<ProcessRun> {
  return new Promise((resolve, reject) => {
    const begin = performance.now()
    const child = spawn(process.execPath, ['--import', USAGE, ...parameters], { stdio: ['pipe', 'ignore', 'pipe'] })
    let printed = ''
    child.stderr.on('data', (data) => {
      printed += data
    })
    child.stdin.end(input)
    child.on('error', reject)
    child.on('close', (code) => {
      const elapsedMs = performance.now() - begin
      const [, microseconds, kilobytes] = USED.exec(printed) ?? []
      if (code !== 0) reject(new Error(`${parameters.join(' ')} failed: ${printed}`))
      else resolve({ elapsedMs, cpuMs: Number(microseconds) / 1000, peakMegabytes: Number(kilobytes) / 1024 })
    })
  })
}
