import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))

/** Whether `npm run build` has been run. */
export function isBuilt(): boolean {
  return existsSync(program)
}

export interface ProcessRun {
  elapsedMs: number
  /** Peak resident memory. */
  peakMegabytes: number
}

/** Prints the peak of the resident memory, in kilobytes, as the last thing a process does. */
const PEAK = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\npeak '+process.resourceUsage().maxRSS))`

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
    const child = spawn(process.execPath, ['--import', PEAK, ...parameters], { stdio: ['pipe', 'ignore', 'pipe'] })
    let printed = ''
    child.stderr.on('data', (data) => {
      printed += data
    })
    child.stdin.end(input)
    child.on('error', reject)
    child.on('close', (code) => {
      const elapsedMs = performance.now() - begin
      if (code !== 0) reject(new Error(`${parameters.join(' ')} failed: ${printed}`))
      else resolve({ elapsedMs, peakMegabytes: Number(/peak (\d+)$/.exec(printed)?.[1]) / 1024 })
    })
  })
}
