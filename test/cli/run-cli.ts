import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, vi } from 'vitest'
import { runProgram } from '../../src/cli/run-program.js'
import { environmentSchema } from '../../src/config/environment.js'
import { lookAtOutput } from '../setup/watch-output.js'

const PROGRAM = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

export interface CliResult {
  status: number | null
  stdout: string
  stderr: string
}

export interface CliRun {
  /** Typed in; default: nothing. */
  input?: string
  env?: Record<string, string>
  /** Default: a new empty folder. */
  cwd?: string
}

/** Starts the program as it is built in a process of its own, without the tester's variables and `.env`. */
export function startCli(args: readonly string[], { env = {}, cwd = newFolder() }: CliRun = {}) {
  return spawn(process.execPath, [PROGRAM, ...args], {
    cwd,
    env: { ...withoutOurs(process.env), ...env },
  })
}

/** Runs the program like `startCli`, to its end. */
export async function runCli(args: readonly string[], run: CliRun = {}): Promise<CliResult> {
  const child = startCli(args, run)
  const result: CliResult = { status: null, stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (chunk) => {
      result[name] += chunk
    })
  child.stdin.end(run.input ?? '')
  const [status] = await once(child, 'close')
  return { ...result, status }
}

/** Runs the program within the test's own process: many times faster, with the standard input left alone. */
export async function runHere(args: readonly string[]): Promise<CliResult> {
  const result: CliResult = { status: null, stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((chunk) => {
      lookAtOutput(result, chunk)
      result[name] += chunk
      return true
    }),
  )
  const before = process.exitCode
  process.exitCode = undefined
  try {
    await runProgram(args)
    return { ...result, status: Number(process.exitCode ?? 0) }
  } finally {
    process.exitCode = before
    for (const spy of spies) spy.mockRestore()
  }
}

function withoutOurs(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !(name in environmentSchema.shape)))
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'qingwen-cli-'))
}

/** A folder of files: name → content. */
export function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = newFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

/** Holds that a run failed as the contract says: one Chinese sentence on stderr, a status, nothing on stdout. */
export function expectFailure({ status, stdout, stderr }: CliResult, saying: string): void {
  expect(stderr).toMatch(/^[^\n]*\p{Script=Han}[^\n]*。\n$/u)
  expect(stderr).toContain(saying)
  expect(stdout).toBe('')
  expect(status).toBe(1)
}
